package dev.tokki.emulator.crypto;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// Bouncy Castle's provider, made at its first use: loading its signed jar costs a tenth of a second and
/// more.
final class BouncyCastle {
    /// Loads the provider's classes when it is initialised, and not before.
    private static final class Loaded {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }

    private BouncyCastle() {}

    static Provider provider() {
        return Loaded.PROVIDER;
    }
}
