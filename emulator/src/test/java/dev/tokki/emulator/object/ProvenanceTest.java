package dev.tokki.emulator.object;

import static dev.tokki.emulator.object.Samples.FACTORY;
import static dev.tokki.emulator.object.Samples.NOBODY;
import static dev.tokki.emulator.object.Samples.USER;
import static dev.tokki.emulator.object.Samples.refused;
import static dev.tokki.emulator.object.Samples.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tokki.api.Attribute;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.NewPair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an object's history, its mechanism and its parent make of it.
class ProvenanceTest {
    private static final ObjectType AES = Samples.aes();
    private static final Attribute VALUE = Attribute.of(Cka.VALUE, new byte[16]);

    private static Attribute sensitive(boolean truth) {
        return Attribute.of(Cka.SENSITIVE, truth);
    }

    private static Attribute extractable(boolean truth) {
        return Attribute.of(Cka.EXTRACTABLE, truth);
    }

    private static List<Attribute> contributed(Attribute... more) {
        return Samples.with(
                Samples.identity(AES), Samples.with(List.of(VALUE), more).toArray(Attribute[]::new));
    }

    private static Provenance provenance(Origin origin, Attribute... parent) {
        return switch (origin) {
            case CREATE, COPY -> throw new IllegalArgumentException("no provenance of its own");
            case GENERATE, GENERATE_PAIR -> Provenance.generated(Ckm.AES_KEY_GEN, List.of());
            case UNWRAP, DERIVE, ENCAPSULATE, DECAPSULATE ->
                Provenance.of(origin, Ckm.AES_KEY_WRAP, new TestKey(AttributeMap.of(List.of(parent))));
        };
    }

    private static Template template(Origin origin, Attribute... more) {
        List<Attribute> given =
                origin == Origin.GENERATE ? List.of(Attribute.of(Cka.VALUE_LEN, 16)) : Samples.identity(AES);
        return Template.of(Samples.with(given, more));
    }

    private static AttributeMap make(Origin origin, Attribute... more) {
        return FACTORY.finish(FACTORY.draft(USER, provenance(origin), template(origin, more)), contributed());
    }

    private static AttributeMap makeOf(Origin origin, Attribute parent, Attribute... more) {
        return FACTORY.finish(FACTORY.draft(USER, provenance(origin, parent), template(origin, more)), contributed());
    }

    @ParameterizedTest
    @CsvSource({
        "GENERATE, true, true, true",
        "UNWRAP, false, false, false",
        "DERIVE, false, true, true",
        "ENCAPSULATE, false, false, false",
        "DECAPSULATE, false, false, false"
    })
    void historyIsWhatHappened(Origin origin, boolean local, boolean alwaysSensitive, boolean neverExtractable) {
        AttributeMap key = make(origin, sensitive(true), extractable(false));
        assertThat(key.bool(Cka.LOCAL, !local)).isEqualTo(local);
        assertThat(key.bool(Cka.ALWAYS_SENSITIVE, !alwaysSensitive)).isEqualTo(alwaysSensitive);
        assertThat(key.bool(Cka.NEVER_EXTRACTABLE, !neverExtractable)).isEqualTo(neverExtractable);
        assertThat(key.ulong(Cka.KEY_GEN_MECHANISM, 0)).isEqualTo(local ? Ckm.AES_KEY_GEN : Ck.UNAVAILABLE_INFORMATION);
    }

    @Test
    void aCreatedKeyWasNeverSafe() {
        AttributeMap key = Samples.object(AES, sensitive(true), extractable(false));
        assertThat(key.bool(Cka.LOCAL, true)).isFalse();
        assertThat(key.bool(Cka.ALWAYS_SENSITIVE, true)).isFalse();
        assertThat(key.bool(Cka.NEVER_EXTRACTABLE, true)).isFalse();
    }

    @Test
    void aGeneratedKeyThatWasOpenOnceStaysSuspect() {
        AttributeMap open = make(Origin.GENERATE, sensitive(false), extractable(true));
        AttributeMap shut = FACTORY.set(USER, open, Template.of(sensitive(true), extractable(false)));
        assertThat(shut.bool(Cka.ALWAYS_SENSITIVE, true)).isFalse();
        assertThat(shut.bool(Cka.NEVER_EXTRACTABLE, true)).isFalse();
        assertThat(FACTORY.copy(USER, open, Template.of(sensitive(true))).bool(Cka.ALWAYS_SENSITIVE, true))
                .isFalse();
        assertThat(FACTORY.copy(USER, shut, Template.NULL).bool(Cka.LOCAL, false))
                .isTrue();
    }

    @Test
    void whatAMechanismSaysOfTheBaseKeyIsFinal() {
        Draft draft = FACTORY.draft(
                USER, provenance(Origin.DERIVE), template(Origin.DERIVE, sensitive(true), extractable(false)));
        AttributeMap key = FACTORY.finish(
                draft,
                contributed(Attribute.of(Cka.ALWAYS_SENSITIVE, false), Attribute.of(Cka.NEVER_EXTRACTABLE, false)));
        assertThat(key.bool(Cka.ALWAYS_SENSITIVE, true)).isFalse();
        assertThat(key.bool(Cka.NEVER_EXTRACTABLE, true)).isFalse();
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> FACTORY.finish(draft, contributed(sensitive(false))));
    }

    @ParameterizedTest
    @CsvSource({"GENERATE, true", "UNWRAP, true", "DERIVE, true", "ENCAPSULATE, true", "DECAPSULATE, true"})
    void aSecretKeyIsExtractableUnlessSaid(Origin origin, boolean extractable) {
        assertThat(make(origin).bool(Cka.EXTRACTABLE, !extractable)).isEqualTo(extractable);
    }

    @Test
    void anUnwrappedPrivateKeyIsExtractableUnlessSaid() {
        ObjectType ec = type(Cko.PRIVATE_KEY, Ckk.EC);
        Draft draft = FACTORY.draft(USER, provenance(Origin.UNWRAP), Template.of(Samples.identity(ec)));
        AttributeMap key = FACTORY.finish(
                draft,
                List.of(Attribute.of(Cka.EC_PARAMS, new byte[] {6, 0}), Attribute.of(Cka.VALUE, new byte[] {7})));
        assertThat(key.bool(Cka.EXTRACTABLE, false)).isTrue();
    }

    @Test
    void aTemplateMustAgreeWithItsMechanism() {
        Provenance implied = Provenance.generated(Ckm.AES_KEY_GEN, Samples.identity(AES));
        refused(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> FACTORY.draft(USER, implied, template(Origin.GENERATE, Attribute.of(Cka.KEY_TYPE, Ckk.DES3))));
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> make(Origin.GENERATE, Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY)));
    }

    @Test
    void aTemplateIsRefusedBeforeAKeyIsMadeIfItsTypeIsKnown() {
        Provenance implied = Provenance.generated(Ckm.AES_KEY_GEN, Samples.identity(AES));
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> FACTORY.draft(USER, implied, Template.NULL));
        refused(Ckr.USER_NOT_LOGGED_IN, () -> FACTORY.draft(NOBODY, implied, template(Origin.GENERATE)));
        refused(
                Ckr.SESSION_READ_ONLY,
                () -> FACTORY.draft(
                        new Caller(false, Login.USER, 1),
                        implied,
                        template(Origin.GENERATE, Attribute.of(Cka.TOKEN, true))));
    }

    @Test
    void aTemplateWhoseTypeIsKnownLaterIsRefusedLater() {
        Draft draft = FACTORY.draft(
                USER, provenance(Origin.GENERATE), template(Origin.GENERATE, Attribute.of(Cka.LOCAL, true)));
        refused(Ckr.ATTRIBUTE_READ_ONLY, () -> FACTORY.finish(draft, contributed()));
    }

    @Test
    void anUnwrappedKeyOfAnotherLengthThanAskedIsRefused() {
        refused(Ckr.WRAPPED_KEY_LEN_RANGE, () -> make(Origin.UNWRAP, Attribute.of(Cka.VALUE_LEN, 32)));
        refused(Ckr.WRAPPED_KEY_LEN_RANGE, () -> make(Origin.UNWRAP, Attribute.of(Cka.VALUE_LEN, 17)));
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> make(Origin.DERIVE, Attribute.of(Cka.VALUE_LEN, 32)));
        refused(Ckr.WRAPPED_KEY_LEN_RANGE, () -> {
            Draft draft = FACTORY.draft(USER, provenance(Origin.UNWRAP), template(Origin.UNWRAP));
            FACTORY.finish(draft, List.of(Attribute.of(Cka.VALUE, new byte[17])));
        });
    }

    @Test
    void whatAMechanismDoesNotMakeIsMissed() {
        Draft draft = FACTORY.draft(USER, provenance(Origin.UNWRAP), template(Origin.UNWRAP));
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> FACTORY.finish(draft, List.of()));
        assertThatIllegalStateException()
                .isThrownBy(() -> FACTORY.finish(draft, contributed(Attribute.of(Cka.EC_POINT, new byte[] {4}))));
    }

    @ParameterizedTest
    @CsvSource({"UNWRAP, 0x40000212", "DERIVE, 0x40000213", "DECAPSULATE, 0x62B"})
    void theTemplateOfTheParentIsAddedAndMustNotBeContradicted(Origin origin, String attribute) {
        Attribute parent =
                new Attribute(Long.decode(attribute), Value.ofTemplate(List.of(extractable(false), sensitive(true))));
        AttributeMap key = makeOf(origin, parent);
        assertThat(key.bool(Cka.EXTRACTABLE, true)).isFalse();
        assertThat(makeOf(origin, parent, sensitive(true)).bool(Cka.SENSITIVE, false))
                .isTrue();
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> makeOf(origin, parent, extractable(true)));
    }

    @Test
    void anEncapsulatedKeyMustMatchTheTemplateOfItsParent() {
        Attribute parent = new Attribute(Cka.ENCAPSULATE_TEMPLATE, Value.ofTemplate(List.of(extractable(false))));
        refused(Ckr.KEY_HANDLE_INVALID, () -> makeOf(Origin.ENCAPSULATE, parent));
        assertThat(makeOf(Origin.ENCAPSULATE, parent, extractable(false)).bool(Cka.EXTRACTABLE, true))
                .isFalse();
    }

    @Test
    void bothKeysOfAPairComeToBeOrNone() {
        try (TestToken token = new TestToken()) {
            ApplicationObjects objects = token.user();
            NewPair made = rsaPair();
            Draft publicKey = objects.draft(
                    USER,
                    pair(Cko.PUBLIC_KEY),
                    Template.of(Attribute.of(Cka.MODULUS_BITS, 12), Attribute.of(Cka.TOKEN, true)));
            Draft impossible =
                    objects.draft(USER, pair(Cko.PRIVATE_KEY), Template.of(Attribute.of(Cka.KEY_TYPE, Ckk.DSA)));
            refused(Ckr.TEMPLATE_INCONSISTENT, () -> objects.addPair(publicKey, impossible, made));
            assertThat(objects.find(USER, Template.NULL)).isEmpty();
            Draft privateKey = objects.draft(USER, pair(Cko.PRIVATE_KEY), Template.NULL);
            objects.addPair(publicKey, privateKey, made);
            assertThat(objects.find(USER, Template.of(Attribute.of(Cka.LOCAL, true))))
                    .hasSize(2);
            assertThat(objects.find(USER, Template.of(Attribute.of(Cka.PUBLIC_KEY_INFO, new byte[] {0x0C, (byte) 0xA1
                    }))))
                    .hasSize(2);
        }
    }

    @Test
    void aReasonNamesTheTemplateOfThePairThatIsAtFault() {
        Template local = Template.of(Attribute.of(Cka.LABEL, new byte[] {(byte) 0xFF}));
        assertThat(refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> FACTORY.draft(USER, pair(Cko.PRIVATE_KEY), local))
                        .reason()
                        .subject())
                .isEqualTo("CKA_LABEL (pPrivateKeyTemplate[0])");
        assertThat(refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> FACTORY.draft(USER, pair(Cko.PUBLIC_KEY), local))
                        .reason()
                        .subject())
                .isEqualTo("CKA_LABEL (pPublicKeyTemplate[0])");
    }

    private static Provenance pair(long objectClass) {
        return Provenance.generatedPair(Ckm.RSA_PKCS_KEY_PAIR_GEN, List.of(Attribute.of(Cka.CLASS, objectClass)));
    }

    private static NewPair rsaPair() {
        return new NewPair(
                Samples.created(type(Cko.PUBLIC_KEY, Ckk.RSA)), Samples.created(type(Cko.PRIVATE_KEY, Ckk.RSA)));
    }
}
