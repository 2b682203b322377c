package dev.tokki.emulator.crypto;

import dev.tokki.emulator.crypto.TwistedEdwards.Point;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/// XEdDSA: signatures by keys of X25519 and X448 (T. Perrin, "The XEdDSA and VXEdDSA Signature Schemes", 2016).
public final class XEdDsa {
    private static final int RANDOM = 64;

    private final TwistedEdwards edwards;
    private final MessageDigest digest;

    /// @param digest hashes
    public XEdDsa(MontgomeryCurve curve, MessageDigest digest) {
        this.edwards = switch (curve) {
            case X25519_CURVE -> TwistedEdwards.OF_25519;
            case X448_CURVE -> TwistedEdwards.OF_448;
        };
        this.digest = digest;
    }

    /// {@return the length of a signature in bytes}
    public int signatureLength() {
        return 2 * edwards.length();
    }

    /// {@return a signature}
    ///
    /// @param secret the private key, a clamped scalar
    public byte[] sign(BigInteger secret, byte[] message, SecureRandom random) {
        byte[] fresh = new byte[RANDOM];
        random.nextBytes(fresh);
        Point own = edwards.multiple(secret.mod(edwards.order()));
        byte[] encoded = edwards.encode(own);
        boolean isOdd = (encoded[encoded.length - 1] & 0x80) != 0;
        // The public key is the point with the even x; the scalar follows it.
        encoded[encoded.length - 1] &= 0x7F;
        BigInteger a = isOdd ? secret.negate().mod(edwards.order()) : secret.mod(edwards.order());
        BigInteger r = number(first(), bytes(a), message, fresh).mod(edwards.order());
        byte[] commitment = edwards.encode(edwards.multiple(r));
        BigInteger h = number(commitment, encoded, message).mod(edwards.order());
        BigInteger s = r.add(h.multiply(a)).mod(edwards.order());
        return Arrays.concatenate(commitment, bytes(s));
    }

    /// {@return whether a signature is right}
    ///
    /// @param publicKey the public key, _u_ in little endian order
    /// @param signature [#signatureLength] bytes
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        BigInteger u = little(publicKey);
        byte[] commitment = Arrays.copyOf(signature, edwards.length());
        BigInteger s = little(Arrays.copyOfRange(signature, edwards.length(), signature.length));
        // The document does not ask for an s below the order, only for one without excess bits.
        if (u.compareTo(edwards.prime()) >= 0 || s.bitLength() > edwards.order().bitLength()) {
            return false;
        }
        Optional<Point> own = edwards.ofMontgomery(u);
        if (own.isEmpty()) {
            return false;
        }
        BigInteger h = number(commitment, edwards.encode(own.get()), message).mod(edwards.order());
        Point check = edwards.add(edwards.multiple(s), edwards.multiple(edwards.negative(own.get()), h));
        return MessageDigest.isEqual(edwards.encode(check), commitment);
    }

    /// 2^b - 2: what no encoded point and no scalar is, so that this hash is another than that of signatures.
    private byte[] first() {
        byte[] prefix = new byte[edwards.length()];
        Arrays.fill(prefix, (byte) 0xFF);
        prefix[0] = (byte) 0xFE;
        return prefix;
    }

    private BigInteger number(byte[]... pieces) {
        for (byte[] piece : pieces) {
            digest.update(piece);
        }
        return little(digest.digest());
    }

    private byte[] bytes(BigInteger scalar) {
        return Arrays.reverse(BigIntegers.asUnsignedByteArray(edwards.length(), scalar));
    }

    private static BigInteger little(byte[] bytes) {
        return new BigInteger(1, Arrays.reverse(bytes));
    }
}
