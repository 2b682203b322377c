package dev.tokki.api.call;

import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.call.Means.Meaning;

/// Random number generation, PKCS#11 v3.2, section 5.19.
public sealed interface RandomNumbers<R> extends Call<R> {
    /// `C_SeedRandom`, section 5.19.1.
    ///
    /// @param session the session
    /// @param seed the seed
    record SeedRandom(
            @Means(Meaning.SESSION) long session, @Secret Bytes seed) implements RandomNumbers<Void> {}

    /// `C_GenerateRandom`, section 5.19.2.
    ///
    /// @param session the session
    /// @param randomData room for the random bytes
    record GenerateRandom(
            @Means(Meaning.SESSION) long session, @Secret Fill randomData) implements RandomNumbers<Bytes> {}
}
