package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// The keys and certificates of one file. What belongs together gets the same `CKA_ID`, the SHA-1 of the public key's
/// bits, and a private key gets its public half beside it.
final class KeyBundle {
    private final List<Imported> objects = new ArrayList<>();
    private final Set<ByteBuffer> seen = new HashSet<>();

    /// Adds a private key and its public half.
    ///
    /// @throws IllegalArgumentException if it is malformed
    void privateKey(String label, PrivateKeyInfo key) {
        SubjectPublicKeyInfo half = KeyFiles.publicHalf(key);
        Imported imported = new Imported(ObjectKind.PRIVATE, KeyFiles.privateKey(key));
        objects.add(named(imported, label, Optional.of(half)));
        publicKey(label, half);
    }

    /// Adds a public key, unless it is there already.
    ///
    /// @throws IllegalArgumentException if it is malformed
    void publicKey(String label, SubjectPublicKeyInfo info) {
        if (isNew(encoded(info))) {
            Imported imported = new Imported(ObjectKind.PUBLIC, KeyFiles.publicKey(info));
            objects.add(named(imported, label, Optional.of(info)));
        }
    }

    /// Adds a certificate, unless it is there already.
    ///
    /// @param label its label; if empty, it is called by its subject's common name
    /// @throws IllegalArgumentException if it is malformed
    void certificate(String label, byte[] der) {
        if (isNew(der)) {
            Certificate certificate = Certificate.getInstance(der);
            String name = label.isEmpty() ? commonName(certificate.getSubject()) : label;
            objects.add(named(Imported.certificate(der), name, Optional.of(certificate.getSubjectPublicKeyInfo())));
        }
    }

    /// Adds a secret key.
    ///
    /// @param type `CKK_…`
    void secretKey(String label, long type, byte[] value) {
        Imported imported = new Imported(
                ObjectKind.SECRET,
                List.of(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, type),
                        Attribute.of(Cka.VALUE, value)));
        objects.add(named(imported, label, Optional.empty()));
    }

    /// {@return what was added}
    List<Imported> objects() {
        return List.copyOf(objects);
    }

    private static Imported named(Imported imported, String label, Optional<SubjectPublicKeyInfo> half) {
        List<Attribute> attributes = new ArrayList<>(imported.attributes());
        if (!label.isEmpty()) {
            attributes.add(Attribute.of(Cka.LABEL, label));
        }
        half.ifPresent(info ->
                attributes.add(Attribute.of(Cka.ID, sha1(info.getPublicKeyData().getOctets()))));
        return new Imported(imported.kind(), List.copyOf(attributes));
    }

    private static byte[] sha1(byte[] bits) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }

    private static String commonName(X500Name name) {
        for (RDN part : name.getRDNs(BCStyle.CN)) {
            return part.getFirst().getValue().toString();
        }
        return name.toString();
    }

    private boolean isNew(byte[] encoded) {
        return seen.add(ByteBuffer.wrap(encoded));
    }

    private static byte[] encoded(SubjectPublicKeyInfo info) {
        try {
            return info.getEncoded("DER");
        } catch (IOException e) {
            throw new Usage("the public key cannot be written down");
        }
    }
}
