package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.util.BigIntegers;

/// A provider's bare RSA operation as Bouncy Castle's kind of cipher, for Bouncy Castle to put its paddings around.
final class BareRsa implements AsymmetricBlockCipher {
    private static final BigInteger ANY_EXPONENT = BigInteger.valueOf(65537);

    private final RsaKey<?> key;
    private boolean forEncryption;

    BareRsa(RsaKey<?> key) {
        this.key = key;
    }

    /// {@return parameters that tell the modulus; the exponent is with the provider}
    static RSAKeyParameters parameters(RsaKey<?> key, boolean isPrivate) {
        return new RSAKeyParameters(isPrivate, key.modulus(), ANY_EXPONENT, true);
    }

    @Override
    public void init(boolean encryption, CipherParameters parameters) {
        this.forEncryption = encryption;
    }

    @Override
    public int getInputBlockSize() {
        return forEncryption ? key.length() - 1 : key.length();
    }

    @Override
    public int getOutputBlockSize() {
        return forEncryption ? key.length() : key.length() - 1;
    }

    @Override
    public byte[] processBlock(byte[] in, int offset, int length) throws InvalidCipherTextException {
        byte[] block;
        try {
            block = key.raw(Arrays.copyOfRange(in, offset, offset + length));
        } catch (GeneralSecurityException e) {
            throw new InvalidCipherTextException(e.getMessage());
        }
        if (forEncryption) {
            return block;
        }
        BigInteger number = new BigInteger(1, block);
        if (number.bitLength() >= key.modulus().bitLength()) {
            throw new InvalidCipherTextException("no padded block begins with a one bit");
        }
        return BigIntegers.asUnsignedByteArray(number);
    }
}
