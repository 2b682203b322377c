package dev.tokki.conformance.suite.crypto;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/// The little of DER that attribute values need.
final class Der {
    private static final int OCTET_STRING = 0x04;
    private static final int BIT_STRING = 0x03;
    private static final int SEQUENCE = 0x30;
    private static final int LONG_FORM = 0x80;

    private Der() {}

    /// {@return bytes in an OCTET STRING}
    static byte[] octetString(byte... content) {
        return tagged(OCTET_STRING, content);
    }

    /// {@return what an OCTET STRING holds; the bytes themselves if they are none}
    static byte[] octets(byte... der) {
        if (der.length < 2 || der[0] != OCTET_STRING) {
            return der;
        }
        int first = der[1] & 0xff;
        int header = first < LONG_FORM ? 2 : 2 + (first - LONG_FORM);
        byte[] content = Arrays.copyOfRange(der, Math.min(header, der.length), der.length);
        return Arrays.equals(octetString(content), der) ? content : der;
    }

    /// {@return the SubjectPublicKeyInfo of a point on a short Weierstrass curve}
    static byte[] ecPublicKeyInfo(Curve curve, byte[] point) {
        byte[] idEcPublicKey = HexFormat.of().parseHex("06072a8648ce3d0201");
        byte[] algorithm = tagged(SEQUENCE, joined(idEcPublicKey, curve.params()));
        return tagged(SEQUENCE, joined(algorithm, bitString(point)));
    }

    /// {@return the SubjectPublicKeyInfo of a key of RFC 8410}
    static byte[] rfc8410PublicKeyInfo(Curve curve, byte[] key) {
        return publicKeyInfo(curve.params(), key);
    }

    /// {@return the SubjectPublicKeyInfo of an algorithm without parameters}
    ///
    /// @param oid the algorithm's object identifier in DER
    static byte[] publicKeyInfo(byte[] oid, byte[] key) {
        return tagged(SEQUENCE, joined(tagged(SEQUENCE, oid), bitString(key)));
    }

    /// {@return the PrivateKeyInfo of a key of RFC 8410}
    static byte[] rfc8410PrivateKeyInfo(Curve curve, byte[] key) {
        byte[] version = {0x02, 0x01, 0x00};
        byte[] algorithm = tagged(SEQUENCE, curve.params());
        return tagged(SEQUENCE, joined(joined(version, algorithm), octetString(octetString(key))));
    }

    private static byte[] bitString(byte... content) {
        return tagged(BIT_STRING, joined(new byte[1], content));
    }

    private static byte[] tagged(int tag, byte... content) {
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        if (content.length < LONG_FORM) {
            der.write(content.length);
        } else if (content.length <= 0xff) {
            der.write(LONG_FORM + 1);
            der.write(content.length);
        } else {
            der.write(LONG_FORM + 2);
            der.write(content.length >> 8);
            der.write(content.length);
        }
        der.writeBytes(content);
        return der.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
