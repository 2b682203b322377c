package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.emulator.crypto.RsaKey;
import dev.tokki.emulator.mechanism.work.Signatures;
import java.math.BigInteger;
import java.security.PublicKey;
import org.bouncycastle.util.BigIntegers;

/// RSA as ISO/IEC 9796 (annex A) and ANSI X9.31 use it: of what comes out of the private operation and the modulus
/// less that, the smaller is the signature, so that each representative has one signature only.
final class SmallerRoot {
    private SmallerRoot() {}

    /// {@return the signature of a number}
    static byte[] sign(RsaKey<?> rsa, BigInteger representative) {
        byte[] block = BigIntegers.asUnsignedByteArray(rsa.length(), representative);
        BigInteger root = new BigInteger(1, RsaCiphers.raw(rsa, block));
        return BigIntegers.asUnsignedByteArray(
                rsa.length(), root.min(rsa.modulus().subtract(root)));
    }

    /// {@return the number that was signed, or the modulus less it}
    static BigInteger open(RsaKey<PublicKey> rsa, byte[] signature, String section) {
        Signatures.checkLength(signature, rsa.length(), section);
        BigInteger root = new BigInteger(1, signature);
        if (root.shiftLeft(1).compareTo(rsa.modulus()) > 0) {
            throw Signatures.invalid(section);
        }
        return new BigInteger(1, RsaCiphers.raw(rsa, signature));
    }
}
