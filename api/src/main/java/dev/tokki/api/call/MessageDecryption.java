package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Means.Meaning;
import dev.tokki.api.parameter.Parameter;
import org.jspecify.annotations.Nullable;

/// Message-based decryption, PKCS#11 v3.2, section 5.11.
public sealed interface MessageDecryption<R> extends Call<R> {
    /// `C_MessageDecryptInit`, section 5.11.1.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    record MessageDecryptInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key) implements MessageDecryption<Void> {}

    /// `C_DecryptMessage`, section 5.11.2.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    /// @param associatedData data authenticated but not encrypted
    /// @param ciphertext the ciphertext
    /// @param plaintext room for the plaintext
    record DecryptMessage(
            @Means(Meaning.SESSION) long session,
            Parameter parameter,
            Bytes associatedData,
            Bytes ciphertext,
            @Secret Buffer plaintext)
            implements MessageDecryption<Output> {}

    /// `C_DecryptMessageBegin`, section 5.11.3.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    /// @param associatedData data authenticated but not encrypted
    record DecryptMessageBegin(@Means(Meaning.SESSION) long session, Parameter parameter, Bytes associatedData)
            implements MessageDecryption<Void> {}

    /// `C_DecryptMessageNext`, section 5.11.4.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    /// @param ciphertextPart the part of the ciphertext
    /// @param plaintextPart room for the part of the plaintext
    /// @param flags flags of the function
    record DecryptMessageNext(
            @Means(Meaning.SESSION) long session,
            Parameter parameter,
            Bytes ciphertextPart,
            @Secret Buffer plaintextPart,
            @Means(Meaning.FLAGS) long flags)
            implements MessageDecryption<Output> {}

    /// `C_MessageDecryptFinal`, section 5.11.5.
    ///
    /// @param session the session
    record MessageDecryptFinal(@Means(Meaning.SESSION) long session) implements MessageDecryption<Void> {}
}
