package dev.tokki.emulator.object;

import dev.tokki.api.Value;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which values an attribute can have at all (`CKR_ATTRIBUTE_VALUE_INVALID` otherwise, section 4.1.1).
///
/// @param text the limit as it ends the sentence "… must be"
/// @param allows tells it from a value of the right kind
record Limit(String text, Predicate<Value> allows) {
    /// A longer list is a range.
    private static final int MOST_LISTED = 8;

    /// No limit but the kind.
    static final Limit NONE = new Limit("of its kind", value -> true);

    /// A number above zero.
    static final Limit POSITIVE =
            new Limit("a number above zero", value -> Values.number(value).signum() > 0);

    /// At least one byte.
    static final Limit NOT_EMPTY = new Limit("not empty", value -> length(value) > 0);

    /// {@return a limit to some lengths of a byte array}
    static Limit bytes(int... lengths) {
        return new Limit(
                list(Arrays.stream(lengths).asLongStream().toArray()) + " bytes long",
                value -> Arrays.stream(lengths).anyMatch(length -> length == length(value)));
    }

    /// {@return a limit to some numbers}
    static Limit oneOf(long... numbers) {
        return new Limit(
                list(numbers),
                value -> value instanceof Value.ULong number
                        && Arrays.stream(numbers).anyMatch(allowed -> allowed == number.value()));
    }

    /// {@return a limit to one truth value}
    static Limit always(boolean truth) {
        return new Limit(truth ? "CK_TRUE" : "CK_FALSE", value -> value.equals(Value.of(truth)));
    }

    /// {@return this limit and another}
    Limit and(Limit other) {
        return new Limit(text + " and " + other.text, allows.and(other.allows));
    }

    private static long length(Value value) {
        return value instanceof Value.Raw raw ? raw.bytes().length() : -1;
    }

    private static String list(long... numbers) {
        if (numbers.length > MOST_LISTED) {
            return Long.toUnsignedString(numbers[0]) + " to " + Long.toUnsignedString(numbers[numbers.length - 1]);
        }
        String all = Arrays.stream(numbers).mapToObj(Long::toUnsignedString).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }
}
