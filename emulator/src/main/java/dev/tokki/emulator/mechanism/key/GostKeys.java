package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.GostCurve;
import dev.tokki.emulator.crypto.GostSet;
import dev.tokki.emulator.rule.Refusal;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cryptopro.CryptoProObjectIdentifiers;
import org.bouncycastle.asn1.cryptopro.GOST3410PublicKeyAlgParameters;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// Keys of GOST R 34.10-2001 and GOST 28147-89, sections 6.44.2, 6.46.2 and 6.46.3. The parameter sets are those that
/// were published; domain parameters of one's own can be kept as objects, and are not served.
public final class GostKeys {
    private GostKeys() {}

    /// {@return the curve of a key or a template}
    ///
    /// @param refusedAs the return value if it is none that is served
    public static GostCurve curve(AttributeMap key, long refusedAs) {
        return GostCurve.of(key.bytes(Cka.GOSTR3410_PARAMS))
                .orElseThrow(() -> notServed("CKA_GOSTR3410_PARAMS", "6.46.2", refusedAs));
    }

    /// {@return the parameter set of GOST 28147-89 of a key}
    public static GostSet set(AttributeMap key) {
        return GostSet.of(key.bytes(Cka.GOST28147_PARAMS))
                .orElseThrow(() -> notServed("CKA_GOST28147_PARAMS", "6.44.2", Ckr.KEY_TYPE_INCONSISTENT));
    }

    private static Refusal notServed(String attribute, String section, long refusedAs) {
        return Refusal.of(
                refusedAs,
                attribute,
                "It is the object identifier of no parameter set that is served.",
                section,
                "Use that of a CryptoPro set (1.2.643.2.2.31.1, 1.2.643.2.2.35.1), in DER.");
    }

    /// Refuses a key on a known curve whose value cannot be one.
    static void check(AttributeMap key) {
        Optional<GostCurve> curve = GostCurve.of(key.bytes(Cka.GOSTR3410_PARAMS));
        boolean isPublic = key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY;
        byte[] value = key.bytes(Cka.VALUE);
        boolean isKey = curve.map(known -> isPublic ? known.isPublicKey(value) : known.isPrivateKey(value))
                .orElse(true);
        if (!isKey) {
            throw Refusal.of(
                    Ckr.ATTRIBUTE_VALUE_INVALID,
                    "CKA_VALUE",
                    isPublic
                            ? "The two coordinates are not those of a point of the curve."
                            : "The number must be at least 1 and below the order of the curve.",
                    isPublic ? "6.46.2" : "6.46.3",
                    "Pass the numbers with their least significant byte first.");
        }
    }

    /// {@return the SubjectPublicKeyInfo of the public key that a public or private key holds (RFC 4491, 2.3.2); empty
    /// where its parameters are not known}
    static byte[] publicKeyInfo(AttributeMap key) {
        return GostCurve.of(key.bytes(Cka.GOSTR3410_PARAMS))
                .filter(curve -> key.bytes(Cka.GOSTR3411_PARAMS).length > 0)
                .map(curve -> encoded(curve, key))
                .orElse(new byte[0]);
    }

    private static byte[] encoded(GostCurve curve, AttributeMap key) {
        byte[] value = key.bytes(Cka.VALUE);
        byte[] point = key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY ? value : curve.publicKey(value);
        byte[] set = key.bytes(Cka.GOST28147_PARAMS);
        ASN1ObjectIdentifier curveName = ASN1ObjectIdentifier.getInstance(key.bytes(Cka.GOSTR3410_PARAMS));
        try {
            ASN1ObjectIdentifier digest = ASN1ObjectIdentifier.getInstance(key.bytes(Cka.GOSTR3411_PARAMS));
            GOST3410PublicKeyAlgParameters parameters = set.length == 0
                    ? new GOST3410PublicKeyAlgParameters(curveName, digest)
                    : new GOST3410PublicKeyAlgParameters(curveName, digest, ASN1ObjectIdentifier.getInstance(set));
            return new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(CryptoProObjectIdentifiers.gostR3410_2001, parameters),
                            new DEROctetString(point))
                    .getEncoded("DER");
        } catch (IllegalArgumentException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
