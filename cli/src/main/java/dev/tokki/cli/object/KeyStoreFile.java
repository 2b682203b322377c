package dev.tokki.cli.object;

import dev.tokki.api.constant.Ckk;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.io.InputStream;
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
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// All that a key store holds, in any form that Java knows: PKCS#12, JKS, JCEKS.
public final class KeyStoreFile {
    private final Path file;
    private final KeyStore store;
    private final char[] passphrase;
    private final KeyBundle bundle = new KeyBundle();

    private KeyStoreFile(Path file, KeyStore store, char[] passphrase) {
        this.file = file;
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
            KeyStoreFile read = new KeyStoreFile(file, KeyStore.getInstance(file.toFile(), passphrase), passphrase);
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
            bundle.privateKey(alias, PrivateKeyInfo.getInstance(key.getEncoded()));
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
            return ofAnotherKind(alias)
                    .orElseThrow(
                            () -> new Usage("the key \"" + alias + "\" has a passphrase of its own: make it that of"
                                    + " the key store first (keytool -keypasswd)"));
        }
    }

    /// {@return a key that Java itself has no use for: of SLH-DSA, or with a seed beside what grew of it}
    private Optional<Key> ofAnotherKind(String alias) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore other = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
            other.load(in, passphrase);
            return Optional.ofNullable(other.getKey(alias, passphrase));
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] encoded(Certificate certificate) throws CertificateEncodingException {
        return certificate.getEncoded();
    }
}
