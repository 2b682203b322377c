package dev.tokki.emulator.crypto;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.GOST3411Digest;
import org.bouncycastle.crypto.digests.MD2Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.RIPEMD128Digest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHA512tDigest;
import org.bouncycastle.crypto.digests.SHAKEDigest;

/// Bouncy Castle's digests, for its own constructions over small data.
final class LightDigests {
    private static final String TRUNCATED = "SHA-512/";

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
            case "BLAKE2B-160" -> new Blake2bDigest(160);
            case "BLAKE2B-256" -> new Blake2bDigest(256);
            case "BLAKE2B-384" -> new Blake2bDigest(384);
            case "BLAKE2B-512" -> new Blake2bDigest(512);
            case "RIPEMD128" -> new RIPEMD128Digest();
            case "RIPEMD160" -> new RIPEMD160Digest();
            case "MD2" -> new MD2Digest();
            case "MD5" -> new MD5Digest();
            case "SHAKE128-256" -> new SHAKEDigest(128);
            case "SHAKE256-512" -> new SHAKEDigest(256);
            case "GOST3411" -> new GOST3411Digest();
            default -> truncated(algorithm);
        };
    }

    /// {@return SHA-512/t, of t bits}
    private static Digest truncated(String algorithm) {
        if (algorithm.startsWith(TRUNCATED)) {
            return new SHA512tDigest(Integer.parseInt(algorithm.substring(TRUNCATED.length())));
        }
        throw new IllegalArgumentException(algorithm);
    }
}
