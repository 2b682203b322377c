package dev.tokki.emulator.mechanism;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The parameters that proofs pass to mechanisms.
final class Recipes {
    /// What makes a parameter, with the workshop for those that hold handles.
    @FunctionalInterface
    interface Recipe extends Function<Workshop, Parameter> {}

    private final Map<Long, Recipe> all = new HashMap<>();

    void put(Recipe recipe, long... mechanisms) {
        for (long mechanism : mechanisms) {
            if (all.put(mechanism, recipe) != null) {
                throw new IllegalStateException("two parameters for " + mechanism);
            }
        }
    }

    /// {@return the parameter of a mechanism; none where nothing was put}
    Parameter of(long mechanism, Workshop workshop) {
        Recipe recipe = all.get(mechanism);
        return recipe == null ? Parameter.none() : recipe.apply(workshop);
    }

    static Recipe iv(int length) {
        return workshop -> Parameter.of(bytes(length).copy());
    }

    static Recipe number(long value) {
        return workshop -> new Parameter.ULong(value);
    }

    /// {@return bytes that are all the same}
    static Bytes bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return Bytes.of(bytes);
    }

    static Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (3 + 5 * i);
        }
        return Bytes.of(bytes);
    }
}
