package dev.tokki.emulator.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Search templates, section 5.7.7.
class MatchingTest {
    private static boolean matches(boolean sensitive, Attribute... wanted) {
        AttributeMap object = Samples.object(
                Samples.aes(),
                Attribute.of(Cka.SENSITIVE, sensitive),
                new Attribute(Cka.ALLOWED_MECHANISMS, Value.ofULongs()));
        Matching matching = Matching.of(Template.of(wanted), Set.of());
        return matching.isPossible() && matching.matches(new LiveObject(new LiveObject.Home.InSession(1), 1, object));
    }

    private static Attribute value() {
        return new Attribute(
                Cka.VALUE, Samples.object(Samples.aes()).find(Cka.VALUE).orElseThrow());
    }

    @Test
    void aHiddenValueNeverMatches() {
        assertThat(matches(false, value())).isTrue();
        assertThat(matches(true, value())).isFalse();
    }

    @Test
    void allAttributesMustMatch() {
        Attribute token = Attribute.of(Cka.TOKEN, false);
        assertThat(matches(true, token, Attribute.of(Cka.VALUE_LEN, 16))).isTrue();
        assertThat(matches(true, token, Attribute.of(Cka.VALUE_LEN, 24))).isFalse();
        assertThat(matches(true)).isTrue();
    }

    @Test
    void whatCannotBeMatchesNothing() {
        assertThat(matches(true, Attribute.of(0x7777, true))).isFalse();
        assertThat(matches(true, Attribute.of(Cka.TOKEN, new byte[3]))).isFalse();
        assertThat(matches(true, Attribute.nullPointer(Cka.LABEL, 3))).isFalse();
    }

    @Test
    void emptyIsEmptyHoweverItIsSaid() {
        Value none = new Value.Raw(Bytes.NULL);
        assertThat(matches(true, new Attribute(Cka.LABEL, none), new Attribute(Cka.ALLOWED_MECHANISMS, none)))
                .isTrue();
        assertThat(matches(true, new Attribute(Cka.WRAP_TEMPLATE, Value.ofTemplate(List.of()))))
                .isFalse();
    }
}
