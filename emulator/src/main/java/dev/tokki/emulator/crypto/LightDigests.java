package dev.tokki.emulator.crypto;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHA512tDigest;

/// Bouncy Castle's digests, for its own constructions over small data.
final class LightDigests {
    private LightDigests() {}

    /// {@return the digest}
    ///
    /// @param algorithm JCA's name
    static Digest of(String algorithm) {
        return switch (algorithm) {
            case "SHA-1" -> new SHA1Digest();
            case "SHA-224" -> new SHA224Digest();
            case "SHA-256" -> new SHA256Digest();
            case "SHA-384" -> new SHA384Digest();
            case "SHA-512" -> new SHA512Digest();
            case "SHA-512/224" -> new SHA512tDigest(224);
            case "SHA-512/256" -> new SHA512tDigest(256);
            case "SHA3-224" -> new SHA3Digest(224);
            case "SHA3-256" -> new SHA3Digest(256);
            case "SHA3-384" -> new SHA3Digest(384);
            case "SHA3-512" -> new SHA3Digest(512);
            default -> throw new IllegalArgumentException(algorithm);
        };
    }
}
