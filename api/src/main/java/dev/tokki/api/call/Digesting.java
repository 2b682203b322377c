package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Means.Meaning;
import org.jspecify.annotations.Nullable;

/// Message digesting, PKCS#11 v3.2, section 5.12.
public sealed interface Digesting<R> extends Call<R> {
    /// `C_DigestInit`, section 5.12.1.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    record DigestInit(
            @Means(Meaning.SESSION) long session, @Nullable Mechanism mechanism) implements Digesting<Void> {}

    /// `C_Digest`, section 5.12.2.
    ///
    /// @param session the session
    /// @param data the data
    /// @param digest room for the digest
    record Digest(@Means(Meaning.SESSION) long session, Bytes data, Buffer digest) implements Digesting<Output> {}

    /// `C_DigestUpdate`, section 5.12.3.
    ///
    /// @param session the session
    /// @param part the part of the data
    record DigestUpdate(@Means(Meaning.SESSION) long session, Bytes part) implements Digesting<Void> {}

    /// `C_DigestKey`, section 5.12.4.
    ///
    /// @param session the session
    /// @param key handle of the key
    record DigestKey(
            @Means(Meaning.SESSION) long session,
            @Means(Meaning.OBJECT) long key) implements Digesting<Void> {}

    /// `C_DigestFinal`, section 5.12.5.
    ///
    /// @param session the session
    /// @param digest room for the digest
    record DigestFinal(@Means(Meaning.SESSION) long session, Buffer digest) implements Digesting<Output> {}
}
