package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Template;
import dev.tokki.api.call.Decryption;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.MessageSigning;
import dev.tokki.api.call.MessageVerification;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every flag of every mechanism that C_GetMechanismInfo tells, used through the calls; a flag without a proof fails.
class MechanismProofTest {
    private static final long CURVES = Ckf.EC_F_P
            | Ckf.EC_F_2M
            | Ckf.EC_ECPARAMETERS
            | Ckf.EC_OID
            | Ckf.EC_UNCOMPRESS
            | Ckf.EC_COMPRESS
            | Ckf.EC_CURVENAME;

    /// A proof of a flag.
    @FunctionalInterface
    private interface Proof {
        void of(Declaration<?> declaration);
    }

    private static Workshop workshop;

    private final Map<Long, Proof> proofs = new LinkedHashMap<>();

    MechanismProofTest() {
        proofs.put(Ckf.DIGEST, this::digests);
        proofs.put(Ckf.ENCRYPT | Ckf.DECRYPT, this::decryptsWhatItEncrypted);
        proofs.put(Ckf.SIGN | Ckf.VERIFY, this::verifiesWhatItSigned);
        proofs.put(Ckf.MESSAGE_SIGN | Ckf.MESSAGE_VERIFY, this::verifiesMessages);
        proofs.put(Ckf.SIGN | Ckf.MESSAGE_SIGN, declaration -> CmsSamples.prove(workshop));
        proofs.put(Ckf.SIGN_RECOVER | Ckf.VERIFY_RECOVER, this::recovers);
        proofs.put(Ckf.WRAP | Ckf.UNWRAP, this::unwrapsWhatItWrapped);
        proofs.put(Ckf.GENERATE, this::generates);
        proofs.put(Ckf.GENERATE_KEY_PAIR, this::generatesPairs);
        proofs.put(Ckf.DERIVE, this::derives);
        proofs.put(Ckf.ENCAPSULATE | Ckf.DECAPSULATE, this::decapsulates);
        proofs.put(Ckf.MESSAGE_ENCRYPT | Ckf.MESSAGE_DECRYPT, declaration -> MessageProof.of(workshop, declaration));
        // Of the double ratchet one mechanism encrypts and another one decrypts.
        for (long one : new long[] {Ckf.ENCRYPT, Ckf.DECRYPT}) {
            proofs.put(one, declaration -> RatchetSamples.proveCipher(workshop));
        }
        for (long one : new long[] {Ckf.WRAP, Ckf.UNWRAP}) {
            proofs.put(one, declaration -> RatchetSamples.proveWrap(workshop));
        }
    }

    @BeforeAll
    static void open() {
        workshop = new Workshop();
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    @TestFactory
    Stream<DynamicTest> everyFlagIsProven() {
        return MechanismTable.all().declarations().stream().flatMap(this::proofsOf);
    }

    private Stream<DynamicTest> proofsOf(Declaration<?> declaration) {
        long flags = declaration.info().flags() & ~CURVES & ~Ckf.MULTI_MESSAGE;
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<Long, Proof> proof : proofs.entrySet()) {
            if ((flags & proof.getKey()) == proof.getKey()) {
                flags &= ~proof.getKey();
                tests.add(DynamicTest.dynamicTest(declaration.name() + " " + Long.toHexString(proof.getKey()), () -> {
                    workshop.cancel();
                    proof.getValue().of(declaration);
                }));
            }
        }
        long unproven = flags;
        tests.add(DynamicTest.dynamicTest(
                declaration.name() + " has no flag without a proof",
                () -> assertThat(unproven).isZero()));
        return tests.stream();
    }

    private void digests(Declaration<?> declaration) {
        Mechanism mechanism = mechanism(declaration, Use.DIGEST);
        byte[] data = Samples.data(mechanism.type());
        byte[] whole = workshop.session().digest(mechanism, data);
        workshop.run(new Digesting.DigestInit(handle(), mechanism));
        workshop.run(new Digesting.DigestUpdate(handle(), Bytes.of(Arrays.copyOf(data, 7))));
        workshop.run(new Digesting.DigestUpdate(handle(), Bytes.of(Arrays.copyOfRange(data, 7, data.length))));
        assertThat(workshop.bytes(room -> new Digesting.DigestFinal(handle(), room)))
                .isEqualTo(whole);
        assertThat(workshop.session().digest(mechanism, new byte[1])).isNotEqualTo(whole);
    }

    private void decryptsWhatItEncrypted(Declaration<?> declaration) {
        Mechanism mechanism = mechanism(declaration, Use.ENCRYPT);
        byte[] data = Samples.data(mechanism.type());
        Key encrypting = workshop.key(declaration.keys(), true, Cka.ENCRYPT);
        Key decrypting =
                declaration.keys().isPair() ? workshop.key(declaration.keys(), false, Cka.DECRYPT) : encrypting;
        byte[] encrypted = encrypting.encrypt(mechanism, data);
        byte[] decrypted = decrypting.decrypt(mechanism, encrypted);
        assertThat(decrypted).isEqualTo(data);
        if (!Samples.isIdentity(mechanism.type())) {
            assertThat(encrypted).isNotEqualTo(data);
        }
        if (!declaration.keys().isPair()) {
            inParts(mechanism, encrypting, encrypted)
                    .ifPresent(parts -> assertThat(parts).isEqualTo(data));
        }
    }

    /// {@return the data decrypted in parts; nothing where the mechanism takes none}
    private Optional<byte[]> inParts(Mechanism mechanism, Key key, byte[] encrypted) {
        workshop.run(new Decryption.DecryptInit(handle(), mechanism, key.handle()));
        try {
            byte[] first = workshop.bytes(
                    room -> new Decryption.DecryptUpdate(handle(), Bytes.of(Arrays.copyOf(encrypted, 5)), room));
            byte[] second = workshop.bytes(room -> new Decryption.DecryptUpdate(
                    handle(), Bytes.of(Arrays.copyOfRange(encrypted, 5, encrypted.length)), room));
            byte[] last = workshop.bytes(room -> new Decryption.DecryptFinal(handle(), room));
            return Optional.of(Stream.of(first, second, last).reduce(new byte[0], MechanismProofTest::joined));
        } catch (CryptokiException e) {
            workshop.cancel();
            return Optional.empty();
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private void verifiesWhatItSigned(Declaration<?> declaration) {
        if (declaration.keys().kind() == KeyRule.Kind.ONE_TIME) {
            OtpSamples.prove(workshop);
            return;
        }
        Mechanism mechanism = mechanism(declaration, Use.SIGN);
        byte[] data = Samples.data(mechanism.type());
        Key signing = workshop.key(declaration.keys(), false, Cka.SIGN);
        Key verifying = declaration.keys().isPair() ? workshop.key(declaration.keys(), true, Cka.VERIFY) : signing;
        workshop.run(new Signing.SignInit(handle(), mechanism, signing.handle()));
        byte[] signature = workshop.bytes(room -> new Signing.Sign(handle(), Bytes.of(data), room));
        verify(mechanism, verifying, data, signature);
        assertRefused(() -> verify(mechanism, verifying, data, flipped(signature)));
        assertRefused(() -> verify(mechanism, verifying, flipped(data), signature));
        if (!Samples.hasAnyLengthOfSignature(declaration.type())) {
            assertRefused(() -> verify(mechanism, verifying, data, Arrays.copyOf(signature, signature.length - 1)));
        }
    }

    private static void verify(Mechanism mechanism, Key key, byte[] data, byte[] signature) {
        workshop.run(new Verification.VerifyInit(handle(), mechanism, key.handle()));
        workshop.run(new Verification.Verify(handle(), Bytes.of(data), Bytes.of(signature)));
    }

    private void verifiesMessages(Declaration<?> declaration) {
        if (declaration.keys().kind() == KeyRule.Kind.ONE_TIME) {
            OtpSamples.proveMessages(workshop);
            return;
        }
        Mechanism mechanism = mechanism(declaration, Use.SIGN);
        byte[] data = Samples.data(mechanism.type());
        Key signing = workshop.key(declaration.keys(), false, Cka.SIGN);
        Key verifying = declaration.keys().isPair() ? workshop.key(declaration.keys(), true, Cka.VERIFY) : signing;
        workshop.run(new MessageSigning.MessageSignInit(handle(), mechanism, signing.handle()));
        List<byte[]> signatures = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            signatures.add(workshop.bytes(
                    room -> new MessageSigning.SignMessage(handle(), Parameter.none(), Bytes.of(data), room)));
        }
        workshop.run(new MessageSigning.MessageSignFinal(handle()));
        workshop.run(new MessageVerification.MessageVerifyInit(handle(), mechanism, verifying.handle()));
        for (byte[] signature : signatures) {
            workshop.run(new MessageVerification.VerifyMessage(
                    handle(), Parameter.none(), Bytes.of(data), Bytes.of(signature)));
        }
        workshop.run(new MessageVerification.MessageVerifyFinal(handle()));
    }

    private void recovers(Declaration<?> declaration) {
        Mechanism mechanism = mechanism(declaration, Use.SIGN_RECOVER);
        byte[] data = Samples.data(mechanism.type());
        Key signing = workshop.key(declaration.keys(), false, Cka.SIGN_RECOVER);
        Key verifying =
                declaration.keys().isPair() ? workshop.key(declaration.keys(), true, Cka.VERIFY_RECOVER) : signing;
        workshop.run(new Signing.SignRecoverInit(handle(), mechanism, signing.handle()));
        byte[] signature = workshop.bytes(room -> new Signing.SignRecover(handle(), Bytes.of(data), room));
        workshop.run(new Verification.VerifyRecoverInit(handle(), mechanism, verifying.handle()));
        byte[] recovered = workshop.bytes(room -> new Verification.VerifyRecover(handle(), Bytes.of(signature), room));
        assertThat(recovered).isEqualTo(data);
    }

    private void unwrapsWhatItWrapped(Declaration<?> declaration) {
        Mechanism mechanism = mechanism(declaration, Use.WRAP);
        Key wrapping = workshop.key(declaration.keys(), true, Cka.WRAP);
        Key unwrapping = declaration.keys().isPair() ? workshop.key(declaration.keys(), false, Cka.UNWRAP) : wrapping;
        Key secret = Samples.toBeWrapped(workshop, mechanism.type());
        byte[] wrapped = workshop.bytes(
                room -> new KeyManagement.WrapKey(handle(), mechanism, wrapping.handle(), secret.handle(), room));
        Key unwrapped = unwrapping.unwrap(
                mechanism, wrapped, Samples.unwrapTemplate(secret).toArray(Attribute[]::new));
        assertThat(workshop.valueOf(unwrapped)).isEqualTo(workshop.valueOf(secret));
    }

    private void generates(Declaration<?> declaration) {
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

    private void generatesPairs(Declaration<?> declaration) {
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

    private void derives(Declaration<?> declaration) {
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

    private void decapsulates(Declaration<?> declaration) {
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

    private static Mechanism mechanism(Declaration<?> declaration, Use<?, ?> use) {
        return Mechanism.of(declaration.type(), Samples.parameter(workshop, declaration.type(), use));
    }

    private static long handle() {
        return workshop.session().handle();
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[flipped.length / 2] ^= 1;
        return flipped;
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable verification) {
        assertThatThrownBy(verification).isInstanceOf(CryptokiException.class);
    }
}
