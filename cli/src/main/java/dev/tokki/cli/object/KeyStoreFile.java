package dev.tokki.cli.object;

import dev.tokki.api.constant.Ckk;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// All that a key store holds, in any form that Java knows: PKCS#12, JKS, JCEKS.
public final class KeyStoreFile {
    private final KeyStore store;
    private final char[] passphrase;
    private final KeyBundle bundle = new KeyBundle();

    private KeyStoreFile(KeyStore store, char[] passphrase) {
        this.store = store;
        this.passphrase = passphrase;
    }

    /// {@return the objects to be made of a key store; they are called as their entries are}
    ///
    /// @throws Usage if there is nothing in it, the passphrase is wrong, or something is not understood
    public static List<Imported> read(Path file, char[] passphrase) {
        if (!Files.isRegularFile(file)) {
            throw new Usage("there is no file " + file);
        }
        try {
            KeyStoreFile read = new KeyStoreFile(KeyStore.getInstance(file.toFile(), passphrase), passphrase);
            for (String alias : Collections.list(read.store.aliases())) {
                read.take(alias);
            }
            if (read.bundle.objects().isEmpty()) {
                throw new Usage(file + " is empty");
            }
            return read.bundle.objects();
        } catch (KeyStoreException e) {
            throw new Usage(file + " is no key store that Java knows (PKCS#12, JKS, JCEKS)");
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new Usage(file + " cannot be read: the passphrase is wrong, or it is damaged or of an unknown kind");
        }
    }

    private void take(String alias) throws GeneralSecurityException {
        if (!store.isKeyEntry(alias)) {
            bundle.certificate(alias, encoded(store.getCertificate(alias)));
            return;
        }
        Key key = key(alias);
        Certificate[] chain =
                Optional.ofNullable(store.getCertificateChain(alias)).orElse(new Certificate[0]);
        if (key instanceof PrivateKey) {
            Optional<SubjectPublicKeyInfo> half = chain.length == 0
                    ? Optional.empty()
                    : Optional.of(SubjectPublicKeyInfo.getInstance(
                            chain[0].getPublicKey().getEncoded()));
            bundle.privateKey(alias, PrivateKeyInfo.getInstance(key.getEncoded()), half);
        } else if (key instanceof SecretKey) {
            bundle.secretKey(alias, key.getAlgorithm().equals("AES") ? Ckk.AES : Ckk.GENERIC_SECRET, key.getEncoded());
        }
        for (int i = 0; i < chain.length; i++) {
            bundle.certificate(i == 0 ? alias : "", encoded(chain[i]));
        }
    }

    private Key key(String alias) throws GeneralSecurityException {
        try {
            return Optional.ofNullable(store.getKey(alias, passphrase))
                    .orElseThrow(() -> new Usage("the key store's \"" + alias + "\" holds no key after all"));
        } catch (UnrecoverableKeyException e) {
            throw new Usage("the key \"" + alias + "\" has a passphrase of its own: make it that of the key store first"
                    + " (keytool -keypasswd)");
        }
    }

    private static byte[] encoded(Certificate certificate) throws CertificateEncodingException {
        return certificate.getEncoded();
    }
}
