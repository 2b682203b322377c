package dev.tokki.emulator.object;

import dev.tokki.api.Value;
import java.util.Optional;
import java.util.function.Function;

/// Where an attribute's value comes from when neither the template nor the mechanism gives one.
sealed interface Default {
    /// Nowhere: the object does not have the attribute, unless it must, and then it cannot be made.
    record None() implements Default {}

    /// From the table: "default empty", "default CK_FALSE".
    record Fixed(Value value) implements Default {}

    /// From this token, where the table leaves the choice to it (footnote 9).
    record Chosen(Choice choice) implements Default {}

    /// From the token's knowledge of how the object came to be, or of the rest of it.
    record Made(Function<Making, Optional<Value>> how) implements Default {}

    /// From the rest of the object; whoever gives it as well must give the same.
    ///
    /// @param how computes it; nothing where it cannot be told
    /// @param mismatch the return value if another value was given
    /// @param untold the return value if a value was given and none can be told; `CKR_OK` if what was given is
    ///         ignored
    /// @param mayBeEmpty whether an empty value may be given, which means that the object shall have none
    record Follows(Function<Making, Optional<Value>> how, long mismatch, long untold, boolean mayBeEmpty)
            implements Default {}
}
