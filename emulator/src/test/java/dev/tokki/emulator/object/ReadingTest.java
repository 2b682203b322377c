package dev.tokki.emulator.object;

import static dev.tokki.api.constant.Ck.UNAVAILABLE_INFORMATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// C_GetAttributeValue, section 5.7.5.
class ReadingTest {
    private static final Value TEMPLATE = Value.ofTemplate(List.of(
            Attribute.of(Cka.LABEL, "abc"),
            Attribute.of(Cka.SIGN, true),
            new Attribute(Cka.WRAP_TEMPLATE, Value.ofTemplate(List.of(Attribute.of(Cka.ID, new byte[2]))))));
    private static final LiveObject KEY = key(true);
    private static final int ENTRY = 24;

    private static LiveObject key(boolean sensitive) {
        AttributeMap object = Samples.object(
                Samples.aes(),
                Attribute.of(Cka.SENSITIVE, sensitive),
                Attribute.of(Cka.LABEL, "label"),
                new Attribute(Cka.ALLOWED_MECHANISMS, Value.ofULongs(1, 2, 3)),
                new Attribute(Cka.WRAP_TEMPLATE, TEMPLATE));
        return new LiveObject(new LiveObject.Home.InSession(1), 1, object);
    }

    private static Reply<List<AttributeReply>> read(AttributeQuery... queries) {
        return Reading.of(KEY, QueryTemplate.of(queries), Set.of());
    }

    private static AttributeQuery array(long capacity, AttributeQuery... nested) {
        return new AttributeQuery(Cka.WRAP_TEMPLATE, Buffer.of(capacity), List.of(nested));
    }

    private static AttributeReply unavailable(long type) {
        return AttributeReply.unavailable(type);
    }

    @ParameterizedTest
    @CsvSource({"0x102, 0", "0x3, 5", "0x162, 1", "0x161, 8", "0x40000600, 24", "0x40000211, 72"})
    void aLengthIsThatOfC(String type, long length) {
        Reply<List<AttributeReply>> reply = read(AttributeQuery.length(Long.decode(type)));
        assertThat(reply.isOk()).isTrue();
        assertThat(reply.outputs()).containsExactly(new AttributeReply(Long.decode(type), length, null));
    }

    @Test
    void aValueNeedsRoomForAllOfIt() {
        assertThat(read(AttributeQuery.value(Cka.LABEL, 5)).outputs())
                .containsExactly(new AttributeReply(Cka.LABEL, 5, Value.of("label")));
        assertThat(read(AttributeQuery.value(Cka.LABEL, -1)).isOk()).isTrue();
        Reply<List<AttributeReply>> small = read(AttributeQuery.value(Cka.LABEL, 4));
        assertThat(small.rv().is(Ckr.BUFFER_TOO_SMALL)).isTrue();
        assertThat(small.outputs()).containsExactly(unavailable(Cka.LABEL));
    }

    @Test
    void everyAttributeIsAnsweredAndTheGravestTroubleTold() {
        AttributeQuery good = AttributeQuery.value(Cka.LABEL, 99);
        AttributeQuery small = AttributeQuery.value(Cka.LABEL, 1);
        AttributeQuery absent = AttributeQuery.value(Cka.MODULUS, 99);
        AttributeQuery hidden = AttributeQuery.value(Cka.VALUE, 99);
        AttributeReply label = new AttributeReply(Cka.LABEL, 5, Value.of("label"));
        Reply<List<AttributeReply>> all = read(small, absent, hidden, good);
        assertThat(all.rv().is(Ckr.ATTRIBUTE_SENSITIVE)).isTrue();
        assertThat(all.outputs())
                .containsExactly(unavailable(Cka.LABEL), unavailable(Cka.MODULUS), unavailable(Cka.VALUE), label);
        assertThat(all.why().orElseThrow().subject()).isEqualTo("CKA_VALUE (pTemplate[2])");
        assertThat(read(small, absent, good).rv().is(Ckr.ATTRIBUTE_TYPE_INVALID))
                .isTrue();
        assertThat(read(good, small).rv().is(Ckr.BUFFER_TOO_SMALL)).isTrue();
        assertThat(read(good).isOk()).isTrue();
    }

    @Test
    void notEvenTheLengthOfAHiddenValueIsTold() {
        assertThat(read(AttributeQuery.length(Cka.VALUE)).outputs()).containsExactly(unavailable(Cka.VALUE));
    }

    @Test
    void whatIsReadIsACopy() {
        LiveObject open = key(false);
        AttributeQuery query = AttributeQuery.value(Cka.VALUE, 99);
        AttributeReply reply =
                Reading.of(open, QueryTemplate.of(query), Set.of()).outputs().getFirst();
        assertThat(reply.value())
                .isInstanceOfSatisfying(
                        Value.Raw.class, raw -> Arrays.fill(raw.bytes().array(), (byte) 9));
        assertThat(open.attributes().bytes(Cka.VALUE)).doesNotContain((byte) 9);
    }

    @Test
    void anArrayIsReadWholeWithoutEntries() {
        assertThat(read(array(3 * ENTRY)).outputs())
                .containsExactly(new AttributeReply(Cka.WRAP_TEMPLATE, 3 * ENTRY, TEMPLATE));
        assertThat(read(array(3 * ENTRY - 1)).rv().is(Ckr.BUFFER_TOO_SMALL)).isTrue();
    }

    @Test
    void entriesOfUnknownTypeAreToldTypeAndLength() {
        AttributeQuery unknown = AttributeQuery.length(UNAVAILABLE_INFORMATION);
        Reply<List<AttributeReply>> reply = read(array(3 * ENTRY, unknown, unknown, unknown));
        assertThat(reply.isOk()).isTrue();
        assertThat(reply.outputs().getFirst().value())
                .isEqualTo(Value.ofTemplate(List.of(
                        Attribute.nullPointer(Cka.LABEL, 3),
                        Attribute.nullPointer(Cka.SIGN, 1),
                        Attribute.nullPointer(Cka.WRAP_TEMPLATE, ENTRY))));
    }

    @Test
    void entriesOfKnownTypeAreReadEachByTheSameRules() {
        Reply<List<AttributeReply>> reply = read(array(
                3 * ENTRY,
                AttributeQuery.value(Cka.LABEL, 3),
                AttributeQuery.value(Cka.SIGN, 0),
                new AttributeQuery(Cka.WRAP_TEMPLATE, Buffer.of(ENTRY), List.of(AttributeQuery.value(Cka.ID, 2)))));
        assertThat(reply.rv().is(Ckr.BUFFER_TOO_SMALL)).isTrue();
        assertThat(reply.why().orElseThrow().subject()).isEqualTo("CKA_SIGN (pTemplate[0].CKA_WRAP_TEMPLATE[1])");
        assertThat(reply.outputs().getFirst().value())
                .isEqualTo(Value.ofTemplate(List.of(
                        Attribute.of(Cka.LABEL, "abc"),
                        Attribute.nullPointer(Cka.SIGN, UNAVAILABLE_INFORMATION),
                        new Attribute(
                                Cka.WRAP_TEMPLATE, Value.ofTemplate(List.of(Attribute.of(Cka.ID, new byte[2])))))));
    }

    @Test
    void onlyEntriesThatAreTemplatesMayBeLeftOut() {
        AttributeQuery label = AttributeQuery.length(Cka.LABEL);
        AttributeQuery sign = AttributeQuery.length(Cka.SIGN);
        assertThat(read(array(2 * ENTRY, sign, label)).outputs().getFirst().value())
                .isEqualTo(Value.ofTemplate(
                        List.of(Attribute.nullPointer(Cka.SIGN, 1), Attribute.nullPointer(Cka.LABEL, 3))));
        assertThat(read(array(ENTRY, label)).rv().is(Ckr.TEMPLATE_INCONSISTENT)).isTrue();
    }

    @Test
    void entriesThatDoNotFitAreInconsistent() {
        AttributeQuery label = AttributeQuery.length(Cka.LABEL);
        AttributeQuery sign = AttributeQuery.length(Cka.SIGN);
        AttributeQuery unknown = AttributeQuery.length(UNAVAILABLE_INFORMATION);
        AttributeQuery other = AttributeQuery.length(Cka.MODULUS);
        for (AttributeQuery query : List.of(
                array(3 * ENTRY, label, sign, other),
                array(3 * ENTRY, label, sign, label),
                array(3 * ENTRY, label, sign, unknown))) {
            Reply<List<AttributeReply>> reply = read(query, AttributeQuery.value(Cka.LABEL, 5));
            assertThat(reply.rv().is(Ckr.TEMPLATE_INCONSISTENT)).isTrue();
            assertThat(reply.outputs().getFirst()).isEqualTo(unavailable(Cka.WRAP_TEMPLATE));
            assertThat(reply.outputs().getLast().value()).isEqualTo(Value.of("label"));
        }
    }
}
