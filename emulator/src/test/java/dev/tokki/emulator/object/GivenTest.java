package dev.tokki.emulator.object;

import static dev.tokki.emulator.object.Samples.USER;
import static dev.tokki.emulator.object.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates, before anything is known of the object.
class GivenTest {
    private static AttributeMap data(Attribute... more) {
        return Samples.object(USER, Samples.with(List.of(Attribute.of(Cka.CLASS, Cko.DATA)), more));
    }

    private static AttributeMap key(Attribute... more) {
        return Samples.object(Samples.aes(), more);
    }

    private static AttributeMap twice(Attribute first, Attribute second) {
        return Samples.FACTORY.create(USER, Template.of(Attribute.of(Cka.CLASS, Cko.DATA), first, second));
    }

    @Test
    void anAttributeGivenTwiceWithOneValueIsGivenOnce() {
        assertThat(twice(Attribute.of(Cka.LABEL, "a"), Attribute.of(Cka.LABEL, "a"))
                        .find(Cka.LABEL))
                .contains(Value.of("a"));
    }

    @Test
    void anAttributeGivenTwiceWithTwoValuesIsInconsistent() {
        Refusal refusal = refused(
                Ckr.TEMPLATE_INCONSISTENT, () -> twice(Attribute.of(Cka.LABEL, "a"), Attribute.of(Cka.LABEL, "b")));
        assertThat(refusal.reason().subject()).isEqualTo("CKA_LABEL (pTemplate[2])");
        assertThat(refusal.reason().rule()).contains("pTemplate[1]");
    }

    @ParameterizedTest
    @ValueSource(longs = {0x80000001L, 0xFFFFFFFFFFFFFFFFL, 0x7777, Cka.SECONDARY_AUTH})
    void anAttributeThatNoObjectHasIsOfInvalidType(long type) {
        refused(Ckr.ATTRIBUTE_TYPE_INVALID, () -> data(Attribute.of(type, true)));
    }

    @Test
    void anAttributeOfOtherObjectsIsInconsistent() {
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> data(Attribute.of(Cka.ENCRYPT, true)));
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> key(Attribute.of(Cka.EC_PARAMS, new byte[] {5, 0})));
    }

    @Test
    void theReasonNamesTheKindButNeverTheValue() {
        Refusal refusal = refused(
                Ckr.ATTRIBUTE_VALUE_INVALID, () -> key(new Attribute(Cka.VALUE, Value.of("secret of bad length"))));
        assertThat(refusal.reason().toString()).contains("20 bytes").doesNotContain("secret of");
    }

    @Test
    void nullPointerWithALengthIsNoValue() {
        refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> data(Attribute.nullPointer(Cka.LABEL, 5)));
    }

    @Test
    void nullPointerWithoutALengthIsEmpty() {
        assertThat(data(new Attribute(Cka.LABEL, new Value.Raw(Bytes.NULL))).find(Cka.LABEL))
                .contains(Value.of(""));
    }

    @Test
    void anEmptyArrayIsAnArray() {
        Value none = new Value.Raw(Bytes.NULL);
        AttributeMap key = key(new Attribute(Cka.ALLOWED_MECHANISMS, none), new Attribute(Cka.WRAP_TEMPLATE, none));
        assertThat(key.find(Cka.ALLOWED_MECHANISMS)).contains(Value.ofULongs());
        assertThat(key.find(Cka.WRAP_TEMPLATE)).contains(Value.ofTemplate(List.of()));
    }

    @Test
    void textMustBeUtf8() {
        assertThat(data(Attribute.of(Cka.LABEL, "žlutý")).find(Cka.LABEL)).contains(Value.of("žlutý"));
        refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> data(Attribute.of(Cka.LABEL, new byte[] {(byte) 0xE9, 'a'})));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "19000101", "20240229", "99991231"})
    void aDateIsAccepted(String date) {
        assertThat(key(Attribute.of(Cka.START_DATE, date)).find(Cka.START_DATE)).contains(Value.of(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20009999", "20230229", "18991231", "2023010", "202301011", "2023-1-1", "abcdefgh"})
    void whatIsNoDateIsRefused(String date) {
        refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> key(Attribute.of(Cka.START_DATE, date)));
    }

    @Test
    void anEndBeforeTheStartIsForReferenceOnly() {
        AttributeMap key = key(Attribute.of(Cka.START_DATE, "20300101"), Attribute.of(Cka.END_DATE, "20200101"));
        assertThat(key.find(Cka.END_DATE)).contains(Value.of("20200101"));
    }

    @Test
    void nestedTemplatesAreCheckedLikeAnyOther() {
        refused(Ckr.ATTRIBUTE_TYPE_INVALID, () -> key(nested(Attribute.of(0x7777, true))));
        refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> key(nested(Attribute.of(Cka.SIGN, new byte[3]))));
        Refusal twice = refused(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> key(nested(Attribute.of(Cka.SIGN, true), Attribute.of(Cka.SIGN, false))));
        assertThat(twice.reason().subject()).endsWith(".CKA_WRAP_TEMPLATE[1])");
    }

    @Test
    void templatesAreNestedEightDeepAndNoDeeper() {
        Attribute template = nested();
        for (int depth = 1; depth < 8; depth++) {
            template = nested(template);
        }
        Attribute deepest = template;
        assertThat(key(deepest).find(Cka.WRAP_TEMPLATE)).contains(deepest.value());
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> key(nested(deepest)));
    }

    private static Attribute nested(Attribute... attributes) {
        return new Attribute(Cka.WRAP_TEMPLATE, Value.ofTemplate(List.of(attributes)));
    }
}
