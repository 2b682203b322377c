package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.emulator.attribute.AttributeMap;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// How keys of a family are written down: as SubjectPublicKeyInfo (section 4.10) and as PrivateKeyInfo (section 6.7),
/// whether they are wrapped or in files.
///
/// What is malformed is told with [IOException] or [IllegalArgumentException]; whether numbers can be a key is not
/// asked here.
public sealed interface KeyDer permits DiscreteLogDer, PostQuantumDer, GostDer {
    /// {@return all families}
    static List<KeyDer> all() {
        return List.of(
                DiscreteLogDer.DSA,
                DiscreteLogDer.DH,
                DiscreteLogDer.X9_42_DH,
                PostQuantumDer.ML_DSA,
                PostQuantumDer.ML_KEM,
                PostQuantumDer.SLH_DSA,
                GostDer.R3410_2001);
    }

    /// {@return the family of a key type}
    ///
    /// @param keyType `CKK_…`
    static Optional<KeyDer> of(long keyType) {
        return all().stream().filter(one -> one.hasType(keyType)).findFirst();
    }

    /// {@return whether keys of an algorithm belong to this family}
    boolean hasAlgorithm(ASN1ObjectIdentifier algorithm);

    /// {@return whether keys of a type belong to this family}
    boolean hasType(long keyType);

    /// {@return whether a public or private key has all that it takes to tell the public key}
    boolean tellsPublicKey(AttributeMap key);

    /// {@return the attributes of a public key but its class}
    List<Attribute> publicKey(SubjectPublicKeyInfo info) throws IOException;

    /// {@return the attributes of a private key but its class}
    List<Attribute> privateKey(PrivateKeyInfo info) throws IOException;

    /// {@return the public key that a public or private key holds}
    SubjectPublicKeyInfo publicInfo(AttributeMap key) throws IOException;

    /// {@return a private key}
    PrivateKeyInfo privateInfo(AttributeMap key) throws IOException;
}
