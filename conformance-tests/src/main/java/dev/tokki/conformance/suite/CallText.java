package dev.tokki.conformance.suite;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.conformance.result.Argument;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// Puts calls and replies into the words of the specification, secrets masked.
final class CallText {
    private CallText() {}

    static List<Argument> arguments(Call<?> call) {
        return Arrays.stream(call.getClass().getRecordComponents())
                .map(component -> new Argument(component.getName(), String.valueOf(value(call, component))))
                .toList();
    }

    static List<Argument> outputs(Call<?> call, Reply<?> reply) {
        return reply.value() == null ? List.of() : List.of(new Argument("value", String.valueOf(reply.value())));
    }

    private static Object value(Call<?> call, RecordComponent component) {
        try {
            return String.valueOf(component.getAccessor().invoke(call));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " is not readable", e);
        }
    }
}
