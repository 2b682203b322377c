package dev.tokki.trace.replay;

import dev.tokki.api.Function;
import dev.tokki.api.Reason;
import org.jspecify.annotations.Nullable;

/// Something that two replies to the same call do not have in common.
///
/// @param number the call's number in the first transcript
/// @param function its function
/// @param what what differs: `return value`, `output length`, …
/// @param first what the first module answered
/// @param second what the second answered
/// @param reason why one of them refused, where it says so
public record Difference(
        long number,
        Function function,
        String what,
        String first,
        String second,
        @Nullable Reason reason) {
    /// {@return the section that tells what should have been answered}
    public String section() {
        return reason == null ? function.section() : reason.section();
    }

    @Override
    public String toString() {
        return number + ": " + function.cName() + ": " + what + ": " + first + " / " + second + " (section " + section()
                + ")" + (reason == null ? "" : "\n    " + reason);
    }
}
