package dev.tokki.emulator.crypto;

import dev.tokki.emulator.crypto.EdwardsCurve.Scheme;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// Ed25519 by a provider where one is faster than Bouncy Castle's lightweight API, which remains for the variants with
/// a
/// context or a hash.
///
/// @param provider who computes
record EdwardsOfProvider(Provider provider) {
    private static final String NAME = "Ed25519";
    private static final String OID = EdwardsCurve.ED25519.oid();

    /// {@return who computes on a curve, if that is a provider}
    static Optional<EdwardsOfProvider> of(Crypto crypto, EdwardsCurve curve) {
        String name = curve == EdwardsCurve.ED25519 ? NAME : "Ed448";
        return crypto.provider(Service.SIGNATURE, name).map(EdwardsOfProvider::new);
    }

    EdwardsCurve.Signing signing(byte[] secret, EdwardsCurve.Signing others) {
        PrivateKey key;
        try {
            byte[] der = new PrivateKeyInfo(
                            new AlgorithmIdentifier(new ASN1ObjectIdentifier(OID)), new DEROctetString(secret))
                    .getEncoded();
            key = KeyFactory.getInstance(NAME, provider).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return (scheme, context, data) -> scheme == Scheme.PURE ? sign(key, data) : others.sign(scheme, context, data);
    }

    private byte[] sign(PrivateKey key, byte[] data) {
        try {
            Signature signature = Signature.getInstance(NAME, provider);
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    EdwardsCurve.Verifying verifying(byte[] publicKey, EdwardsCurve.Verifying others) {
        PublicKey key;
        try {
            key = KeyFactory.getInstance(NAME, provider)
                    .generatePublic(new X509EncodedKeySpec(KeyInfo.of(OID, publicKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return (scheme, context, data, signature) ->
                scheme == Scheme.PURE ? verify(key, data, signature) : others.verify(scheme, context, data, signature);
    }

    private boolean verify(PublicKey key, byte[] data, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(NAME, provider);
            verifier.initVerify(key);
            verifier.update(data);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
