package dev.tokki.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The interfaces that C_GetInterfaceList wrote (section 5.4.5).
///
/// @param count what the module wrote as the number of entries
/// @param values the entries, unmodifiable; null for a query of the number and for a list that was too short
public record Interfaces(long count, @Nullable List<Interface> values) {
    /// Copies the entries.
    public Interfaces {
        values = values == null ? null : List.copyOf(values);
    }
}
