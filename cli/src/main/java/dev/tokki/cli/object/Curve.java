package dev.tokki.cli.object;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.cli.HexText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The curves by name, with the DER of their object identifiers (`CKA_EC_PARAMS`).
public enum Curve {
    /// NIST's curve of 256 bits.
    P256("P-256", Family.WEIERSTRASS, 32, "06082a8648ce3d030107", "secp256r1", "prime256v1"),
    /// NIST's curve of 384 bits.
    P384("P-384", Family.WEIERSTRASS, 48, "06052b81040022", "secp384r1"),
    /// NIST's curve of 521 bits.
    P521("P-521", Family.WEIERSTRASS, 66, "06052b81040023", "secp521r1"),
    /// The curve of Bitcoin.
    SECP256K1("secp256k1", Family.WEIERSTRASS, 32, "06052b8104000a"),
    /// Brainpool, 256 bits.
    BRAINPOOL_P256("brainpoolP256r1", Family.WEIERSTRASS, 32, "06092b2403030208010107"),
    /// Brainpool, 384 bits.
    BRAINPOOL_P384("brainpoolP384r1", Family.WEIERSTRASS, 48, "06092b240303020801010b"),
    /// Brainpool, 512 bits.
    BRAINPOOL_P512("brainpoolP512r1", Family.WEIERSTRASS, 64, "06092b240303020801010d"),
    /// Edwards, 255 bits.
    ED25519("Ed25519", Family.EDWARDS, 32, "06032b6570", "edwards25519"),
    /// Edwards, 448 bits.
    ED448("Ed448", Family.EDWARDS, 57, "06032b6571", "edwards448"),
    /// Montgomery, 255 bits.
    X25519("X25519", Family.MONTGOMERY, 32, "06032b656e", "curve25519"),
    /// Montgomery, 448 bits.
    X448("X448", Family.MONTGOMERY, 56, "06032b656f", "curve448");

    private static final byte PRINTABLE_STRING = 0x13;

    private final String title;
    private final Family family;
    private final int orderLength;
    private final byte[] parameters;
    private final List<String> otherNames;

    /// What a curve is used with.
    public enum Family {
        /// ECDSA and ECDH.
        WEIERSTRASS(Ckk.EC, Ckm.EC_KEY_PAIR_GEN),
        /// EdDSA.
        EDWARDS(Ckk.EC_EDWARDS, Ckm.EC_EDWARDS_KEY_PAIR_GEN),
        /// ECDH.
        MONTGOMERY(Ckk.EC_MONTGOMERY, Ckm.EC_MONTGOMERY_KEY_PAIR_GEN);

        private final long keyType;
        private final long generation;

        Family(long keyType, long generation) {
            this.keyType = keyType;
            this.generation = generation;
        }

        /// {@return `CKK_…`}
        public long keyType() {
            return keyType;
        }

        /// {@return the mechanism that makes key pairs}
        public long generation() {
            return generation;
        }
    }

    Curve(String title, Family family, int orderLength, String parameters, String... otherNames) {
        this.title = title;
        this.family = family;
        this.orderLength = orderLength;
        this.parameters = HexText.bytes(parameters, title);
        this.otherNames = List.of(otherNames);
    }

    /// {@return the curve of a name}
    public static Optional<Curve> named(String name) {
        return Arrays.stream(values())
                .filter(curve ->
                        curve.title.equalsIgnoreCase(name) || curve.otherNames.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// {@return the curve of a `CKA_EC_PARAMS`: the DER of an object identifier, or of a name (section 6.3.3)}
    public static Optional<Curve> of(byte[] parameters) {
        if (parameters.length > 2 && parameters[0] == PRINTABLE_STRING && parameters[1] == parameters.length - 2) {
            return named(new String(parameters, 2, parameters.length - 2, StandardCharsets.US_ASCII));
        }
        return Arrays.stream(values())
                .filter(curve -> Arrays.equals(curve.parameters, parameters))
                .findFirst();
    }

    /// {@return all names, for help and errors}
    public static String names(Family... families) {
        List<Family> wanted = List.of(families);
        return Arrays.stream(values())
                .filter(curve -> wanted.contains(curve.family))
                .map(curve -> curve.title)
                .collect(Collectors.joining(", "));
    }

    /// {@return what it is used with}
    public Family family() {
        return family;
    }

    /// {@return the length of a number below its order, in bytes}
    public int orderLength() {
        return orderLength;
    }

    /// {@return `CKA_EC_PARAMS`: the DER of its object identifier}
    public byte[] parameters() {
        return parameters.clone();
    }

    @Override
    public String toString() {
        return title;
    }
}
