package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.Output;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.KeyManagement.DeriveKey;
import dev.tokki.api.call.KeyManagement.GenerateKey;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.KeyManagement.UnwrapKey;
import dev.tokki.api.call.KeyManagement.WrapKey;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.call.Objects.FindObjectsFinal;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Keys made, wrapped, unwrapped and derived (section 5.18).
class KeyManagementTest {
    private static final Mechanism KEY_WRAP = Mechanism.of(Ckm.AES_KEY_WRAP);
    private static final Buffer ROOM = Buffer.of(1024);
    private static final Attribute NOT_SENSITIVE = Attribute.of(Cka.SENSITIVE, false);
    private static final Attribute EXTRACTABLE = Attribute.of(Cka.EXTRACTABLE, true);

    private final Bench bench = Bench.ready();
    private final long session = bench.openAsUser();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aWrappedKeyComesBackAsItWas() {
        long wrapping = wrapping();
        long key = aes(EXTRACTABLE, NOT_SENSITIVE);
        Bytes wrapped = wrap(wrapping, key);
        long back = bench.get(new UnwrapKey(session, KEY_WRAP, wrapping, wrapped, secretKey(NOT_SENSITIVE)));
        assertThat(value(back)).isEqualTo(value(key));
    }

    @Test
    void wrappingFollowsTheConventionOfOutput() {
        long wrapping = wrapping();
        long key = aes(EXTRACTABLE);
        assertThat(bench.get(new WrapKey(session, KEY_WRAP, wrapping, key, Buffer.query())))
                .isEqualTo(Output.length(40));
        assertThat(bench.expect(Ckr.BUFFER_TOO_SMALL, new WrapKey(session, KEY_WRAP, wrapping, key, Buffer.of(39)))
                        .value())
                .isEqualTo(Output.length(40));
        bench.expect(Ckr.ARGUMENTS_BAD, new WrapKey(session, KEY_WRAP, wrapping, key, Buffer.noLength()));
        bench.expect(Ckr.ARGUMENTS_BAD, new WrapKey(session, null, wrapping, key, ROOM));
    }

    @Test
    void onlyAnExtractableKeyIsWrapped() {
        bench.expect(
                Ckr.KEY_UNEXTRACTABLE,
                new WrapKey(session, KEY_WRAP, wrapping(), aes(Attribute.of(Cka.EXTRACTABLE, false)), ROOM));
    }

    @Test
    void aPublicKeyIsNotWrapped() {
        bench.expect(Ckr.KEY_NOT_WRAPPABLE, new WrapKey(session, KEY_WRAP, wrapping(), ecPair().publicKey(), ROOM));
    }

    @Test
    void aKeyThatTrustsFewIsNotWrappedByAKeyThatIsNotTrusted() {
        long key = aes(EXTRACTABLE, Attribute.of(Cka.WRAP_WITH_TRUSTED, true));
        bench.expect(Ckr.KEY_NOT_WRAPPABLE, new WrapKey(session, KEY_WRAP, wrapping(), key, ROOM));
    }

    @Test
    void aWrapTemplateSaysWhichKeysMayBeWrapped() {
        long wrapping = aes(
                Attribute.of(Cka.WRAP, true),
                new Attribute(Cka.WRAP_TEMPLATE, Value.ofTemplate(List.of(Attribute.of(Cka.SIGN, true)))));
        bench.ok(new WrapKey(session, KEY_WRAP, wrapping, aes(EXTRACTABLE, Attribute.of(Cka.SIGN, true)), ROOM));
        bench.expect(
                Ckr.KEY_HANDLE_INVALID,
                new WrapKey(session, KEY_WRAP, wrapping, aes(EXTRACTABLE, Attribute.of(Cka.SIGN, false)), ROOM));
    }

    @Test
    void eachHandleHasItsOwnReturnValue() {
        long wrapping = wrapping();
        long key = aes(EXTRACTABLE);
        bench.expect(Ckr.WRAPPING_KEY_HANDLE_INVALID, new WrapKey(session, KEY_WRAP, 0, key, ROOM));
        bench.expect(Ckr.KEY_HANDLE_INVALID, new WrapKey(session, KEY_WRAP, wrapping, 0, ROOM));
        bench.expect(
                Ckr.UNWRAPPING_KEY_HANDLE_INVALID,
                new UnwrapKey(session, KEY_WRAP, 0, Bytes.of(new byte[40]), secretKey()));
        bench.expect(
                Ckr.KEY_HANDLE_INVALID,
                new DeriveKey(session, Mechanism.of(Ckm.SHA256_KEY_DERIVATION), 0, secretKey()));
    }

    @Test
    void whatWasAlteredIsNoWrappedKey() {
        long wrapping = wrapping();
        byte[] wrapped = wrap(wrapping, aes(EXTRACTABLE)).copy();
        wrapped[3] ^= 1;
        int before = count();
        bench.expect(
                Ckr.WRAPPED_KEY_INVALID, new UnwrapKey(session, KEY_WRAP, wrapping, Bytes.of(wrapped), secretKey()));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void anUnwrapTemplateAddsItsAttributesAndForbidsOthers() {
        long wrapping = wrapping(
                new Attribute(Cka.UNWRAP_TEMPLATE, Value.ofTemplate(List.of(Attribute.of(Cka.EXTRACTABLE, false)))));
        Bytes wrapped = wrap(wrapping, aes(EXTRACTABLE));
        long key = bench.get(new UnwrapKey(session, KEY_WRAP, wrapping, wrapped, secretKey()));
        bench.expect(Ckr.KEY_UNEXTRACTABLE, new WrapKey(session, KEY_WRAP, wrapping, key, ROOM));
        bench.expect(
                Ckr.TEMPLATE_INCONSISTENT, new UnwrapKey(session, KEY_WRAP, wrapping, wrapped, secretKey(EXTRACTABLE)));
    }

    @Test
    void aDeriveTemplateAddsItsAttributes() {
        long base = aes(
                Attribute.of(Cka.DERIVE, true),
                new Attribute(Cka.DERIVE_TEMPLATE, Value.ofTemplate(List.of(Attribute.of(Cka.LABEL, "derived")))));
        bench.ok(new DeriveKey(
                session,
                Mechanism.of(Ckm.SHA256_KEY_DERIVATION),
                base,
                Template.of(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                        Attribute.of(Cka.VALUE_LEN, 32))));
        bench.ok(new FindObjectsInit(session, Template.of(Attribute.of(Cka.LABEL, "derived"))));
        assertThat(bench.get(new FindObjects(session, Fill.of(2))).count()).isEqualTo(1);
    }

    @Test
    void aMechanismForSomethingElseIsInvalidWhateverTheTemplate() {
        Template junk = Template.of(Attribute.of(0x1234567, true));
        bench.expect(Ckr.MECHANISM_INVALID, new GenerateKey(session, Mechanism.of(Ckm.SHA256), junk));
        bench.expect(Ckr.MECHANISM_INVALID, new GenerateKeyPair(session, Mechanism.of(Ckm.AES_KEY_GEN), junk, junk));
        bench.expect(Ckr.MECHANISM_INVALID, new GenerateKey(session, Mechanism.of(0x7fffffff), junk));
    }

    @Test
    void aPairThatCannotBeMadeLeavesNothingBehind() {
        int before = count();
        bench.expect(
                Ckr.ATTRIBUTE_TYPE_INVALID,
                new GenerateKeyPair(
                        session,
                        Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                        curve(),
                        Template.of(Attribute.of(0x1234567, true))));
        bench.expect(
                Ckr.ARGUMENTS_BAD,
                new GenerateKeyPair(
                        session,
                        Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                        curve(),
                        Template.NULL,
                        Out.here(),
                        Out.nullPointer()));
        assertThat(count()).isEqualTo(before);
    }

    private long wrapping(Attribute... more) {
        List<Attribute> attributes =
                new ArrayList<>(List.of(Attribute.of(Cka.WRAP, true), Attribute.of(Cka.UNWRAP, true)));
        attributes.addAll(List.of(more));
        return aes(attributes.toArray(Attribute[]::new));
    }

    private long aes(Attribute... more) {
        List<Attribute> attributes = new ArrayList<>(List.of(Attribute.of(Cka.VALUE, new byte[32])));
        attributes.addAll(secretKey(more).attributes());
        return bench.get(new CreateObject(session, Template.of(attributes)));
    }

    private static Template secretKey(Attribute... more) {
        List<Attribute> attributes =
                new ArrayList<>(List.of(Attribute.of(Cka.CLASS, Cko.SECRET_KEY), Attribute.of(Cka.KEY_TYPE, Ckk.AES)));
        attributes.addAll(List.of(more));
        return Template.of(attributes);
    }

    private KeyPair ecPair() {
        return bench.get(new GenerateKeyPair(session, Mechanism.of(Ckm.EC_KEY_PAIR_GEN), curve(), Template.NULL));
    }

    private static Template curve() {
        return Template.of(new Attribute(Cka.EC_PARAMS, new Value.Raw(Bytes.hex("06082a8648ce3d030107"))));
    }

    private Bytes wrap(long wrapping, long key) {
        return Bytes.of(
                bench.get(new WrapKey(session, KEY_WRAP, wrapping, key, ROOM)).array());
    }

    private Value value(long key) {
        Value value = bench.get(
                        new GetAttributeValue(session, key, QueryTemplate.of(AttributeQuery.value(Cka.VALUE, 64))))
                .get(0)
                .value();
        assertThat(value).isNotNull();
        return Objects.requireNonNull(value);
    }

    private int count() {
        bench.ok(new FindObjectsInit(session, Template.NULL));
        int found = (int) bench.get(new FindObjects(session, Fill.of(1000))).count();
        bench.ok(new FindObjectsFinal(session));
        return found;
    }
}
