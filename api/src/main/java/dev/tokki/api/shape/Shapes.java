package dev.tokki.api.shape;

import dev.tokki.api.call.Call;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;

/// What the types of calls say.
public final class Shapes {
    private Shapes() {}

    /// {@return the type of what a call writes: the `R` of its `Call<R>`}
    public static Type result(Call<?> call) {
        return argument(call.getClass().getGenericInterfaces()[0]);
    }

    /// {@return the only argument of a generic type}
    public static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    /// {@return the class of a type}
    public static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    /// {@return the records of a sealed family in the order of declaration; of another type, itself}
    public static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Shapes::leaves) : Stream.of(type);
    }
}
