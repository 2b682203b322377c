package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Means.Meaning;
import org.jspecify.annotations.Nullable;

/// Verifying signatures and MACs, PKCS#11 v3.2, section 5.15.
public sealed interface Verification<R> extends Call<R> {
    /// `C_VerifyInit`, section 5.15.1.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    record VerifyInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key) implements Verification<Void> {}

    /// `C_Verify`, section 5.15.2.
    ///
    /// @param session the session
    /// @param data the data
    /// @param signature the signature or MAC
    record Verify(@Means(Meaning.SESSION) long session, Bytes data, Bytes signature) implements Verification<Void> {}

    /// `C_VerifyUpdate`, section 5.15.3.
    ///
    /// @param session the session
    /// @param part the part of the data
    record VerifyUpdate(@Means(Meaning.SESSION) long session, Bytes part) implements Verification<Void> {}

    /// `C_VerifyFinal`, section 5.15.4.
    ///
    /// @param session the session
    /// @param signature the signature or MAC
    record VerifyFinal(@Means(Meaning.SESSION) long session, Bytes signature) implements Verification<Void> {}

    /// `C_VerifyRecoverInit`, section 5.15.5.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    record VerifyRecoverInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key) implements Verification<Void> {}

    /// `C_VerifyRecover`, section 5.15.6.
    ///
    /// @param session the session
    /// @param signature the signature or MAC
    /// @param data room for the data
    record VerifyRecover(@Means(Meaning.SESSION) long session, Bytes signature, Buffer data)
            implements Verification<Output> {}

    /// `C_VerifySignatureInit`, section 5.15.7.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    /// @param signature the signature or MAC
    record VerifySignatureInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key,
            Bytes signature)
            implements Verification<Void> {}

    /// `C_VerifySignature`, section 5.15.8.
    ///
    /// @param session the session
    /// @param data the data
    record VerifySignature(@Means(Meaning.SESSION) long session, Bytes data) implements Verification<Void> {}

    /// `C_VerifySignatureUpdate`, section 5.15.9.
    ///
    /// @param session the session
    /// @param part the part of the data
    record VerifySignatureUpdate(@Means(Meaning.SESSION) long session, Bytes part) implements Verification<Void> {}

    /// `C_VerifySignatureFinal`, section 5.15.10.
    ///
    /// @param session the session
    record VerifySignatureFinal(@Means(Meaning.SESSION) long session) implements Verification<Void> {}
}
