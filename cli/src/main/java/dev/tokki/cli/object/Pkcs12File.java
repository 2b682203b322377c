package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckc;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.Usage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A key of a token and its certificates as a PKCS#12 file.
public final class Pkcs12File {
    /// Longer chains are circles.
    private static final int LONGEST_CHAIN = 20;

    private final Session session;
    private final CertificateFactory certificates;

    private Pkcs12File(Session session) throws GeneralSecurityException {
        this.session = session;
        this.certificates = CertificateFactory.getInstance("X.509");
    }

    /// A private key of any algorithm: a file holds it as it is, and need not know what it is for.
    ///
    /// Not a record: it holds a key.
    private static final class EncodedKey implements PrivateKey {
        private static final long serialVersionUID = 1;

        private final byte[] der;

        EncodedKey(byte[] der) {
            this.der = der;
        }

        @Override
        public String getAlgorithm() {
            return "PKCS#8";
        }

        @Override
        public String getFormat() {
            return "PKCS#8";
        }

        @Override
        public byte[] getEncoded() {
            return der.clone();
        }
    }

    /// {@return the file}
    ///
    /// @param key the private key
    /// @throws Usage if the token keeps the key to itself, or has no certificate of it
    public static byte[] of(Session session, TokenObject key, char[] passphrase) {
        try {
            Pkcs12File file = new Pkcs12File(session);
            List<X509Certificate> chain = file.chain(key);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    key.label().isEmpty() ? "key" : key.label(),
                    new EncodedKey(Revealed.privateKey(key)),
                    passphrase,
                    chain.toArray(Certificate[]::new));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, passphrase);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            // The cause is not told: it may quote the key.
            throw new Usage("the token's key or certificate cannot be written as PKCS#12");
        }
    }

    /// {@return the key's certificate (that with the same `CKA_ID`), its issuer's if the token has it, and so on}
    private List<X509Certificate> chain(TokenObject key) throws GeneralSecurityException {
        byte[] id = key.bytes(Cka.ID);
        List<X509Certificate> own = id.length == 0 ? List.of() : with(Attribute.of(Cka.ID, id));
        if (own.isEmpty()) {
            throw new Usage("a PKCS#12 file has keys with their certificates, and the token has none with the CKA_ID of"
                    + " this key: \"tokki object export --class private\" writes the key alone");
        }
        List<X509Certificate> chain = new ArrayList<>(List.of(own.getFirst()));
        Optional<X509Certificate> issuer = issuer(own.getFirst());
        while (issuer.isPresent() && chain.size() < LONGEST_CHAIN) {
            chain.add(issuer.get());
            issuer = issuer(issuer.get());
        }
        return chain;
    }

    private Optional<X509Certificate> issuer(X509Certificate of) throws GeneralSecurityException {
        return of.getIssuerX500Principal().equals(of.getSubjectX500Principal())
                ? Optional.empty()
                : with(Attribute.of(Cka.SUBJECT, of.getIssuerX500Principal().getEncoded())).stream()
                        .findFirst();
    }

    private List<X509Certificate> with(Attribute attribute) throws GeneralSecurityException {
        List<X509Certificate> found = new ArrayList<>();
        for (TokenObject object : session.find(
                Attribute.of(Cka.CLASS, Cko.CERTIFICATE), Attribute.of(Cka.CERTIFICATE_TYPE, Ckc.X_509), attribute)) {
            found.add((X509Certificate)
                    certificates.generateCertificate(new ByteArrayInputStream(object.bytes(Cka.VALUE))));
        }
        return found;
    }
}
