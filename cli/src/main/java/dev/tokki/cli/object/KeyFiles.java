package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Keys in files (SubjectPublicKeyInfo, PKCS#8) as attributes, and back.
final class KeyFiles {
    private KeyFiles() {}

    /// {@return the attributes of a public key}
    ///
    /// @throws IllegalArgumentException if it is malformed
    static List<Attribute> publicKey(SubjectPublicKeyInfo info) {
        AlgorithmIdentifier algorithm = info.getAlgorithm();
        byte[] bits = info.getPublicKeyData().getOctets();
        try {
            if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                RSAPublicKey rsa = RSAPublicKey.getInstance(info.parsePublicKey());
                return List.of(
                        Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.RSA),
                        Attribute.of(Cka.MODULUS, rsa.getModulus()),
                        Attribute.of(Cka.PUBLIC_EXPONENT, rsa.getPublicExponent()));
            }
            return List.of(
                    Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
                    Attribute.of(Cka.KEY_TYPE, keyType(algorithm)),
                    Attribute.of(Cka.EC_PARAMS, parameters(algorithm)),
                    Attribute.of(
                            Cka.EC_POINT,
                            keyType(algorithm) == Ckk.EC ? new DEROctetString(bits).getEncoded("DER") : bits));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// {@return the attributes of a private key}
    ///
    /// @throws IllegalArgumentException if it is malformed
    static List<Attribute> privateKey(PrivateKeyInfo info) {
        AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
        try {
            ASN1Encodable key = info.parsePrivateKey();
            if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return rsa(RSAPrivateKey.getInstance(key));
            }
            long type = keyType(algorithm);
            return List.of(
                    Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
                    Attribute.of(Cka.KEY_TYPE, type),
                    Attribute.of(Cka.EC_PARAMS, parameters(algorithm)),
                    type == Ckk.EC
                            ? Attribute.of(
                                    Cka.VALUE, ECPrivateKey.getInstance(key).getKey())
                            : Attribute.of(
                                    Cka.VALUE, ASN1OctetString.getInstance(key).getOctets()));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// {@return a public key's SubjectPublicKeyInfo, of what the token reveals of it}
    ///
    /// @throws Usage if its type is none of RSA and the curves
    static SubjectPublicKeyInfo info(long keyType, byte[] modulus, byte[] exponent, byte[] curve, byte[] point) {
        try {
            if (keyType == Ckk.RSA) {
                return new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        new RSAPublicKey(new BigInteger(1, modulus), new BigInteger(1, exponent)));
            }
            if (keyType == Ckk.EC) {
                return new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, ASN1Primitive.fromByteArray(curve)),
                        unwrapped(point));
            }
            if (keyType == Ckk.EC_EDWARDS || keyType == Ckk.EC_MONTGOMERY) {
                return new SubjectPublicKeyInfo(ofCurve(curve), point);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Usage("the token's key is not as the specification writes it down");
        }
        throw new Usage("only public keys of RSA and of curves can be exported");
    }

    /// {@return the algorithm that an Edwards or Montgomery curve is}
    ///
    /// @param parameters `CKA_EC_PARAMS`
    static AlgorithmIdentifier ofCurve(byte[] parameters) throws IOException {
        byte[] oid = Curve.of(parameters).map(Curve::parameters).orElse(parameters);
        return new AlgorithmIdentifier(ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(oid)));
    }

    private static List<Attribute> rsa(RSAPrivateKey rsa) {
        return List.of(
                Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
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

    private static long keyType(AlgorithmIdentifier algorithm) throws IOException {
        if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return Ckk.EC;
        }
        return curve(algorithm)
                .map(curve -> curve.family().keyType())
                .orElseThrow(() -> new IllegalArgumentException("unknown algorithm"));
    }

    /// For Edwards and Montgomery curves the algorithm itself names the curve.
    private static Optional<Curve> curve(AlgorithmIdentifier algorithm) throws IOException {
        return Curve.of(algorithm.getAlgorithm().getEncoded("DER"));
    }

    private static byte[] parameters(AlgorithmIdentifier algorithm) throws IOException {
        return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                ? algorithm.getParameters().toASN1Primitive().getEncoded("DER")
                : algorithm.getAlgorithm().getEncoded("DER");
    }

    /// The specification wants the point in a DER octet string; some modules give it as it is.
    private static byte[] unwrapped(byte[] point) throws IOException {
        try {
            return ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(point))
                    .getOctets();
        } catch (IOException | IllegalArgumentException e) {
            return point;
        }
    }
}
