package dev.tokki.emulator.edge;

import dev.tokki.api.Buffer;
import dev.tokki.api.call.Call;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The arguments of a call by their types.
final class Parts {
    private Parts() {}

    /// {@return the first argument of a type; nothing also where it is NULL_PTR}
    static <T> Optional<T> of(Call<?> call, Class<T> type) {
        return all(call, type).stream().findFirst();
    }

    /// {@return the arguments of a type that are not NULL_PTR}
    static <T> List<T> all(Call<?> call, Class<T> type) {
        return Arrays.stream(call.getClass().getRecordComponents())
                .filter(component -> component.getType() == type)
                .map(component -> Optional.ofNullable(type.cast(value(call, component))))
                .flatMap(Optional::stream)
                .toList();
    }

    /// {@return the same call with another buffer}
    static Call<?> with(Call<?> call, Buffer buffer) {
        RecordComponent[] components = call.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = types[i] == Buffer.class ? buffer : value(call, components[i]);
        }
        try {
            return (Call<?>) call.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Call<?> call, RecordComponent component) {
        try {
            return component.getAccessor().invoke(call);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
