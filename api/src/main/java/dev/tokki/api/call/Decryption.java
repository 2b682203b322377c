package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Means.Meaning;
import org.jspecify.annotations.Nullable;

/// Decryption, PKCS#11 v3.2, section 5.10.
public sealed interface Decryption<R> extends Call<R> {
    /// `C_DecryptInit`, section 5.10.1.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    record DecryptInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key) implements Decryption<Void> {}

    /// `C_Decrypt`, section 5.10.2.
    ///
    /// @param session the session
    /// @param encryptedData the encrypted data
    /// @param data room for the data
    record Decrypt(
            @Means(Meaning.SESSION) long session,
            Bytes encryptedData,
            @Secret Buffer data) implements Decryption<Output> {}

    /// `C_DecryptUpdate`, section 5.10.3.
    ///
    /// @param session the session
    /// @param encryptedPart the encrypted part
    /// @param part room for the part of the data
    record DecryptUpdate(
            @Means(Meaning.SESSION) long session,
            Bytes encryptedPart,
            @Secret Buffer part) implements Decryption<Output> {}

    /// `C_DecryptFinal`, section 5.10.4.
    ///
    /// @param session the session
    /// @param lastPart room for the last part
    record DecryptFinal(
            @Means(Meaning.SESSION) long session, @Secret Buffer lastPart) implements Decryption<Output> {}
}
