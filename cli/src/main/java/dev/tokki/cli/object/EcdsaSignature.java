package dev.tokki.cli.object;

import dev.tokki.cli.Usage;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/// ECDSA signatures: r and s side by side as in PKCS#11 (section 6.3.1), and in DER as everywhere else.
public final class EcdsaSignature {
    private EcdsaSignature() {}

    /// {@return a signature in DER}
    ///
    /// @param raw r and s side by side
    public static byte[] toDer(byte[] raw) {
        int half = raw.length / 2;
        try {
            return new DERSequence(new ASN1Integer[] {
                        new ASN1Integer(new BigInteger(1, Arrays.copyOf(raw, half))),
                        new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, half, raw.length)))
                    })
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("two numbers can be written down", e);
        }
    }

    /// {@return r and s side by side}
    ///
    /// @param der the signature in DER
    /// @param length the length of each number in bytes
    /// @throws Usage if it is no such signature
    public static byte[] fromDer(byte[] der, int length) {
        try {
            ASN1Sequence both = ASN1Sequence.getInstance(der);
            byte[] raw = new byte[2 * length];
            for (int i = 0; i < 2; i++) {
                byte[] number =
                        unsigned(ASN1Integer.getInstance(both.getObjectAt(i)).getPositiveValue());
                System.arraycopy(number, 0, raw, (i + 1) * length - number.length, number.length);
            }
            return raw;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Usage("the signature is no ECDSA signature in DER");
        }
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
