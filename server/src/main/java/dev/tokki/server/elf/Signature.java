package dev.tokki.server.elf;

import dev.tokki.nativeadapter.layout.Ahead;
import java.util.List;

/// The arguments of a C function.
///
/// @param arguments how many machine words they are
/// @param ahead what they point to that is sent along with them
public record Signature(int arguments, List<Ahead> ahead) {
    /// Copies the list.
    public Signature {
        ahead = List.copyOf(ahead);
    }
}
