package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Means.Meaning;
import org.jspecify.annotations.Nullable;

/// Signing and MACing, PKCS#11 v3.2, section 5.13.
public sealed interface Signing<R> extends Call<R> {
    /// `C_SignInit`, section 5.13.1.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    record SignInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key) implements Signing<Void> {}

    /// `C_Sign`, section 5.13.2.
    ///
    /// @param session the session
    /// @param data the data
    /// @param signature room for the signature or MAC
    record Sign(@Means(Meaning.SESSION) long session, Bytes data, Buffer signature) implements Signing<Output> {}

    /// `C_SignUpdate`, section 5.13.3.
    ///
    /// @param session the session
    /// @param part the part of the data
    record SignUpdate(@Means(Meaning.SESSION) long session, Bytes part) implements Signing<Void> {}

    /// `C_SignFinal`, section 5.13.4.
    ///
    /// @param session the session
    /// @param signature room for the signature or MAC
    record SignFinal(@Means(Meaning.SESSION) long session, Buffer signature) implements Signing<Output> {}

    /// `C_SignRecoverInit`, section 5.13.5.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    record SignRecoverInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key) implements Signing<Void> {}

    /// `C_SignRecover`, section 5.13.6.
    ///
    /// @param session the session
    /// @param data the data
    /// @param signature room for the signature or MAC
    record SignRecover(@Means(Meaning.SESSION) long session, Bytes data, Buffer signature) implements Signing<Output> {}
}
