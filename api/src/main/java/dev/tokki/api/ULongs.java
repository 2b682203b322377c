package dev.tokki.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A list of unsigned longs that a module wrote: slots, mechanisms, object handles (section 5.2).
///
/// @param count what the module wrote as the number of entries
/// @param values the entries, unmodifiable; null for a query of the number and for a list that was too short
public record ULongs(long count, @Nullable List<Long> values) {
    /// Copies the entries.
    public ULongs {
        values = values == null ? null : List.copyOf(values);
    }

    /// {@return these entries}
    public static ULongs of(long... values) {
        return new ULongs(values.length, Arrays.stream(values).boxed().toList());
    }

    /// {@return the answer to a query of the number}
    public static ULongs count(long count) {
        return new ULongs(count, null);
    }

    /// {@return the entries}
    ///
    /// @throws IllegalStateException if only the number was told
    public LongStream stream() {
        if (values == null) {
            throw new IllegalStateException("only the number was told: " + count);
        }
        return values.stream().mapToLong(Long::longValue);
    }

    /// {@return the entries}
    ///
    /// @throws IllegalStateException if only the number was told
    public long[] toArray() {
        return stream().toArray();
    }
}
