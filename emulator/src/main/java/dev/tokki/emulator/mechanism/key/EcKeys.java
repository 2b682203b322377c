package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.ByteKeyCurve;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Curve;
import dev.tokki.emulator.crypto.EcPrivateKey;
import dev.tokki.emulator.crypto.EcPublicKey;
import dev.tokki.emulator.crypto.EdwardsCurve;
import dev.tokki.emulator.crypto.MontgomeryCurve;
import dev.tokki.emulator.rule.Refusal;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;

/// Keys on curves: between attributes (sections 6.3.3 to 6.3.8) and Bouncy Castle.
public final class EcKeys {
    /// Names under which the parsed curve is kept with a key.
    private record Field(int bits) {}

    private EcKeys() {}

    /// {@return the public key, kept with the key object}
    public static EcPublicKey publicKey(KeyView key) {
        return key.prepared(EcPublicKey.class, EcKeys::publicKey);
    }

    /// {@return the private key, kept with the key object}
    public static EcPrivateKey privateKey(KeyView key) {
        return key.prepared(EcPrivateKey.class, EcKeys::privateKey);
    }

    public static EcPublicKey publicKey(AttributeMap key) {
        Curve curve = EcParams.weierstrass(key);
        return point(curve, key.bytes(Cka.EC_POINT))
                .orElseThrow(() -> invalidPoint("It is no point of the curve " + curve.name() + ".", "6.3.3"));
    }

    public static EcPrivateKey privateKey(AttributeMap key) {
        Curve curve = EcParams.weierstrass(key);
        return curve.scalar(new BigInteger(1, key.bytes(Cka.VALUE)))
                .orElseThrow(() -> Refusal.of(
                        Ckr.ATTRIBUTE_VALUE_INVALID,
                        "CKA_VALUE",
                        "A private value is between 1 and the order of the base point less 1.",
                        "6.3.4",
                        "Pass the value, most significant byte first, and the parameters of its curve."));
    }

    /// {@return the point of octets, or of octets in a DER octet string}
    public static Optional<EcPublicKey> point(Curve curve, byte[] bytes) {
        return curve.isPointLength(bytes.length)
                ? curve.point(bytes)
                : octetString(bytes)
                        .filter(octets -> curve.isPointLength(octets.length))
                        .flatMap(curve::point);
    }

    /// {@return the content of a DER octet string, if the bytes are one}
    public static Optional<byte[]> octetString(byte[] bytes) {
        try {
            return Optional.of(ASN1OctetString.getInstance(bytes).getOctets());
        } catch (RuntimeException notOne) {
            return Optional.empty();
        }
    }

    /// {@return bytes in a DER octet string}
    public static byte[] inOctetString(byte[] octets) {
        try {
            return new DEROctetString(octets).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static EdwardsCurve edwards(AttributeMap key) {
        return EcParams.byteKey(key, EdwardsCurve.values(), "6.3.5");
    }

    public static MontgomeryCurve montgomery(AttributeMap key) {
        return EcParams.byteKey(key, MontgomeryCurve.values(), "6.3.7");
    }

    /// {@return the bytes of a public key, bare as the sections say; modules of before v3.0 put them into a
    /// DER octet string, which is taken too}
    public static byte[] publicBytes(ByteKeyCurve curve, AttributeMap key) {
        byte[] point = key.bytes(Cka.EC_POINT);
        Optional<byte[]> bytes = point.length == curve.keyLength() ? Optional.of(point) : octetString(point);
        return bytes.filter(octets -> octets.length == curve.keyLength())
                .orElseThrow(() -> invalidPoint(
                        "A public key of " + curve.curveName() + " has " + curve.keyLength() + " bytes.", "6.3.5"));
    }

    /// {@return the bytes of a private key}
    public static byte[] privateBytes(ByteKeyCurve curve, AttributeMap key) {
        byte[] value = key.bytes(Cka.VALUE);
        if (value.length != curve.keyLength()) {
            throw Refusal.of(
                    Ckr.ATTRIBUTE_VALUE_INVALID,
                    "CKA_VALUE",
                    "A private key of " + curve.curveName() + " has " + curve.keyLength() + " bytes; this one has "
                            + value.length + ".",
                    "6.3.6",
                    "Pass the bytes of the private key as RFC 8032 or RFC 7748 define them.");
        }
        return value;
    }

    /// {@return the bits of the field of the key's curve}
    public static long fieldBits(KeyView key) {
        return key.prepared(Field.class, attributes -> new Field(fieldBits(attributes)))
                .bits();
    }

    private static int fieldBits(AttributeMap key) {
        long type = key.ulong(Cka.KEY_TYPE, -1);
        if (type == Ckk.EC_EDWARDS) {
            return edwards(key).fieldBits();
        }
        return type == Ckk.EC_MONTGOMERY
                ? montgomery(key).fieldBits()
                : EcParams.weierstrass(key).fieldBits();
    }

    /// Refuses attributes that cannot be a key on a curve.
    public static void check(AttributeMap key) {
        boolean isPublic = key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY;
        long type = key.ulong(Cka.KEY_TYPE, -1);
        if (type == Ckk.EC) {
            if (isPublic) {
                publicKey(key);
            } else {
                privateKey(key);
            }
        } else if (type == Ckk.EC_EDWARDS) {
            checkBytes(edwards(key), key, isPublic);
            if (isPublic && !edwards(key).isPublicKey(publicBytes(edwards(key), key))) {
                throw invalidPublic(edwards(key));
            }
        } else if (type == Ckk.EC_MONTGOMERY) {
            checkBytes(montgomery(key), key, isPublic);
        }
    }

    /// {@return a public key made ready}
    public static EdwardsCurve.Verifying verifying(Crypto crypto, EdwardsCurve curve, AttributeMap key) {
        return curve.verifying(crypto, publicBytes(curve, key)).orElseThrow(() -> invalidPublic(curve));
    }

    private static Refusal invalidPublic(EdwardsCurve curve) {
        return invalidPoint("It is no point of the curve " + curve.curveName() + ", or one of small order.", "6.3.5");
    }

    private static void checkBytes(ByteKeyCurve curve, AttributeMap key, boolean isPublic) {
        if (isPublic) {
            publicBytes(curve, key);
        } else {
            privateBytes(curve, key);
        }
    }

    public static Refusal invalidPoint(String rule, String section) {
        return Refusal.of(
                Ckr.PUBLIC_KEY_INVALID,
                "CKA_EC_POINT",
                rule,
                section,
                "Pass the public key as it was generated, and the parameters of its curve.");
    }
}
