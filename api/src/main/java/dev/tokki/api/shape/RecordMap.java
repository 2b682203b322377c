package dev.tokki.api.shape;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes records anew with some of their components changed, however deep they lie.
public final class RecordMap {
    /// What becomes of a component.
    @FunctionalInterface
    public interface Change {
        /// {@return the new value, into whose components the change goes on; the old one if it stays}
        ///
        /// @param holder the record that has the component
        /// @param component the component
        /// @param value its value
        Object apply(Object holder, RecordComponent component, Object value);
    }

    private RecordMap() {}

    /// {@return the record with the change made in it and in all records and lists of records within}
    @SuppressWarnings("unchecked") // a record made by the access of a class is of that class
    public static <T> T map(T record, Change change) {
        RecordAccess access = RecordAccess.of(record.getClass());
        @Nullable Object[] values = new @Nullable Object[access.components().size()];
        for (int i = 0; i < values.length; i++) {
            Object before = access.get(record, i);
            values[i] = before == null
                    ? null
                    : within(change.apply(record, access.components().get(i), before), change);
        }
        return (T) access.make(values);
    }

    private static Object within(Object value, Change change) {
        return switch (value) {
            case List<?> list ->
                list.stream().map(element -> within(element, change)).toList();
            case Record record -> map(record, change);
            default -> value;
        };
    }
}
