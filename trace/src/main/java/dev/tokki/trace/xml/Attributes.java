package dev.tokki.trace.xml;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Names;
import dev.tokki.trace.json.MalformedTranscriptException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Templates as elements: `<Attribute type="CLASS" value="SECRET_KEY"/>`.
final class Attributes {
    private static final Map<Long, Names> NAMES = Map.of(
            Cka.CLASS, Names.CKO,
            Cka.KEY_TYPE, Names.CKK,
            Cka.CERTIFICATE_TYPE, Names.CKC,
            Cka.KEY_GEN_MECHANISM, Names.CKM,
            Cka.MECHANISM_TYPE, Names.CKM,
            Cka.ALLOWED_MECHANISMS, Names.CKM);

    private Attributes() {}

    static Element write(String name, List<Attribute> template) {
        Element element = Element.of(name);
        template.forEach(attribute -> element.with(write(attribute.type(), attribute.value())));
        return element;
    }

    static Element queries(String name, List<AttributeQuery> queries) {
        Element element = Element.of(name);
        for (AttributeQuery query : queries) {
            Element one = of(query.type());
            if (!query.room().isQuery()) {
                one.with("length", Scalars.number(query.room().capacity()));
            }
            element.with(one);
        }
        return element;
    }

    static Element replies(String name, List<AttributeReply> replies) {
        Element element = Element.of(name);
        for (AttributeReply reply : replies) {
            element.with(
                    reply.value() == null
                            ? of(reply.type()).with("length", Scalars.number(reply.length()))
                            : write(reply.type(), reply.value()));
        }
        return element;
    }

    private static Element of(long type) {
        return Element.of("Attribute").with("type", Scalars.name(Names.CKA, type));
    }

    private static Element write(long type, Value value) {
        Element element = of(type);
        return switch (value) {
            case Value.Bool bool -> element.with("value", bool.value() ? "TRUE" : "FALSE");
            case Value.ULong number -> element.with("value", number(type, number.value()));
            case Value.Raw(Bytes bytes)
            when bytes.isHidden() ->
                element.with("value", "${" + Scalars.name(Names.CKA, type) + "}")
                        .with("length", Scalars.number(bytes.length()));
            case Value.Raw(Bytes bytes) -> element.with("value", isText(type) ? Scalars.text(bytes) : bytes.hex());
            case Value.ULongArray array ->
                element.with(
                        "value",
                        array.values().stream().map(each -> number(type, each)).collect(Collectors.joining(" ")));
            case Value.Template template -> {
                template.attributes().forEach(each -> element.with(write(each.type(), each.value())));
                yield element;
            }
        };
    }

    static Template read(Element element, UnaryOperator<String> variables) {
        return Template.of(attributes(element, variables));
    }

    static QueryTemplate readQueries(Element element, UnaryOperator<String> variables) {
        return QueryTemplate.of(element.children().stream()
                .map(each -> new AttributeQuery(
                        type(each),
                        each.attribute("length")
                                .map(length -> Buffer.of(Scalars.number(variables.apply(length), Names.CK)))
                                .orElse(Buffer.query()),
                        List.of()))
                .toList());
    }

    private static List<Attribute> attributes(Element element, UnaryOperator<String> variables) {
        return element.children().stream()
                .map(each -> new Attribute(type(each), value(each, variables)))
                .toList();
    }

    private static long type(Element element) {
        return Scalars.number(
                element.attribute("type")
                        .orElseThrow(() -> new MalformedTranscriptException("an attribute without a type")),
                Names.CKA);
    }

    static List<AttributeReply> readReplies(Element element) {
        return element.children().stream().map(Attributes::reply).toList();
    }

    /// A length alone is all that was told.
    private static AttributeReply reply(Element element) {
        long type = type(element);
        Optional<Long> length = element.attribute("length").map(text -> Scalars.number(text, Names.CK));
        if (element.attribute("value").isEmpty() && element.children().isEmpty() && length.isPresent()) {
            return new AttributeReply(type, length.get(), null);
        }
        Value value = value(element, UnaryOperator.identity());
        return new AttributeReply(type, length.orElseGet(() -> length(value)), value);
    }

    private static long length(Value value) {
        return switch (value) {
            case Value.Bool bool -> 1;
            case Value.ULong number -> Long.BYTES;
            case Value.Raw raw -> raw.bytes().length();
            case Value.ULongArray array -> (long) array.values().size() * Long.BYTES;
            case Value.Template template -> template.attributes().size() * 3L * Long.BYTES;
        };
    }

    private static Value value(Element element, UnaryOperator<String> variables) {
        long type = type(element);
        if (element.attribute("value")
                .map(variables)
                .filter(Variables::isVariable)
                .isPresent()) {
            return new Value.Raw(CallReader.hidden(element));
        }
        String text = element.attribute("value").map(variables).orElse("");
        return switch (AttributeKind.of(type)) {
            case BOOL -> Value.of(Scalars.truth(text));
            case ULONG -> Value.of(Scalars.number(text, NAMES.getOrDefault(type, Names.CK)));
            case ULONG_ARRAY ->
                new Value.ULongArray(Arrays.stream(text.split("[ |]+"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> Scalars.number(word, NAMES.getOrDefault(type, Names.CK)))
                        .toList());
            case TEMPLATE -> Value.ofTemplate(attributes(element, variables));
            case TEXT, DATE -> Value.of(text);
            case BIG_INTEGER, BYTES -> new Value.Raw(Bytes.hex(text));
        };
    }

    private static String number(long type, long number) {
        Names names = NAMES.get(type);
        return names == null ? Scalars.number(number) : Scalars.name(names, number);
    }

    private static boolean isText(long type) {
        AttributeKind kind = AttributeKind.of(type);
        return kind == AttributeKind.TEXT || kind == AttributeKind.DATE;
    }
}
