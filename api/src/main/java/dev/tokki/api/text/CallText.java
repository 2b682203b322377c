package dev.tokki.api.text;

import static java.util.stream.Collectors.joining;

import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.Output;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Means;
import dev.tokki.api.call.Secret;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls and their replies as text, for transcripts and reports; what is a [Secret] is masked.
public final class CallText {
    private CallText() {}

    /// {@return the arguments of a call, in C's order}
    public static List<Named> arguments(Call<?> call) {
        return components((Record) call);
    }

    /// {@return what a call wrote}
    public static List<Named> outputs(Call<?> call, Reply<?> reply) {
        List<Named> outputs = new ArrayList<>();
        Object value = reply.value();
        if (value != null) {
            outputs.addAll(outputs(call, value));
        }
        if (reply.parameter() != null) {
            outputs.add(new Named("parameter", parameter(reply.parameter())));
        }
        return outputs;
    }

    /// {@return one line: `C_OpenSession(slot=0, flags=CKF_SERIAL_SESSION) = CKR_OK, session=1`}
    public static String line(Call<?> call, Reply<?> reply) {
        String arguments = arguments(call).stream().map(Named::toString).collect(joining(", ", "(", ")"));
        String outputs =
                outputs(call, reply).stream().map(output -> ", " + output).collect(joining());
        return Function.of(call) + arguments + " = " + reply.rv() + outputs;
    }

    private static List<Named> outputs(Call<?> call, Object value) {
        boolean secret = Arrays.stream(call.getClass().getRecordComponents())
                .filter(component -> component.getType() == Buffer.class || component.getType() == Fill.class)
                .anyMatch(component -> component.isAnnotationPresent(Secret.class));
        return switch (value) {
            case Output output -> output(output, secret);
            case Bytes bytes ->
                List.of(new Named("bytes", secret ? AttributeText.masked(bytes) : AttributeText.of(bytes)));
            case ULongs list ->
                List.of(new Named("count", number(list.count())), new Named("entries", entries(call, list)));
            case List<?> replies -> List.of(new Named("template", replies(replies)));
            case Encapsulation(Output ciphertext, long key) -> {
                List<Named> both = new ArrayList<>(output(ciphertext, secret));
                both.add(new Named("key", number(key)));
                yield both;
            }
            case Record structure -> components(structure);
            case Long number -> List.of(new Named(written(call), number(number)));
            default -> List.of(new Named("value", value.toString()));
        };
    }

    private static List<Named> output(Output output, boolean secret) {
        Named length = new Named("length", number(output.length()));
        Bytes bytes = output.bytes();
        return bytes == null
                ? List.of(length)
                : List.of(length, new Named("bytes", secret ? AttributeText.masked(bytes) : AttributeText.of(bytes)));
    }

    private static String entries(Call<?> call, ULongs list) {
        List<Long> values = list.values();
        return values == null
                ? "not told"
                : values.stream()
                        .map(value -> call instanceof GetMechanismList ? Names.CKM.of(value) : number(value))
                        .collect(joining(", ", "[", "]"));
    }

    private static String replies(List<?> replies) {
        return AttributeText.replies(
                replies.stream().map(AttributeReply.class::cast).toList());
    }

    /// The name of the place that a single number is written to.
    private static String written(Call<?> call) {
        return Arrays.stream(call.getClass().getRecordComponents())
                .filter(component -> component.getType() == Out.class)
                .map(RecordComponent::getName)
                .findFirst()
                .orElse("value");
    }

    private static List<Named> components(Record holder) {
        return Arrays.stream(holder.getClass().getRecordComponents())
                .map(component -> new Named(component.getName(), text(holder, component)))
                .toList();
    }

    private static String text(Record holder, RecordComponent component) {
        Object value = value(holder, component);
        Means means = component.getAnnotation(Means.class);
        boolean secret = component.isAnnotationPresent(Secret.class);
        return switch (value) {
            case null -> "NULL_PTR";
            case Bytes bytes -> secret ? AttributeText.masked(bytes) : AttributeText.of(bytes);
            case Long number when component.getName().equals("flags") -> FlagNames.of(holder.getClass(), number);
            case Long number when means != null -> number(means.value(), number);
            case Long number when Meant.knows(component.getName()) -> Meant.text(component.getName(), number);
            case Long number -> number(number);
            case Boolean truth -> truth ? "CK_TRUE" : "CK_FALSE";
            case Buffer room -> AttributeText.of(room);
            case Fill fill -> (fill.isNull() ? "NULL_PTR for " : "room for ") + number(fill.length());
            case Out<?> out -> out.isNull() ? "NULL_PTR" : "a place for it";
            case Template template -> template.isNull() ? template.toString() : AttributeText.of(template.attributes());
            case QueryTemplate template ->
                template.isNull()
                        ? "NULL_PTR[" + number(template.count()) + "]"
                        : AttributeText.queries(template.queries());
            case Mechanism mechanism -> mechanism(mechanism);
            case Parameter parameter -> parameter(parameter);
            case String string -> '"' + string + '"';
            default -> structure(value);
        };
    }

    private static String number(Means.Meaning meaning, long number) {
        return switch (meaning) {
            case USER_TYPE -> Names.CKU.of(number);
            case MECHANISM_TYPE -> Names.CKM.of(number);
            case VALIDATION_TYPE -> number == Cks.LAST_VALIDATION_OK ? "CKS_LAST_VALIDATION_OK" : number(number);
            case POINTER -> number == 0 ? "NULL_PTR" : "0x" + Long.toHexString(number);
            case FLAGS -> "0x" + Long.toHexString(number);
            case SESSION, OBJECT, SLOT, COUNT, OPERATION_ID -> number(number);
        };
    }

    private static String number(long number) {
        return number == Ck.UNAVAILABLE_INFORMATION ? "CK_UNAVAILABLE_INFORMATION" : Long.toUnsignedString(number);
    }

    private static String mechanism(Mechanism mechanism) {
        String name = Names.CKM.of(mechanism.type());
        return mechanism.parameter() instanceof Parameter.None ? name : name + " " + parameter(mechanism.parameter());
    }

    private static String parameter(Parameter parameter) {
        return switch (parameter) {
            case Parameter.None none -> "no parameter";
            case Parameter.Raw raw -> AttributeText.of(raw.bytes());
            case Parameter.ULong number -> number(number.value());
            default -> structure(parameter);
        };
    }

    private static String structure(Object value) {
        return value instanceof Record record
                ? components(record).stream().map(Named::toString).collect(joining(", ", "{", "}"))
                : String.valueOf(value);
    }

    private static @Nullable Object value(Record holder, RecordComponent component) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " is not readable", e);
        }
    }
}
