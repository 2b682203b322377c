package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Means.Meaning;
import dev.tokki.api.parameter.Parameter;
import org.jspecify.annotations.Nullable;

/// Message-based encryption, PKCS#11 v3.2, section 5.9.
public sealed interface MessageEncryption<R> extends Call<R> {
    /// `C_MessageEncryptInit`, section 5.9.1.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    record MessageEncryptInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key) implements MessageEncryption<Void> {}

    /// `C_EncryptMessage`, section 5.9.2.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    /// @param associatedData data authenticated but not encrypted
    /// @param plaintext the plaintext
    /// @param ciphertext room for the ciphertext
    record EncryptMessage(
            @Means(Meaning.SESSION) long session,
            Parameter parameter,
            Bytes associatedData,
            @Secret Bytes plaintext,
            Buffer ciphertext)
            implements MessageEncryption<Output> {}

    /// `C_EncryptMessageBegin`, section 5.9.3.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    /// @param associatedData data authenticated but not encrypted
    record EncryptMessageBegin(@Means(Meaning.SESSION) long session, Parameter parameter, Bytes associatedData)
            implements MessageEncryption<Void> {}

    /// `C_EncryptMessageNext`, section 5.9.4.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    /// @param plaintextPart the part of the plaintext
    /// @param ciphertextPart room for the part of the ciphertext
    /// @param flags flags of the function
    record EncryptMessageNext(
            @Means(Meaning.SESSION) long session,
            Parameter parameter,
            @Secret Bytes plaintextPart,
            Buffer ciphertextPart,
            @Means(Meaning.FLAGS) long flags)
            implements MessageEncryption<Output> {}

    /// `C_MessageEncryptFinal`, section 5.9.5.
    ///
    /// @param session the session
    record MessageEncryptFinal(@Means(Meaning.SESSION) long session) implements MessageEncryption<Void> {}
}
