package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.fluent.TokenObject;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// RSA (RFC 8017; sections 6.1.2 and 6.1.3).
final class RsaForm implements KeyForm {
    /// {@return the algorithm's identifier}
    static AlgorithmIdentifier algorithm() {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    }

    @Override
    public boolean hasAlgorithm(ASN1ObjectIdentifier algorithm) {
        return algorithm.equals(PKCSObjectIdentifiers.rsaEncryption);
    }

    @Override
    public boolean hasType(long keyType) {
        return keyType == Ckk.RSA;
    }

    @Override
    public List<Attribute> publicKey(SubjectPublicKeyInfo info) throws IOException {
        RSAPublicKey rsa = RSAPublicKey.getInstance(info.parsePublicKey());
        return List.of(
                Attribute.of(Cka.KEY_TYPE, Ckk.RSA),
                Attribute.of(Cka.MODULUS, rsa.getModulus()),
                Attribute.of(Cka.PUBLIC_EXPONENT, rsa.getPublicExponent()));
    }

    @Override
    public List<Attribute> privateKey(PrivateKeyInfo info) throws IOException {
        RSAPrivateKey rsa = RSAPrivateKey.getInstance(info.parsePrivateKey());
        return List.of(
                Attribute.of(Cka.KEY_TYPE, Ckk.RSA),
                Attribute.of(Cka.MODULUS, rsa.getModulus()),
                Attribute.of(Cka.PUBLIC_EXPONENT, rsa.getPublicExponent()),
                Attribute.of(Cka.PRIVATE_EXPONENT, rsa.getPrivateExponent()),
                Attribute.of(Cka.PRIME_1, rsa.getPrime1()),
                Attribute.of(Cka.PRIME_2, rsa.getPrime2()),
                Attribute.of(Cka.EXPONENT_1, rsa.getExponent1()),
                Attribute.of(Cka.EXPONENT_2, rsa.getExponent2()),
                Attribute.of(Cka.COEFFICIENT, rsa.getCoefficient()));
    }

    @Override
    public SubjectPublicKeyInfo publicHalf(PrivateKeyInfo info) throws IOException {
        RSAPrivateKey rsa = RSAPrivateKey.getInstance(info.parsePrivateKey());
        return info(rsa.getModulus(), rsa.getPublicExponent());
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(TokenObject key) throws IOException {
        return info(number(key, Cka.MODULUS), number(key, Cka.PUBLIC_EXPONENT));
    }

    @Override
    public PrivateKeyInfo privateInfo(TokenObject key) throws IOException {
        return new PrivateKeyInfo(
                algorithm(),
                new RSAPrivateKey(
                        number(key, Cka.MODULUS),
                        number(key, Cka.PUBLIC_EXPONENT),
                        number(key, Cka.PRIVATE_EXPONENT),
                        number(key, Cka.PRIME_1),
                        number(key, Cka.PRIME_2),
                        number(key, Cka.EXPONENT_1),
                        number(key, Cka.EXPONENT_2),
                        number(key, Cka.COEFFICIENT)));
    }

    private static SubjectPublicKeyInfo info(BigInteger modulus, BigInteger exponent) throws IOException {
        return new SubjectPublicKeyInfo(algorithm(), new RSAPublicKey(modulus, exponent));
    }

    private static BigInteger number(TokenObject key, long type) {
        return new BigInteger(1, key.bytes(type));
    }
}
