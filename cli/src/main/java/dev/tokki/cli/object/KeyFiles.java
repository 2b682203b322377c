package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// Keys in files (SubjectPublicKeyInfo, PKCS#8) as attributes, and back.
final class KeyFiles {
    private KeyFiles() {}

    /// {@return the attributes of a public key}
    ///
    /// @throws IllegalArgumentException if it is malformed, or of an unknown type
    static List<Attribute> publicKey(SubjectPublicKeyInfo info) {
        return read(Cko.PUBLIC_KEY, () -> form(info.getAlgorithm()).publicKey(info));
    }

    /// {@return the attributes of a private key}
    ///
    /// @throws IllegalArgumentException if it is malformed, or of an unknown type
    static List<Attribute> privateKey(PrivateKeyInfo info) {
        return read(Cko.PRIVATE_KEY, () -> form(info.getPrivateKeyAlgorithm()).privateKey(info));
    }

    /// {@return the public half of a private key}
    ///
    /// @throws IllegalArgumentException if it is malformed, or of an unknown type
    static SubjectPublicKeyInfo publicHalf(PrivateKeyInfo info) {
        try {
            return form(info.getPrivateKeyAlgorithm()).publicHalf(info);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// {@return the DER of a token's public key}
    ///
    /// @throws Usage if there is no file for keys of its type
    static byte[] publicKey(TokenObject key) {
        return write(key, form -> form.publicInfo(key));
    }

    /// {@return the DER of a private key that its token reveals}
    ///
    /// @throws Usage if there is no file for keys of its type
    static byte[] privateKey(TokenObject key) {
        return write(key, form -> form.privateInfo(key));
    }

    /// What reads a key.
    private interface Reading {
        List<Attribute> attributes() throws IOException;
    }

    private static List<Attribute> read(long objectClass, Reading reading) {
        try {
            return Stream.concat(Stream.of(Attribute.of(Cka.CLASS, objectClass)), reading.attributes().stream())
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// What writes a key.
    private interface Writing {
        ASN1Object by(KeyForm form) throws IOException;
    }

    private static byte[] write(TokenObject key, Writing writing) {
        long type = key.ulong(Cka.KEY_TYPE);
        KeyForm form = KeyForm.ALL.stream()
                .filter(one -> one.hasType(type))
                .findFirst()
                .orElseThrow(() -> new Usage("there is no standard file for keys of type " + Names.CKK.of(type)));
        try {
            return writing.by(form).getEncoded("DER");
        } catch (IOException | IllegalArgumentException e) {
            // The cause is not told: it may quote the key.
            throw new Usage("the token's key is not as the specification writes it down");
        }
    }

    private static KeyForm form(AlgorithmIdentifier algorithm) {
        return KeyForm.ALL.stream()
                .filter(form -> form.hasAlgorithm(algorithm.getAlgorithm()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown algorithm"));
    }
}
