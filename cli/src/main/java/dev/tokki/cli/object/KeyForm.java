package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.emulator.mechanism.key.KeyDer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// How keys of a family are written down in files (SubjectPublicKeyInfo, PKCS#8), and with which attributes in tokens.
/// What is malformed is told with [IOException] or [IllegalArgumentException].
interface KeyForm {
    /// All families there are.
    List<KeyForm> ALL = Stream.concat(
                    Stream.of(new RsaForm(), new WeierstrassForm(), new BareCurveForm()),
                    KeyDer.all().stream().map(EngineForm::new))
            .toList();

    /// {@return whether keys of an algorithm belong to this family}
    boolean hasAlgorithm(ASN1ObjectIdentifier algorithm);

    /// {@return whether keys of a type belong to this family}
    ///
    /// @param keyType `CKK_…`
    boolean hasType(long keyType);

    /// {@return the attributes of a public key but its class}
    List<Attribute> publicKey(SubjectPublicKeyInfo info) throws IOException;

    /// {@return the attributes of a private key but its class}
    List<Attribute> privateKey(PrivateKeyInfo info) throws IOException;

    /// {@return the public half of a private key}
    SubjectPublicKeyInfo publicHalf(PrivateKeyInfo info) throws IOException;

    /// {@return a public key of a token}
    SubjectPublicKeyInfo publicInfo(TokenObject key) throws IOException;

    /// {@return a private key that a token reveals}
    PrivateKeyInfo privateInfo(TokenObject key) throws IOException;
}
