package dev.tokki.nativeadapter.layout;

import dev.tokki.api.parameter.Layout;
import dev.tokki.api.parameter.Layout.Kind;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a structure tells the length of a byte string in it.
sealed interface Told {
    /// Components that tell lengths in bytes.
    Set<String> IN_BYTES = tellers(Layout::length);

    /// Components that tell lengths in bits.
    Set<String> IN_BITS = tellers(Layout::bits);

    /// Next to the pointer.
    record Beside() implements Told {}

    /// Not at all: the length is fixed.
    ///
    /// @param size the length
    /// @param isBehind whether the bytes are behind a pointer, which may be NULL_PTR
    record Never(int size, boolean isBehind) implements Told {}

    /// By another component.
    record Elsewhere() implements Told {}

    static Told of(RecordComponent component) {
        Layout layout = component.getAnnotation(Layout.class);
        if (layout == null) {
            return new Beside();
        }
        return switch (layout.value()) {
            case LENGTH_FIRST, LENGTH_BEHIND, BYTE -> new Beside();
            case INLINE -> new Never(layout.size(), false);
            case POINTER -> layout.size() > 0 ? new Never(layout.size(), true) : new Elsewhere();
        };
    }

    /// {@return whether no length in a structure is told by a structure around it}
    static boolean standsAlone(Class<?> structure) {
        Set<String> names = Arrays.stream(structure.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return Arrays.stream(structure.getRecordComponents())
                .flatMap(component -> Optional.ofNullable(component.getAnnotation(Layout.class)).stream())
                .flatMap(layout -> Stream.of(layout.length(), layout.bits()))
                .allMatch(name -> name.isEmpty() || names.contains(name));
    }

    static boolean lies(RecordComponent component, Kind kind) {
        return Optional.ofNullable(component.getAnnotation(Layout.class))
                .filter(layout -> layout.value() == kind)
                .isPresent();
    }

    private static Set<String> tellers(Function<Layout, String> attribute) {
        return Records.parameters().stream()
                .flatMap(structure -> Arrays.stream(structure.getRecordComponents()))
                .flatMap(component -> Optional.ofNullable(component.getAnnotation(Layout.class)).stream())
                .map(attribute)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
