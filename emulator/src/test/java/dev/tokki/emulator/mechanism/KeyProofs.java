package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Template;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Keys made through the calls: generated, derived, agreed upon.
final class KeyProofs {
    private final Workshop workshop;

    KeyProofs(Workshop workshop) {
        this.workshop = workshop;
    }

    void generates(Declaration<?> declaration) {
        if (DomainSamples.isDomain(declaration.type())) {
            DomainSamples.prove(workshop, declaration.type());
            return;
        }
        Key first = generated(declaration);
        Key second = generated(declaration);
        assertThat(first.ulong(Cka.KEY_TYPE)).isIn(declaration.keys().types());
        if (Samples.isDeterministic(declaration.type())) {
            assertThat(workshop.valueOf(first)).isEqualTo(workshop.valueOf(second));
        } else {
            assertThat(workshop.valueOf(first)).isNotEqualTo(workshop.valueOf(second));
        }
    }

    private Key generated(Declaration<?> declaration) {
        List<Attribute> template =
                new ArrayList<>(List.of(Attribute.of(Cka.SENSITIVE, false), Attribute.of(Cka.EXTRACTABLE, true)));
        long type = Workshop.keyType(declaration.keys());
        Optional<SecretKeyType> known = SecretKeyType.of(type);
        if (known.isPresent() && known.get().hasLength() && !Samples.hasFixedLength(declaration.type())) {
            template.add(Attribute.of(Cka.VALUE_LEN, (long) Workshop.value(type, 0).length));
        }
        template.addAll(Samples.generationAttributes(declaration.type(), type));
        return workshop.session().generateKey(mechanism(declaration, Use.GENERATE), template.toArray(Attribute[]::new));
    }

    void generatesPairs(Declaration<?> declaration) {
        long type = Workshop.keyType(declaration.keys());
        Generation usual =
                Objects.requireNonNull(PairSamples.GENERATIONS.get(type), () -> "a template for pairs of type " + type);
        Pair pair = new Generation(
                        declaration.type(),
                        usual.publicTemplate(),
                        usual.privateTemplate(),
                        usual.publicUses(),
                        usual.privateUses())
                .pair(workshop);
        assertThat(pair.publicKey().bool(Cka.LOCAL)).isTrue();
        assertThat(pair.privateKey().ulong(Cka.KEY_GEN_MECHANISM)).isEqualTo(declaration.type());
        PairSamples.provePair(workshop, pair, type);
    }

    void derives(Declaration<?> declaration) {
        if (RatchetSamples.isDerivation(declaration.type())) {
            RatchetSamples.proveDerivation(workshop, declaration.type());
            return;
        }
        if (Samples.hasOwnDerivationProof(declaration.type())) {
            ProtocolSamples.proveDerivation(workshop, declaration.type());
            return;
        }
        byte[] first = derived(declaration, 0x5A);
        assertThat(derived(declaration, 0x5A)).isEqualTo(first);
        if (!declaration.keys().isPair()) {
            assertThat(derived(declaration, 0x21)).isNotEqualTo(first);
        }
    }

    private byte[] derived(Declaration<?> declaration, int seed) {
        long type = Samples.baseType(declaration);
        Key base = declaration.keys().isPair()
                ? workshop.pair(type).privateKey()
                : workshop.secret(type, Cka.DERIVE, seed, ProtocolSamples.baseLength(declaration.type()));
        Key key = base.derive(
                mechanism(declaration, Use.DERIVE),
                Samples.derivedTemplate(declaration.type()).toArray(Attribute[]::new));
        return workshop.valueOf(key);
    }

    void decapsulates(Declaration<?> declaration) {
        Mechanism mechanism = mechanism(declaration, Use.ENCAPSULATE);
        List<Attribute> template = List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.VALUE_LEN, 20L),
                Attribute.of(Cka.SENSITIVE, false),
                Attribute.of(Cka.EXTRACTABLE, true));
        Key publicKey = workshop.key(declaration.keys(), true, Cka.ENCAPSULATE);
        Key privateKey = workshop.key(declaration.keys(), false, Cka.DECAPSULATE);
        var made = workshop.get(new KeyManagement.EncapsulateKey(
                handle(), mechanism, publicKey.handle(), Template.of(template), Buffer.of(10_000)));
        long opened = workshop.get(new KeyManagement.DecapsulateKey(
                handle(),
                mechanism(declaration, Use.DECAPSULATE),
                privateKey.handle(),
                Template.of(template),
                Objects.requireNonNull(made.ciphertext().bytes())));
        assertThat(workshop.valueOf(workshop.session().key(opened)))
                .isEqualTo(workshop.valueOf(workshop.session().key(made.key())));
    }

    private Mechanism mechanism(Declaration<?> declaration, Use<?, ?> use) {
        return Mechanism.of(declaration.type(), Samples.parameter(workshop, declaration.type(), use));
    }

    private long handle() {
        return workshop.session().handle();
    }
}
