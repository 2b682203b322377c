package dev.tokki.conformance.suite.token;

import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;

/// Mechanisms whose key sizes have a unit that the numbers give away.
enum SizedKey {
    AES(Ckm.AES_KEY_GEN, "bytes", 16, 32),
    AES_CIPHER(Ckm.AES_CBC, "bytes", 16, 32),
    RSA(Ckm.RSA_PKCS_KEY_PAIR_GEN, "bits", 256, 65_536),
    RSA_SIGNATURE(Ckm.SHA256_RSA_PKCS, "bits", 256, 65_536),
    EC(Ckm.EC_KEY_PAIR_GEN, "bits", 80, 4_096),
    ECDSA(Ckm.ECDSA, "bits", 80, 4_096),
    EDWARDS(Ckm.EC_EDWARDS_KEY_PAIR_GEN, "bits", 255, 448),
    MONTGOMERY(Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, "bits", 255, 448);

    private final long mechanism;
    private final String unit;
    private final long least;
    private final long most;

    SizedKey(long mechanism, String unit, long least, long most) {
        this.mechanism = mechanism;
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    long mechanism() {
        return mechanism;
    }

    /// {@return whether a size can be meant in the unit}
    boolean admits(long size) {
        return size >= least && size <= most;
    }

    String range() {
        return "%d to %d %s".formatted(least, most, unit);
    }

    @Override
    public String toString() {
        return "%s counts %s".formatted(Names.CKM.of(mechanism), unit);
    }
}
