package dev.tokki.emulator.crypto;

import java.util.Arrays;

/// The kinds of computation, which for those that providers offer are JCA's.
enum Service {
    CIPHER("Cipher"),
    DIGEST("MessageDigest"),
    KEM("KEM"),
    KEY_AGREEMENT("KeyAgreement"),
    KEY_FACTORY("KeyFactory"),
    KEY_PAIR_GENERATOR("KeyPairGenerator"),
    MAC("Mac"),
    RANDOM("SecureRandom"),
    SIGNATURE("Signature");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /// {@return the kind of JCA's name}
    static Service of(String label) {
        return Arrays.stream(values())
                .filter(service -> service.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(label));
    }

    /// {@return JCA's name}
    String label() {
        return label;
    }
}
