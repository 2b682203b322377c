package dev.tokki.emulator.crypto;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc7748.X448;

/// The curves of RFC 7748, computed by Bouncy Castle.
public enum MontgomeryCurve implements ByteKeyCurve {
    /// curve25519.
    X25519_CURVE("curve25519", "1.3.101.110", 255, X25519.SCALAR_SIZE) {
        @Override
        public byte[] publicKey(byte[] secret) {
            byte[] key = new byte[X25519.POINT_SIZE];
            X25519.generatePublicKey(secret, 0, key, 0);
            return key;
        }

        @Override
        public Optional<byte[]> agree(byte[] secret, byte[] publicKey) {
            byte[] shared = new byte[X25519.POINT_SIZE];
            return X25519.calculateAgreement(secret, 0, publicKey, 0, shared, 0)
                    ? Optional.of(shared)
                    : Optional.empty();
        }
    },
    /// curve448.
    X448_CURVE("curve448", "1.3.101.111", 448, X448.SCALAR_SIZE) {
        @Override
        public byte[] publicKey(byte[] secret) {
            byte[] key = new byte[X448.POINT_SIZE];
            X448.generatePublicKey(secret, 0, key, 0);
            return key;
        }

        @Override
        public Optional<byte[]> agree(byte[] secret, byte[] publicKey) {
            byte[] shared = new byte[X448.POINT_SIZE];
            return X448.calculateAgreement(secret, 0, publicKey, 0, shared, 0) ? Optional.of(shared) : Optional.empty();
        }
    };

    private final String curveName;
    private final String oid;
    private final int fieldBits;
    private final int keyLength;

    MontgomeryCurve(String curveName, String oid, int fieldBits, int keyLength) {
        this.curveName = curveName;
        this.oid = oid;
        this.fieldBits = fieldBits;
        this.keyLength = keyLength;
    }

    @Override
    public String curveName() {
        return curveName;
    }

    @Override
    public String oid() {
        return oid;
    }

    @Override
    public int fieldBits() {
        return fieldBits;
    }

    @Override
    public int keyLength() {
        return keyLength;
    }

    @Override
    public byte[] generate(SecureRandom random) {
        byte[] secret = new byte[keyLength];
        random.nextBytes(secret);
        return secret;
    }

    /// {@return the secret shared with the owner of a public key; nothing where that is a point of small
    /// order, which would make a secret of zeros}
    public abstract Optional<byte[]> agree(byte[] secret, byte[] publicKey);
}
