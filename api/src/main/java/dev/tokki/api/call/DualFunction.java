package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Output;
import dev.tokki.api.call.Means.Meaning;

/// Dual-function operations, PKCS#11 v3.2, section 5.17.
public sealed interface DualFunction<R> extends Call<R> {
    /// `C_DigestEncryptUpdate`, section 5.17.1.
    ///
    /// @param session the session
    /// @param part the part of the data
    /// @param encryptedPart room for the encrypted part
    record DigestEncryptUpdate(
            @Means(Meaning.SESSION) long session, @Secret Bytes part, Buffer encryptedPart)
            implements DualFunction<Output> {}

    /// `C_DecryptDigestUpdate`, section 5.17.2.
    ///
    /// @param session the session
    /// @param encryptedPart the encrypted part
    /// @param part room for the part of the data
    record DecryptDigestUpdate(
            @Means(Meaning.SESSION) long session,
            Bytes encryptedPart,
            @Secret Buffer part) implements DualFunction<Output> {}

    /// `C_SignEncryptUpdate`, section 5.17.3.
    ///
    /// @param session the session
    /// @param part the part of the data
    /// @param encryptedPart room for the encrypted part
    record SignEncryptUpdate(
            @Means(Meaning.SESSION) long session, @Secret Bytes part, Buffer encryptedPart)
            implements DualFunction<Output> {}

    /// `C_DecryptVerifyUpdate`, section 5.17.4.
    ///
    /// @param session the session
    /// @param encryptedPart the encrypted part
    /// @param part room for the part of the data
    record DecryptVerifyUpdate(
            @Means(Meaning.SESSION) long session,
            Bytes encryptedPart,
            @Secret Buffer part) implements DualFunction<Output> {}
}
