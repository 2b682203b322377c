package dev.tokki.cli.object;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// A private key that the token reveals, as PKCS#8.
final class PrivateKeyFile {
    private PrivateKeyFile() {}

    /// {@return the DER}
    ///
    /// @throws Usage if its type is none of RSA and the curves
    static byte[] of(TokenObject key) {
        try {
            long type = key.ulong(Cka.KEY_TYPE);
            if (type == Ckk.RSA) {
                return rsa(key).getEncoded("DER");
            }
            if (type == Ckk.EC || type == Ckk.EC_EDWARDS || type == Ckk.EC_MONTGOMERY) {
                return curve(key, type).getEncoded("DER");
            }
        } catch (IOException | IllegalArgumentException e) {
            // The cause is not told: it may quote the key.
            throw new Usage("the token's key is not as the specification writes it down");
        }
        throw new Usage("only private keys of RSA and of curves can be exported");
    }

    private static PrivateKeyInfo rsa(TokenObject key) throws IOException {
        return new PrivateKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
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

    private static PrivateKeyInfo curve(TokenObject key, long type) throws IOException {
        byte[] parameters = key.bytes(Cka.EC_PARAMS);
        byte[] value = key.bytes(Cka.VALUE);
        if (type == Ckk.EC) {
            int bits = Curve.of(parameters).map(Curve::orderLength).orElse(value.length) * 8;
            ASN1Primitive curve = ASN1Primitive.fromByteArray(parameters);
            return new PrivateKeyInfo(
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve),
                    new ECPrivateKey(bits, new BigInteger(1, value), curve));
        }
        return new PrivateKeyInfo(KeyFiles.ofCurve(parameters), new DEROctetString(value));
    }

    private static BigInteger number(TokenObject key, long type) {
        return new BigInteger(1, key.bytes(type));
    }
}
