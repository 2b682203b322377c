package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.fluent.TokenObject;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Keys on the curves of ECDSA (RFC 5480 and 5915; sections 6.3.3 and 6.3.4).
final class WeierstrassForm implements KeyForm {
    @Override
    public boolean hasAlgorithm(ASN1ObjectIdentifier algorithm) {
        return algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey);
    }

    @Override
    public boolean hasType(long keyType) {
        return keyType == Ckk.EC;
    }

    @Override
    public List<Attribute> publicKey(SubjectPublicKeyInfo info) throws IOException {
        return List.of(
                Attribute.of(Cka.KEY_TYPE, Ckk.EC),
                Attribute.of(Cka.EC_PARAMS, curve(info.getAlgorithm()).getEncoded("DER")),
                Attribute.of(
                        Cka.EC_POINT, new DEROctetString(info.getPublicKeyData().getOctets()).getEncoded("DER")));
    }

    @Override
    public List<Attribute> privateKey(PrivateKeyInfo info) throws IOException {
        return List.of(
                Attribute.of(Cka.KEY_TYPE, Ckk.EC),
                Attribute.of(Cka.EC_PARAMS, curve(info.getPrivateKeyAlgorithm()).getEncoded("DER")),
                Attribute.of(
                        Cka.VALUE,
                        ECPrivateKey.getInstance(info.parsePrivateKey()).getKey()));
    }

    @Override
    public SubjectPublicKeyInfo publicHalf(PrivateKeyInfo info) throws IOException {
        ECPrivateKey key = ECPrivateKey.getInstance(info.parsePrivateKey());
        ASN1BitString told = key.getPublicKey();
        AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
        return new SubjectPublicKeyInfo(
                algorithm, told == null ? point(curve(algorithm), key.getKey()) : told.getOctets());
    }

    private static byte[] point(ASN1Primitive curve, BigInteger key) {
        X9ECParameters parameters = curve instanceof ASN1ObjectIdentifier named
                ? Optional.ofNullable(ECNamedCurveTable.getByOID(named))
                        .orElseThrow(() -> new IllegalArgumentException("unknown curve"))
                : X9ECParameters.getInstance(curve);
        return parameters.getG().multiply(key).normalize().getEncoded(false);
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(TokenObject key) throws IOException {
        return new SubjectPublicKeyInfo(algorithm(key), unwrapped(key.bytes(Cka.EC_POINT)));
    }

    @Override
    public PrivateKeyInfo privateInfo(TokenObject key) throws IOException {
        byte[] value = key.bytes(Cka.VALUE);
        int length = Curve.of(key.bytes(Cka.EC_PARAMS)).map(Curve::orderLength).orElse(value.length);
        AlgorithmIdentifier algorithm = algorithm(key);
        return new PrivateKeyInfo(
                algorithm, new ECPrivateKey(Byte.SIZE * length, new BigInteger(1, value), algorithm.getParameters()));
    }

    private static AlgorithmIdentifier algorithm(TokenObject key) throws IOException {
        return new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, ASN1Primitive.fromByteArray(key.bytes(Cka.EC_PARAMS)));
    }

    private static ASN1Primitive curve(AlgorithmIdentifier algorithm) {
        return Optional.ofNullable(algorithm.getParameters())
                .orElseThrow(() -> new IllegalArgumentException("a key without its curve"))
                .toASN1Primitive();
    }

    /// The specification wants the point in a DER octet string; some modules give it as it is.
    private static byte[] unwrapped(byte[] point) {
        try {
            return ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(point))
                    .getOctets();
        } catch (IOException | IllegalArgumentException e) {
            return point;
        }
    }
}
