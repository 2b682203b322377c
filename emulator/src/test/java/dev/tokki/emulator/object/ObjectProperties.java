package dev.tokki.emulator.object;

import static dev.tokki.emulator.object.Samples.FACTORY;
import static dev.tokki.emulator.object.Samples.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for all objects.
class ObjectProperties {
    @Provide
    Arbitrary<List<Attribute>> anyAttributes() {
        return Arbitrarily.attributes().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Attribute>> templates() {
        return Arbitrarily.templates();
    }

    /// A label, some latches and some of what only a copy may change.
    @Provide
    Arbitrary<List<Attribute>> changes() {
        return Arbitraries.of(
                        Cka.SENSITIVE,
                        Cka.EXTRACTABLE,
                        Cka.WRAP_WITH_TRUSTED,
                        Cka.COPYABLE,
                        Cka.MODIFIABLE,
                        Cka.PRIVATE,
                        Cka.TRUSTED,
                        Cka.SIGN)
                .flatMap(type -> Arbitraries.of(true, false).map(truth -> Attribute.of(type, truth)))
                .list()
                .ofMaxSize(4)
                .uniqueElements(Attribute::type);
    }

    @Property(tries = 200)
    void whatIsEncodedIsDecoded(@ForAll("anyAttributes") List<Attribute> attributes) {
        AttributeMap object = AttributeMap.of(attributes);
        assertThat(AttributeCodec.decode(AttributeCodec.encode(object)).attributes())
                .isEqualTo(object.attributes());
    }

    @Property(tries = 200)
    void noBytesDecodeToAnythingButAnEncodingOrARefusal(@ForAll byte[] bytes) {
        try {
            AttributeCodec.decode(bytes);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 200)
    void anObjectHasWhatItWasGiven(@ForAll("templates") List<Attribute> template) {
        AttributeMap object = Samples.object(USER, template);
        assertThat(object.attributes()).containsAll(template);
    }

    @Property(tries = 200)
    void anObjectSharesNoArrayWithItsCaller(@ForAll("templates") List<Attribute> template) {
        List<Attribute> owned = template.stream()
                .map(attribute -> new Attribute(attribute.type(), Values.copy(attribute.value())))
                .toList();
        AttributeMap object = Samples.object(USER, owned);
        AttributeMap copy = AttributeCodec.decode(AttributeCodec.encode(object));
        for (Attribute attribute : owned) {
            if (attribute.value() instanceof Value.Raw raw) {
                Arrays.fill(raw.bytes().array(), (byte) 0x7F);
            }
        }
        assertThat(object.attributes()).isEqualTo(copy.attributes());
    }

    @Property(tries = 300)
    void aCopyNeverLoosens(@ForAll("templates") List<Attribute> template, @ForAll("changes") List<Attribute> changes) {
        AttributeMap original = Samples.object(USER, template);
        try {
            AttributeMap copy = FACTORY.copy(USER, original, Template.of(changes));
            assertThat(stays(Cka.SENSITIVE, true, original, copy)).isTrue();
            assertThat(stays(Cka.EXTRACTABLE, false, original, copy)).isTrue();
            assertThat(stays(Cka.WRAP_WITH_TRUSTED, true, original, copy)).isTrue();
            assertThat(stays(Cka.TRUSTED, false, original, copy)).isTrue();
            assertThat(original.bool(Cka.COPYABLE, true)).isTrue();
            assertThat(copy.find(Cka.VALUE)).isEqualTo(original.find(Cka.VALUE));
            assertThat(copy.find(Cka.ALWAYS_SENSITIVE)).isEqualTo(original.find(Cka.ALWAYS_SENSITIVE));
            assertThat(copy.find(Cka.NEVER_EXTRACTABLE)).isEqualTo(original.find(Cka.NEVER_EXTRACTABLE));
            assertThat(copy.find(Cka.UNIQUE_ID)).isNotEqualTo(original.find(Cka.UNIQUE_ID));
        } catch (Refusal refusal) {
            assertThat(changes.isEmpty() && original.bool(Cka.COPYABLE, true))
                    .as(refusal.toString())
                    .isFalse();
        }
    }

    private static boolean stays(long type, boolean closed, AttributeMap original, AttributeMap copy) {
        boolean wasClosed = original.bool(type, !closed) == closed;
        return !wasClosed || copy.bool(type, !closed) == closed;
    }

    @Property(tries = 60)
    void findEqualsANaiveFilter(
            @ForAll("templates") List<Attribute> first,
            @ForAll("templates") List<Attribute> second,
            @ForAll("templates") List<Attribute> third,
            @ForAll int choice) {
        try (TestToken token = new TestToken()) {
            ApplicationObjects objects = token.user();
            List<Long> handles = new ArrayList<>();
            List<List<Attribute>> templates = List.of(first, second, third);
            for (boolean onToken : new boolean[] {true, false}) {
                for (List<Attribute> template : templates) {
                    List<Attribute> placed = Samples.with(template, Attribute.of(Cka.TOKEN, onToken));
                    handles.add(objects.create(USER, Template.of(placed)));
                }
            }
            List<Attribute> from = templates.get(Math.floorMod(choice, 3));
            List<Attribute> wanted = from.stream()
                    .filter(attribute -> (attribute.type() + choice) % 3 == 0)
                    .toList();
            List<Long> naive = handles.stream()
                    .filter(handle -> matches(objects, handle, wanted))
                    .toList();
            assertThat(objects.find(USER, Template.of(wanted)))
                    .containsExactly(naive.stream().mapToLong(Long::longValue).toArray());
        }
    }

    private static boolean matches(ApplicationObjects objects, long handle, List<Attribute> wanted) {
        return wanted.stream().allMatch(attribute -> {
            Reply<List<AttributeReply>> reply =
                    objects.get(USER, handle, QueryTemplate.of(AttributeQuery.value(attribute.type(), Long.MAX_VALUE)));
            return reply.isOk()
                    && attribute.value().equals(reply.outputs().getFirst().value());
        });
    }
}
