package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.ByteKeyCurve;
import dev.tokki.emulator.crypto.Curve;
import dev.tokki.emulator.crypto.EcPrivateKey;
import dev.tokki.emulator.crypto.EdwardsCurve;
import dev.tokki.emulator.crypto.MontgomeryCurve;
import dev.tokki.emulator.rule.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Keys on curves as PrivateKeyInfo (section 6.7; RFC 8410 for those of bytes) and SubjectPublicKeyInfo.
public final class EcDer {
    private EcDer() {}

    /// {@return the PrivateKeyInfo of a private key}
    public static byte[] privateKeyInfo(AttributeMap key) {
        try {
            if (key.ulong(Cka.KEY_TYPE, -1) != Ckk.EC) {
                ByteKeyCurve curve = curve(key);
                return der(new PrivateKeyInfo(algorithm(curve), new DEROctetString(EcKeys.privateBytes(curve, key))));
            }
            EcPrivateKey ec = EcKeys.privateKey(key);
            // The section wants the optional parameters left out; they are in the algorithm already.
            return der(new PrivateKeyInfo(
                    algorithm(ec.curve()), new ECPrivateKey(ec.curve().order().bitLength(), ec.number())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return the SubjectPublicKeyInfo of the public key that a public or private key holds}
    public static byte[] publicKeyInfo(AttributeMap key) {
        boolean isPublic = key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY;
        if (key.ulong(Cka.KEY_TYPE, -1) != Ckk.EC) {
            ByteKeyCurve curve = curve(key);
            byte[] bytes = isPublic ? EcKeys.publicBytes(curve, key) : curve.publicKey(EcKeys.privateBytes(curve, key));
            return der(new SubjectPublicKeyInfo(algorithm(curve), bytes));
        }
        var point = isPublic ? EcKeys.publicKey(key) : EcKeys.privateKey(key).publicKey();
        return der(new SubjectPublicKeyInfo(algorithm(point.curve()), point.octets()));
    }

    /// {@return the attributes of a private key; nothing where the DER does not hold one of the type}
    ///
    /// @throws Refusal for a curve that is not served
    public static Optional<List<Attribute>> privateKey(byte[] der, long keyType) {
        Optional<AttributeMap> key = parsed(der, keyType);
        try {
            key.ifPresent(EcKeys::check);
        } catch (Refusal refusal) {
            if (refusal.rv().is(Ckr.CURVE_NOT_SUPPORTED) || refusal.rv().is(Ckr.DOMAIN_PARAMS_INVALID)) {
                throw refusal;
            }
            return Optional.empty();
        }
        return key.map(AttributeMap::attributes);
    }

    private static Optional<AttributeMap> parsed(byte[] der, long keyType) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(der);
            return keyType == Ckk.EC ? ec(info) : bytes(info, keyType);
        } catch (IOException | RuntimeException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<AttributeMap> ec(PrivateKeyInfo info) throws IOException {
        AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
        if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return Optional.empty();
        }
        byte[] params = algorithm.getParameters().toASN1Primitive().getEncoded("DER");
        return Optional.of(AttributeMap.of(List.of(
                Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.EC),
                Attribute.of(Cka.EC_PARAMS, params),
                Attribute.of(
                        Cka.VALUE,
                        ECPrivateKey.getInstance(info.parsePrivateKey()).getKey()))));
    }

    private static Optional<AttributeMap> bytes(PrivateKeyInfo info, long keyType) throws IOException {
        ASN1ObjectIdentifier oid = info.getPrivateKeyAlgorithm().getAlgorithm();
        ByteKeyCurve[] curves = keyType == Ckk.EC_EDWARDS ? EdwardsCurve.values() : MontgomeryCurve.values();
        if (Arrays.stream(curves).noneMatch(curve -> curve.oid().equals(oid.getId()))) {
            return Optional.empty();
        }
        return Optional.of(AttributeMap.of(List.of(
                Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
                Attribute.of(Cka.KEY_TYPE, keyType),
                Attribute.of(Cka.EC_PARAMS, oid.getEncoded("DER")),
                Attribute.of(
                        Cka.VALUE,
                        ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets()))));
    }

    private static ByteKeyCurve curve(AttributeMap key) {
        return key.ulong(Cka.KEY_TYPE, -1) == Ckk.EC_EDWARDS ? EcKeys.edwards(key) : EcKeys.montgomery(key);
    }

    private static AlgorithmIdentifier algorithm(ByteKeyCurve curve) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(curve.oid()));
    }

    private static AlgorithmIdentifier algorithm(Curve curve) {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve.parameters());
    }

    private static byte[] der(ASN1Object object) {
        try {
            return object.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
