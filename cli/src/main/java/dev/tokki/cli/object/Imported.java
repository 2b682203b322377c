package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckc;
import dev.tokki.api.constant.Cko;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/// What a file holds, as the attributes of the object to be made of it.
///
/// Not a record: it may hold a private key.
public final class Imported {
    private final ObjectKind kind;
    private final List<Attribute> attributes;

    Imported(ObjectKind kind, List<Attribute> attributes) {
        this.kind = kind;
        this.attributes = attributes;
    }

    /// {@return the class of the object}
    public ObjectKind kind() {
        return kind;
    }

    /// {@return what the file determines}
    public List<Attribute> attributes() {
        return attributes;
    }

    /// {@return what a file is to be, by what it says of itself: PEM by its label, anything else a certificate}
    ///
    /// @throws Usage if that is not clear
    static Imported of(byte[] file) {
        Optional<PemObject> pem = pem(file);
        if (pem.isEmpty()) {
            return read(file, ObjectKind.CERT, Imported::certificate);
        }
        byte[] der = pem.get().getContent();
        return switch (pem.get().getType()) {
            case "CERTIFICATE", "X509 CERTIFICATE" -> read(der, ObjectKind.CERT, Imported::certificate);
            case "PUBLIC KEY" -> read(der, ObjectKind.PUBLIC, Imported::publicKey);
            case "PRIVATE KEY" -> read(der, ObjectKind.PRIVATE, Imported::privateKey);
            default ->
                throw new Usage("a PEM file of \"" + pem.get().getType() + "\" cannot be imported as it is: try"
                        + " \"tokki import pem\", or turn a key into PKCS#8 first (openssl pkcs8 -topk8 -nocrypt)");
        };
    }

    /// {@return what a file is to be, by what the person says of it}
    ///
    /// @param secretType `CKK_…` of a secret key
    static Imported as(ObjectKind kind, long secretType, byte[] file) {
        byte[] content = pem(file).map(PemObject::getContent).orElse(file);
        return switch (kind) {
            case DATA -> new Imported(kind, List.of(Attribute.of(Cka.CLASS, Cko.DATA), Attribute.of(Cka.VALUE, file)));
            case SECRET ->
                new Imported(
                        kind,
                        List.of(
                                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                                Attribute.of(Cka.KEY_TYPE, secretType),
                                Attribute.of(Cka.VALUE, file)));
            case CERT -> read(content, kind, Imported::certificate);
            case PUBLIC -> read(content, kind, Imported::publicKey);
            case PRIVATE -> read(content, kind, Imported::privateKey);
        };
    }

    /// {@return a certificate}
    ///
    /// @throws IllegalArgumentException if it is malformed
    static Imported certificate(byte[] der) {
        Certificate certificate = Certificate.getInstance(der);
        try {
            return new Imported(
                    ObjectKind.CERT,
                    List.of(
                            Attribute.of(Cka.CLASS, Cko.CERTIFICATE),
                            Attribute.of(Cka.CERTIFICATE_TYPE, Ckc.X_509),
                            Attribute.of(Cka.SUBJECT, certificate.getSubject().getEncoded("DER")),
                            Attribute.of(Cka.ISSUER, certificate.getIssuer().getEncoded("DER")),
                            Attribute.of(
                                    Cka.SERIAL_NUMBER,
                                    certificate.getSerialNumber().getEncoded("DER")),
                            Attribute.of(Cka.VALUE, der)));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Imported publicKey(byte[] der) {
        return new Imported(ObjectKind.PUBLIC, KeyFiles.publicKey(SubjectPublicKeyInfo.getInstance(der)));
    }

    private static Imported privateKey(byte[] der) {
        return new Imported(ObjectKind.PRIVATE, KeyFiles.privateKey(PrivateKeyInfo.getInstance(der)));
    }

    private static Imported read(byte[] der, ObjectKind kind, Function<byte[], Imported> reader) {
        try {
            return reader.apply(der);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // The cause is not told: it may quote the file, which may be a key.
            throw new Usage("the file is no " + kind + " in a form that is known (X.509, SubjectPublicKeyInfo, PKCS#8);"
                    + " --class says what else it is");
        }
    }

    private static Optional<PemObject> pem(byte[] file) {
        try (PemReader reader = new PemReader(new StringReader(new String(file, StandardCharsets.ISO_8859_1)))) {
            return Optional.ofNullable(reader.readPemObject());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
