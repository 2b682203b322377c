package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.GostCurve;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cryptopro.CryptoProObjectIdentifiers;
import org.bouncycastle.asn1.cryptopro.GOST3410PublicKeyAlgParameters;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/// Keys of GOST R 34.10-2001. Public keys are as RFC 4491, section 2.3.2, says. Of private keys section 6.7 says
/// nothing;
/// Bouncy Castle writes the number into an octet string, its least significant byte first, and reads an integer too.
public enum GostDer implements KeyDer {
    /// The only family: there is no key type for the later GOST R 34.10-2012.
    R3410_2001;

    private static final int LENGTH = 32;

    @Override
    public boolean hasAlgorithm(ASN1ObjectIdentifier algorithm) {
        return algorithm.equals(CryptoProObjectIdentifiers.gostR3410_2001);
    }

    @Override
    public boolean hasType(long keyType) {
        return keyType == Ckk.GOSTR3410;
    }

    @Override
    public boolean tellsPublicKey(AttributeMap key) {
        return key.has(Cka.VALUE)
                && key.bytes(Cka.GOSTR3411_PARAMS).length > 0
                && GostCurve.of(key.bytes(Cka.GOSTR3410_PARAMS)).isPresent();
    }

    @Override
    public List<Attribute> publicKey(SubjectPublicKeyInfo info) throws IOException {
        return attributes(
                info.getAlgorithm(),
                ASN1OctetString.getInstance(info.parsePublicKey()).getOctets());
    }

    @Override
    public List<Attribute> privateKey(PrivateKeyInfo info) throws IOException {
        ASN1Encodable key = info.parsePrivateKey();
        byte[] value = key instanceof ASN1Integer number
                ? Arrays.reverse(BigIntegers.asUnsignedByteArray(LENGTH, number.getPositiveValue()))
                : ASN1OctetString.getInstance(key).getOctets();
        return attributes(info.getPrivateKeyAlgorithm(), value);
    }

    private static List<Attribute> attributes(AlgorithmIdentifier algorithm, byte[] value) throws IOException {
        GOST3410PublicKeyAlgParameters parameters =
                GOST3410PublicKeyAlgParameters.getInstance(algorithm.getParameters());
        if (parameters == null) {
            throw new IllegalArgumentException("a key without its curve");
        }
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.of(Cka.KEY_TYPE, Ckk.GOSTR3410),
                Attribute.of(
                        Cka.GOSTR3410_PARAMS, parameters.getPublicKeyParamSet().getEncoded("DER")),
                Attribute.of(
                        Cka.GOSTR3411_PARAMS, parameters.getDigestParamSet().getEncoded("DER")),
                Attribute.of(Cka.VALUE, value)));
        if (parameters.getEncryptionParamSet() != null) {
            attributes.add(Attribute.of(
                    Cka.GOST28147_PARAMS, parameters.getEncryptionParamSet().getEncoded("DER")));
        }
        return List.copyOf(attributes);
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(AttributeMap key) throws IOException {
        byte[] value = key.bytes(Cka.VALUE);
        byte[] point = key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY
                ? value
                : GostCurve.of(key.bytes(Cka.GOSTR3410_PARAMS))
                        .orElseThrow(() -> new IllegalArgumentException("an unknown curve"))
                        .publicKey(value);
        return new SubjectPublicKeyInfo(algorithm(key), new DEROctetString(point));
    }

    @Override
    public PrivateKeyInfo privateInfo(AttributeMap key) throws IOException {
        return new PrivateKeyInfo(algorithm(key), new DEROctetString(key.bytes(Cka.VALUE)));
    }

    private static AlgorithmIdentifier algorithm(AttributeMap key) {
        byte[] set = key.bytes(Cka.GOST28147_PARAMS);
        ASN1ObjectIdentifier curve = identifier(key, Cka.GOSTR3410_PARAMS);
        ASN1ObjectIdentifier digest = identifier(key, Cka.GOSTR3411_PARAMS);
        return new AlgorithmIdentifier(
                CryptoProObjectIdentifiers.gostR3410_2001,
                set.length == 0
                        ? new GOST3410PublicKeyAlgParameters(curve, digest)
                        : new GOST3410PublicKeyAlgParameters(curve, digest, identifier(key, Cka.GOST28147_PARAMS)));
    }

    private static ASN1ObjectIdentifier identifier(AttributeMap key, long type) {
        return ASN1ObjectIdentifier.getInstance(key.bytes(type));
    }
}
