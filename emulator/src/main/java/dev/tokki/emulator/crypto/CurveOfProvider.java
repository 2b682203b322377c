package dev.tokki.emulator.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import java.util.Optional;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// A curve of NIST, computed by a provider where one is faster than Bouncy Castle's lightweight API.
///
/// @param provider who computes
/// @param oid the curve's object identifier
record CurveOfProvider(Provider provider, String oid) {
    private static final String ECDSA = "NONEwithECDSA";
    private static final String ECDH = "ECDH";
    private static final String EC = "EC";

    /// The curves that providers have in a fast form, and their usual names.
    private static final Map<String, String> FAST =
            Map.of("1.2.840.10045.3.1.7", "P-256", "1.3.132.0.34", "P-384", "1.3.132.0.35", "P-521");

    /// {@return who signs on a curve, if that is a provider}
    static Optional<CurveOfProvider> signing(Crypto crypto, Curve curve) {
        return of(crypto, Service.SIGNATURE, "ECDSA on ", curve);
    }

    /// {@return who agrees on a curve, if that is a provider}
    static Optional<CurveOfProvider> agreeing(Crypto crypto, Curve curve) {
        return of(crypto, Service.KEY_AGREEMENT, "ECDH on ", curve);
    }

    /// {@return who makes keys on a curve, if that is a provider}
    static Optional<CurveOfProvider> generating(Crypto crypto, Curve curve) {
        return of(crypto, Service.KEY_PAIR_GENERATOR, "EC on ", curve);
    }

    private static Optional<CurveOfProvider> of(Crypto crypto, Service service, String prefix, Curve curve) {
        Optional<String> oid = curve.oid().filter(FAST::containsKey);
        String name = oid.map(FAST::get).orElse("other curves");
        return crypto.provider(service, prefix + name)
                .map(provider -> new CurveOfProvider(provider, oid.orElseThrow()));
    }

    /// {@return a private key in the provider's form}
    PrivateKey privateKey(BigInteger number, int bits) {
        try {
            byte[] der = new PrivateKeyInfo(identifier(), new org.bouncycastle.asn1.sec.ECPrivateKey(bits, number))
                    .getEncoded();
            return KeyFactory.getInstance(EC, provider).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return a public key in the provider's form}
    PublicKey publicKey(byte[] octets) {
        try {
            byte[] der = new SubjectPublicKeyInfo(identifier(), octets).getEncoded();
            return KeyFactory.getInstance(EC, provider).generatePublic(new X509EncodedKeySpec(der));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private AlgorithmIdentifier identifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier(oid));
    }

    /// {@return _r_ and _s_ of a signature over a hash}
    BigInteger[] sign(PrivateKey key, byte[] hash) {
        try {
            Signature signature = Signature.getInstance(ECDSA, provider);
            signature.initSign(key);
            signature.update(hash);
            ASN1Sequence rs = ASN1Sequence.getInstance(signature.sign());
            return new BigInteger[] {number(rs, 0), number(rs, 1)};
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(ASN1Sequence numbers, int index) {
        return ASN1Integer.getInstance(numbers.getObjectAt(index)).getPositiveValue();
    }

    /// {@return whether _r_ and _s_, both between 1 and the order less 1, are a signature over a hash}
    boolean verifies(PublicKey key, byte[] hash, BigInteger r, BigInteger s) {
        try {
            byte[] der = new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
            Signature signature = Signature.getInstance(ECDSA, provider);
            signature.initVerify(key);
            signature.update(hash);
            return signature.verify(der);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return the secret shared with the owner of a public key}
    byte[] agree(PrivateKey key, PublicKey other) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance(ECDH, provider);
            agreement.init(key);
            agreement.doPhase(other, true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return a new key pair}
    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(EC, provider);
            generator.initialize(new ECGenParameterSpec(oid));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
