package dev.tokki.emulator.crypto;

/// The kinds of computation, which for those that providers offer are JCA's.
enum Service {
    DERIVATION("KDF"),
    CIPHER("Cipher"),
    DIGEST("MessageDigest"),
    KEM("KEM"),
    KEY_AGREEMENT("KeyAgreement"),
    KEY_FACTORY("KeyFactory"),
    KEY_PAIR_GENERATOR("KeyPairGenerator"),
    MAC("Mac"),
    PARAMETERS("AlgorithmParameterGenerator"),
    SIGNATURE("Signature");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /// {@return JCA's name}
    String label() {
        return label;
    }
}
