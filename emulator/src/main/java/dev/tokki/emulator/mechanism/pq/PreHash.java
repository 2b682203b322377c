package dev.tokki.emulator.mechanism.pq;

import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.mechanism.hash.Hash;
import java.util.Arrays;
import java.util.Optional;

/// The hashes before signatures of ML-DSA and SLH-DSA (FIPS 204, 5.4.1; FIPS 205, 10.2.2).
///
/// The text gives SHAKE no digest mechanism to name it by, so that only those that hash themselves use it.
enum PreHash {
    SHA_224("SHA-224", Ckm.SHA224, 4, 28),
    SHA_256("SHA-256", Ckm.SHA256, 1, 32),
    SHA_384("SHA-384", Ckm.SHA384, 2, 48),
    SHA_512("SHA-512", Ckm.SHA512, 3, 64),
    SHA_512_224("SHA-512/224", Ckm.SHA512_224, 5, 28),
    SHA_512_256("SHA-512/256", Ckm.SHA512_256, 6, 32),
    SHA3_224("SHA3-224", Ckm.SHA3_224, 7, 28),
    SHA3_256("SHA3-256", Ckm.SHA3_256, 8, 32),
    SHA3_384("SHA3-384", Ckm.SHA3_384, 9, 48),
    SHA3_512("SHA3-512", Ckm.SHA3_512, 10, 64),
    SHAKE_128("SHAKE128-256", Hash.NONE, 11, 32),
    SHAKE_256("SHAKE256-512", Hash.NONE, 12, 64);

    private final String algorithm;
    private final long mechanism;
    private final int arc;
    private final int length;

    PreHash(String algorithm, long mechanism, int arc, int length) {
        this.algorithm = algorithm;
        this.mechanism = mechanism;
        this.arc = arc;
        this.length = length;
    }

    static Optional<PreHash> of(long mechanism) {
        return Arrays.stream(values())
                .filter(hash -> hash.mechanism == mechanism)
                .findFirst();
    }

    String algorithm() {
        return algorithm;
    }

    int length() {
        return length;
    }

    /// {@return the DER of the object identifier 2.16.840.1.101.3.4.2.…}
    byte[] oid() {
        return new byte[] {6, 9, 0x60, (byte) 0x86, 0x48, 1, 0x65, 3, 4, 2, (byte) arc};
    }
}
