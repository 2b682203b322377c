package dev.tokki.trace;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.Fill;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Objects;
import dev.tokki.api.call.Secret;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.api.shape.RecordMap;
import dev.tokki.api.text.Secrecy;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes calls and replies fit to be kept: secrets hidden, and all other bytes copied, for the caller may use its
/// arrays
/// again.
///
/// @param secrets what is to become of secrets
/// @param book what is known of objects
record Masking(Secrets secrets, ObjectBook book) {
    /// {@return a call as it may be kept}
    <C extends Call<?>> C call(C call) {
        return RecordMap.map(call, (holder, component, value) -> kept(component, value, classFor(call)));
    }

    /// {@return the reply to a call as it may be kept}
    Reply<?> reply(Call<?> call, Reply<?> reply) {
        Parameter parameter = reply.parameter();
        return new Reply<>(
                reply.rv(),
                value(call, reply.value()),
                parameter == null
                        ? null
                        : RecordMap.map(
                                parameter, (holder, component, value) -> kept(component, value, OptionalLong.empty())),
                reply.reason());
    }

    /// The class of the object that a template changes or copies; templates that make objects tell it themselves.
    private OptionalLong classFor(Call<?> call) {
        return switch (call) {
            case Objects.SetAttributeValue set -> book.classOf(set.object());
            case Objects.CopyObject copy -> book.classOf(copy.object());
            default -> OptionalLong.empty();
        };
    }

    private Object kept(RecordComponent component, Object value, OptionalLong objectClass) {
        return switch (value) {
            case Bytes bytes -> bytes(bytes, component.isAnnotationPresent(Secret.class));
            case Template template ->
                new Template(attributes(template.attributes(), objectClass), template.isNull(), template.count());
            default -> value;
        };
    }

    private List<Attribute> attributes(List<Attribute> attributes, OptionalLong other) {
        OptionalLong told = Secrecy.objectClass(attributes);
        OptionalLong objectClass = told.isPresent() ? told : other;
        return attributes.stream()
                .map(attribute ->
                        new Attribute(attribute.type(), value(attribute.type(), attribute.value(), objectClass)))
                .toList();
    }

    private Value value(long type, Value value, OptionalLong objectClass) {
        return switch (value) {
            case Value.Raw raw -> new Value.Raw(bytes(raw.bytes(), isSecret(type, objectClass)));
            case Value.Template template -> new Value.Template(attributes(template.attributes(), OptionalLong.empty()));
            case Value.ULong number
            when isSecret(type, objectClass) -> new Value.Raw(bytes(Bytes.of(new byte[Long.BYTES]), true));
            default -> value;
        };
    }

    private static boolean isSecret(long type, OptionalLong objectClass) {
        boolean data = type == Cka.VALUE && objectClass.isPresent() && objectClass.getAsLong() == Cko.DATA;
        return data || Secrecy.covers(type, objectClass);
    }

    private Bytes bytes(Bytes bytes, boolean secret) {
        if (bytes.isNull() || bytes.isHidden()) {
            return bytes;
        }
        return secret && secrets == Secrets.HIDDEN ? Bytes.hidden(bytes.length()) : Bytes.of(bytes.copy());
    }

    private @Nullable Object value(Call<?> call, @Nullable Object value) {
        boolean secret = RecordAccess.of(call.getClass()).components().stream()
                .filter(component -> component.getType() == Buffer.class || component.getType() == Fill.class)
                .anyMatch(component -> component.isAnnotationPresent(Secret.class));
        return switch (value) {
            case null -> null;
            case Output output -> output(output, secret);
            case Bytes bytes -> bytes(bytes, secret);
            case Encapsulation both -> new Encapsulation(output(both.ciphertext(), secret), both.key());
            case List<?> replies when call instanceof Objects.GetAttributeValue read -> replies(replies, read);
            case Record structure ->
                RecordMap.map(structure, (h, component, v) -> kept(component, v, OptionalLong.empty()));
            default -> value;
        };
    }

    private Output output(Output output, boolean secret) {
        Bytes bytes = output.bytes();
        return bytes == null ? output : new Output(output.length(), bytes(bytes, secret));
    }

    private List<AttributeReply> replies(List<?> replies, Objects.GetAttributeValue call) {
        OptionalLong told = replies.stream()
                .map(AttributeReply.class::cast)
                .filter(reply -> reply.type() == Cka.CLASS && reply.value() instanceof Value.ULong)
                .mapToLong(reply -> reply.value() instanceof Value.ULong number ? number.value() : 0)
                .findFirst();
        OptionalLong objectClass = told.isPresent() ? told : book.classOf(call.object());
        return replies.stream()
                .map(AttributeReply.class::cast)
                .map(reply -> reply.value() == null
                        ? reply
                        : new AttributeReply(
                                reply.type(), reply.length(), value(reply.type(), reply.value(), objectClass)))
                .toList();
    }
}
