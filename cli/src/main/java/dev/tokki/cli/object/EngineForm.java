package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.mechanism.key.KeyDer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// Families whose keys the engine writes down in the same way when it wraps them.
///
/// @param family the family
record EngineForm(KeyDer family) implements KeyForm {
    /// What a key of any of these families may have.
    private static final long[] TOLD = {
        Cka.CLASS,
        Cka.KEY_TYPE,
        Cka.PRIME,
        Cka.SUBPRIME,
        Cka.BASE,
        Cka.PARAMETER_SET,
        Cka.GOSTR3410_PARAMS,
        Cka.GOSTR3411_PARAMS,
        Cka.GOST28147_PARAMS,
        Cka.SEED,
        Cka.VALUE
    };

    @Override
    public boolean hasAlgorithm(ASN1ObjectIdentifier algorithm) {
        return family.hasAlgorithm(algorithm);
    }

    @Override
    public boolean hasType(long keyType) {
        return family.hasType(keyType);
    }

    @Override
    public List<Attribute> publicKey(SubjectPublicKeyInfo info) throws IOException {
        return family.publicKey(info);
    }

    @Override
    public List<Attribute> privateKey(PrivateKeyInfo info) throws IOException {
        return family.privateKey(info);
    }

    @Override
    public SubjectPublicKeyInfo publicHalf(PrivateKeyInfo info) throws IOException {
        List<Attribute> attributes = new ArrayList<>(family.privateKey(info));
        attributes.add(Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY));
        return family.publicInfo(AttributeMap.of(attributes));
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(TokenObject key) throws IOException {
        return family.publicInfo(attributes(key));
    }

    @Override
    public PrivateKeyInfo privateInfo(TokenObject key) throws IOException {
        return family.privateInfo(attributes(key));
    }

    private static AttributeMap attributes(TokenObject key) {
        return AttributeMap.of(LongStream.of(TOLD)
                .boxed()
                .flatMap(type -> key.find(type).map(value -> new Attribute(type, value)).stream())
                .toList());
    }
}
