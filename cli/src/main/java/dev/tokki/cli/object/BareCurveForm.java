package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.fluent.TokenObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/// Keys that are bytes, on Edwards' and Montgomery's curves (RFC 8410; sections 6.3.5 to 6.3.8). The algorithm names
/// the
/// curve.
final class BareCurveForm implements KeyForm {
    @Override
    public boolean hasAlgorithm(ASN1ObjectIdentifier algorithm) {
        try {
            return curve(algorithm).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean hasType(long keyType) {
        return keyType == Ckk.EC_EDWARDS || keyType == Ckk.EC_MONTGOMERY;
    }

    @Override
    public List<Attribute> publicKey(SubjectPublicKeyInfo info) throws IOException {
        return attributes(
                info.getAlgorithm(),
                Attribute.of(Cka.EC_POINT, info.getPublicKeyData().getOctets()));
    }

    @Override
    public List<Attribute> privateKey(PrivateKeyInfo info) throws IOException {
        return attributes(
                info.getPrivateKeyAlgorithm(),
                Attribute.of(
                        Cka.VALUE,
                        ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets()));
    }

    private static List<Attribute> attributes(AlgorithmIdentifier algorithm, Attribute value) throws IOException {
        Curve curve = curve(algorithm.getAlgorithm()).orElseThrow(() -> new IllegalArgumentException("unknown curve"));
        return List.of(
                Attribute.of(Cka.KEY_TYPE, curve.family().keyType()),
                Attribute.of(Cka.EC_PARAMS, curve.parameters()),
                value);
    }

    @Override
    public SubjectPublicKeyInfo publicHalf(PrivateKeyInfo info) throws IOException {
        AsymmetricKeyParameter key = PrivateKeyFactory.createKey(info);
        byte[] point = switch (key) {
            case Ed25519PrivateKeyParameters one -> one.generatePublicKey().getEncoded();
            case Ed448PrivateKeyParameters one -> one.generatePublicKey().getEncoded();
            case X25519PrivateKeyParameters one -> one.generatePublicKey().getEncoded();
            case X448PrivateKeyParameters one -> one.generatePublicKey().getEncoded();
            default -> throw new IllegalArgumentException("unknown curve");
        };
        return new SubjectPublicKeyInfo(info.getPrivateKeyAlgorithm(), point);
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(TokenObject key) throws IOException {
        return new SubjectPublicKeyInfo(algorithm(key), key.bytes(Cka.EC_POINT));
    }

    @Override
    public PrivateKeyInfo privateInfo(TokenObject key) throws IOException {
        return new PrivateKeyInfo(algorithm(key), new DEROctetString(key.bytes(Cka.VALUE)));
    }

    private static AlgorithmIdentifier algorithm(TokenObject key) throws IOException {
        byte[] parameters = key.bytes(Cka.EC_PARAMS);
        byte[] identifier = Curve.of(parameters).map(Curve::parameters).orElse(parameters);
        return new AlgorithmIdentifier(ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(identifier)));
    }

    private static Optional<Curve> curve(ASN1ObjectIdentifier algorithm) throws IOException {
        return Curve.of(algorithm.getEncoded("DER")).filter(curve -> curve.family() != Curve.Family.WEIERSTRASS);
    }
}
