package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import java.util.HexFormat;

/// The curves of section 6.3 that the tests use, each named by its object identifier.
enum Curve {
    P256("P-256", "06082a8648ce3d030107", 32, Family.WEIERSTRASS),
    P384("P-384", "06052b81040022", 48, Family.WEIERSTRASS),
    P521("P-521", "06052b81040023", 66, Family.WEIERSTRASS),
    SECP256K1("secp256k1", "06052b8104000a", 32, Family.WEIERSTRASS),
    BRAINPOOL_P256R1("brainpoolP256r1", "06092b2403030208010107", 32, Family.WEIERSTRASS),
    BRAINPOOL_P384R1("brainpoolP384r1", "06092b240303020801010b", 48, Family.WEIERSTRASS),
    BRAINPOOL_P512R1("brainpoolP512r1", "06092b240303020801010d", 64, Family.WEIERSTRASS),
    ED25519("Ed25519", "06032b6570", 32, Family.EDWARDS),
    ED448("Ed448", "06032b6571", 57, Family.EDWARDS),
    X25519("X25519", "06032b656e", 32, Family.MONTGOMERY),
    X448("X448", "06032b656f", 56, Family.MONTGOMERY);

    private final String title;
    private final String params;
    private final int length;
    private final Family family;

    Curve(String title, String params, int length, Family family) {
        this.title = title;
        this.params = params;
        this.length = length;
        this.family = family;
    }

    /// {@return the curve that the vectors call so}
    static Curve named(String title) {
        for (Curve curve : values()) {
            if (curve.title.equals(title)) {
                return curve;
            }
        }
        throw new IllegalArgumentException("there is no curve named " + title);
    }

    /// {@return the value of `CKA_EC_PARAMS`: the object identifier in DER}
    byte[] params() {
        return HexFormat.of().parseHex(params);
    }

    /// {@return its name in the JDK: `secp256r1` where the vectors say `P-256`}
    String jdk() {
        return title.startsWith("P-") ? "secp%sr1".formatted(title.substring(2)) : title;
    }

    /// {@return length in bytes of a coordinate, of a scalar and of half a signature}
    int length() {
        return length;
    }

    /// {@return whether points are those of section 6.3.3, which lie in a DER octet string as `CKA_EC_POINT`}
    boolean isWeierstrass() {
        return family == Family.WEIERSTRASS;
    }

    /// {@return the type of its keys}
    long keyType() {
        return switch (family) {
            case WEIERSTRASS -> Ckk.EC;
            case EDWARDS -> Ckk.EC_EDWARDS;
            case MONTGOMERY -> Ckk.EC_MONTGOMERY;
        };
    }

    /// {@return the mechanism that generates its key pairs}
    Mechanism generation() {
        return Mechanism.of(
                switch (family) {
                    case WEIERSTRASS -> Ckm.EC_KEY_PAIR_GEN;
                    case EDWARDS -> Ckm.EC_EDWARDS_KEY_PAIR_GEN;
                    case MONTGOMERY -> Ckm.EC_MONTGOMERY_KEY_PAIR_GEN;
                });
    }

    /// {@return the value of `CKA_EC_POINT` for a point: in a DER octet string, or the bytes themselves}
    byte[] ecPoint(byte[] point) {
        return isWeierstrass() ? Der.octetString(point) : point.clone();
    }

    @Override
    public String toString() {
        return title;
    }

    private enum Family {
        WEIERSTRASS,
        EDWARDS,
        MONTGOMERY
    }
}
