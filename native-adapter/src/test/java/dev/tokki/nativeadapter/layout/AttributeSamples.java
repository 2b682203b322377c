package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// Random templates, nested ones too.
final class AttributeSamples {
    private final Abi abi;
    private final Samples samples;

    AttributeSamples(Abi abi, Samples samples) {
        this.abi = abi;
        this.samples = samples;
    }

    Arbitrary<Template> templates() {
        return Arbitraries.oneOf(
                attributes(2).list().ofMaxSize(4).map(Template::of),
                Arbitraries.longs().between(0, 99).map(Template::nullOf));
    }

    private Arbitrary<Attribute> attributes(int depth) {
        return Arbitraries.of(
                        Cka.TOKEN,
                        Cka.CLASS,
                        Cka.ALLOWED_MECHANISMS,
                        Cka.WRAP_TEMPLATE,
                        Cka.LABEL,
                        Cka.START_DATE,
                        Cka.MODULUS,
                        Cka.VALUE,
                        0x80001234L)
                .flatMap(type -> values(type, depth).map(value -> new Attribute(type, value)));
    }

    /// {@return values of an attribute that C cannot tell from others}
    Arbitrary<Value> values(long type, int depth) {
        Arbitrary<Value> misfits =
                Arbitraries.of(new Value.Raw(Bytes.nullOf(3)), Value.of((byte) 1, (byte) 2, (byte) 3));
        Arbitrary<Value> fits = switch (AttributeKind.of(type)) {
            case BOOL -> Arbitraries.of(Value.of(true), Value.of(false), new Value.Raw(Bytes.of((byte) 7)));
            case ULONG -> samples.numbers().map(Value::of);
            case ULONG_ARRAY -> samples.numbers().list().ofMaxSize(3).map(Value.ULongArray::new);
            case TEMPLATE ->
                depth == 0
                        ? Arbitraries.just(Value.ofTemplate(List.of()))
                        : attributes(depth - 1).list().ofMaxSize(3).map(Value::ofTemplate);
            case TEXT, DATE, BIG_INTEGER, BYTES -> samples.bytes().map(Value.Raw::new);
        };
        return Arbitraries.frequencyOf(Tuple.of(5, fits), Tuple.of(1, misfits));
    }

    Arbitrary<QueryTemplate> queryTemplates() {
        return Arbitraries.oneOf(
                queries(2).list().ofMaxSize(4).map(QueryTemplate::of),
                Arbitraries.longs().between(0, 99).map(QueryTemplate::nullOf));
    }

    private Arbitrary<AttributeQuery> queries(int depth) {
        Arbitrary<AttributeQuery> plain = Arbitraries.of(
                        Cka.TOKEN, Cka.CLASS, Cka.LABEL, Cka.VALUE, Cka.ALLOWED_MECHANISMS)
                .flatMap(type -> Arbitraries.of(
                        AttributeQuery.length(type), AttributeQuery.value(type, 24), AttributeQuery.value(type, 0)));
        if (depth == 0) {
            return plain;
        }
        int entry = new AttributeArray(abi).entrySize();
        return Arbitraries.oneOf(
                plain,
                queries(depth - 1)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(nested -> new AttributeQuery(
                                Cka.UNWRAP_TEMPLATE, Buffer.of((long) nested.size() * entry), nested)));
    }
}
