package dev.tokki.cli.object;

import dev.tokki.cli.Usage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/// All that a PEM file holds: keys, encrypted ones too, and certificates.
public final class PemFile {
    private final Supplier<char[]> passphrase;
    private final List<byte[]> certificates = new ArrayList<>();
    private final List<SubjectPublicKeyInfo> publicKeys = new ArrayList<>();
    private final List<PrivateKeyInfo> privateKeys = new ArrayList<>();

    private PemFile(Supplier<char[]> passphrase) {
        this.passphrase = passphrase;
    }

    /// {@return the objects to be made of a file}
    ///
    /// @param label what keys, and the first certificate, are to be called
    /// @param passphrase asked for once if a key is encrypted
    /// @throws Usage if there is nothing in it, or something is not understood
    public static List<Imported> read(byte[] file, String label, Supplier<char[]> passphrase) {
        PemFile pem = new PemFile(passphrase);
        try (PemReader reader = new PemReader(new StringReader(new String(file, StandardCharsets.ISO_8859_1)))) {
            for (PemObject next = reader.readPemObject(); next != null; next = reader.readPemObject()) {
                pem.take(next);
            }
            return pem.objects(label);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            // The cause is not told: it may quote the file, which may be a key.
            throw new Usage(
                    "the file is not PEM, or holds a key or a certificate that is malformed or of an unknown type");
        }
    }

    private void take(PemObject part) throws IOException {
        byte[] der = part.getContent();
        switch (part.getType()) {
            case "CERTIFICATE", "X509 CERTIFICATE" -> certificates.add(der);
            case "PUBLIC KEY" -> publicKeys.add(SubjectPublicKeyInfo.getInstance(der));
            case "RSA PUBLIC KEY" ->
                publicKeys.add(new SubjectPublicKeyInfo(RsaForm.algorithm(), RSAPublicKey.getInstance(der)));
            case "PRIVATE KEY" -> privateKeys.add(PrivateKeyInfo.getInstance(der));
            case "ENCRYPTED PRIVATE KEY" -> privateKeys.add(PrivateKeyInfo.getInstance(decrypted(der)));
            case "RSA PRIVATE KEY" -> {
                requirePlain(part);
                privateKeys.add(new PrivateKeyInfo(RsaForm.algorithm(), RSAPrivateKey.getInstance(der)));
            }
            case "EC PRIVATE KEY" -> {
                requirePlain(part);
                ECPrivateKey key = ECPrivateKey.getInstance(der);
                privateKeys.add(new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key));
            }
            case "EC PARAMETERS" -> {
                // They are in the key too.
            }
            default -> throw new Usage("a PEM file's \"" + part.getType() + "\" is nothing that a token can hold");
        }
    }

    private List<Imported> objects(String label) {
        KeyBundle bundle = new KeyBundle();
        for (PrivateKeyInfo key : privateKeys) {
            bundle.privateKey(label, key);
        }
        publicKeys.forEach(key -> bundle.publicKey(label, key));
        for (int i = 0; i < certificates.size(); i++) {
            bundle.certificate(i == 0 ? label : "", certificates.get(i));
        }
        if (bundle.objects().isEmpty()) {
            throw new Usage("the file holds no key and no certificate in PEM");
        }
        return bundle.objects();
    }

    private byte[] decrypted(byte[] der) throws IOException {
        try {
            EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(der);
            PBEKeySpec secret = new PBEKeySpec(passphrase.get());
            // PBES2 is not the name of an algorithm; its parameters tell one.
            String algorithm = encrypted.getAlgName().equals("PBES2")
                    ? encrypted.getAlgParameters().toString()
                    : encrypted.getAlgName();
            return encrypted
                    .getKeySpec(SecretKeyFactory.getInstance(algorithm).generateSecret(secret))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new Usage("the private key cannot be decrypted: the passphrase is wrong, or the cipher is unknown");
        }
    }

    private static void requirePlain(PemObject part) {
        if (!part.getHeaders().isEmpty()) {
            throw new Usage("the key is encrypted as OpenSSL did before PKCS#8: turn it into PKCS#8 first"
                    + " (openssl pkcs8 -topk8 -in FILE)");
        }
    }
}
