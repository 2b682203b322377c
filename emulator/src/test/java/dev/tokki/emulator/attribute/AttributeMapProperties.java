package dev.tokki.emulator.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributeMapProperties {
    @Provide
    Arbitrary<List<Attribute>> attributes() {
        Arbitrary<Long> types = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 8), Arbitraries.of(0x80000001L, -1L, Long.MAX_VALUE, Long.MIN_VALUE));
        return Combinators.combine(types, Arbitraries.longs().between(0, 3))
                .as(Attribute::of)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void aMapIsWhatASortedMapWouldBe(
            @ForAll("attributes") List<Attribute> first, @ForAll("attributes") List<Attribute> second) {
        Map<Long, Value> expected = new TreeMap<>();
        first.forEach(attribute -> expected.put(attribute.type(), attribute.value()));
        second.forEach(attribute -> expected.put(attribute.type(), attribute.value()));

        AttributeMap map = AttributeMap.of(first).with(second);

        assertThat(map.attributes())
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
                        .toList());
        expected.forEach((type, value) -> assertThat(map.find(type)).contains(value));
    }

    @Property(tries = 200)
    void whatIsRemovedIsGoneAndNothingElse(
            @ForAll("attributes") List<Attribute> attributes, @ForAll("attributes") List<Attribute> unwanted) {
        AttributeMap map = AttributeMap.of(attributes);
        List<Long> types = unwanted.stream().map(Attribute::type).toList();

        assertThat(map.without(types).attributes())
                .isEqualTo(map.attributes().stream()
                        .filter(attribute -> !types.contains(attribute.type()))
                        .toList());
    }
}
