package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Means.Meaning;
import org.jspecify.annotations.Nullable;

/// Encryption, PKCS#11 v3.2, section 5.8.
public sealed interface Encryption<R> extends Call<R> {
    /// `C_EncryptInit`, section 5.8.1.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    record EncryptInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key) implements Encryption<Void> {}

    /// `C_Encrypt`, section 5.8.2.
    ///
    /// @param session the session
    /// @param data the data
    /// @param encryptedData room for the encrypted data
    record Encrypt(
            @Means(Meaning.SESSION) long session, @Secret Bytes data, Buffer encryptedData)
            implements Encryption<Output> {}

    /// `C_EncryptUpdate`, section 5.8.3.
    ///
    /// @param session the session
    /// @param part the part of the data
    /// @param encryptedPart room for the encrypted part
    record EncryptUpdate(
            @Means(Meaning.SESSION) long session, @Secret Bytes part, Buffer encryptedPart)
            implements Encryption<Output> {}

    /// `C_EncryptFinal`, section 5.8.4.
    ///
    /// @param session the session
    /// @param lastEncryptedPart room for the last encrypted part
    record EncryptFinal(@Means(Meaning.SESSION) long session, Buffer lastEncryptedPart) implements Encryption<Output> {}
}
