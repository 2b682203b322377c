package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc7748.X448;
import org.bouncycastle.util.Arrays;

/// The curves of RFC 7748, computed by Bouncy Castle.
public enum MontgomeryCurve implements ByteKeyCurve {
    /// curve25519.
    X25519_CURVE("curve25519", "1.3.101.110", 255, X25519.SCALAR_SIZE, 3) {
        @Override
        void publicKey(byte[] secret, byte[] out) {
            X25519.generatePublicKey(secret, 0, out, 0);
        }

        @Override
        boolean agree(byte[] secret, byte[] publicKey, byte[] out) {
            return X25519.calculateAgreement(secret, 0, publicKey, 0, out, 0);
        }
    },
    /// curve448.
    X448_CURVE("curve448", "1.3.101.111", 448, X448.SCALAR_SIZE, 2) {
        @Override
        void publicKey(byte[] secret, byte[] out) {
            X448.generatePublicKey(secret, 0, out, 0);
        }

        @Override
        boolean agree(byte[] secret, byte[] publicKey, byte[] out) {
            return X448.calculateAgreement(secret, 0, publicKey, 0, out, 0);
        }
    };

    private final String curveName;
    private final String oid;
    private final int fieldBits;
    private final int keyLength;
    private final int cofactorBits;

    MontgomeryCurve(String curveName, String oid, int fieldBits, int keyLength, int cofactorBits) {
        this.curveName = curveName;
        this.oid = oid;
        this.fieldBits = fieldBits;
        this.keyLength = keyLength;
        this.cofactorBits = cofactorBits;
    }

    /// Puts the public key of a private key into a buffer.
    abstract void publicKey(byte[] secret, byte[] out);

    /// Puts the shared secret into a buffer; answers whether it is not all zeros.
    abstract boolean agree(byte[] secret, byte[] publicKey, byte[] out);

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

    @Override
    public byte[] publicKey(byte[] secret) {
        byte[] key = new byte[keyLength];
        publicKey(secret, key);
        return key;
    }

    /// {@return the secret shared with the owner of a public key; nothing where that is a point of small
    /// order, which would make a secret of zeros}
    public Optional<byte[]> agree(byte[] secret, byte[] publicKey) {
        byte[] shared = new byte[keyLength];
        return agree(secret, publicKey, shared) ? Optional.of(shared) : Optional.empty();
    }

    /// {@return the number that a private key stands for, "clamped" as RFC 7748 decodes it}
    public BigInteger scalar(byte[] secret) {
        BigInteger number = new BigInteger(1, Arrays.reverse(secret));
        int highest = fieldBits - 1;
        BigInteger cut = number.mod(BigInteger.ONE.shiftLeft(highest)).setBit(highest);
        return cut.shiftRight(cofactorBits).shiftLeft(cofactorBits);
    }
}
