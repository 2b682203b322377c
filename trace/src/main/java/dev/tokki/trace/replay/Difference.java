package dev.tokki.trace.replay;

import dev.tokki.api.Function;
import dev.tokki.api.Reason;
import org.jspecify.annotations.Nullable;

/// Something that two replies to the same call do not have in common.
///
/// @param number the call's number in the first transcript
/// @param function its function
/// @param about the mechanism that the call names, `CKM_…`, or the attributes that it reads; empty if there are none
/// @param kind whether they answered otherwise, or can do other things
/// @param what what differs: `return value`, `length of the output`, …
/// @param first what the first module answered
/// @param second what the second answered
/// @param reason why one of them refused, where it says so
public record Difference(
        long number,
        Function function,
        String about,
        Kind kind,
        String what,
        String first,
        String second,
        @Nullable Reason reason) {
    /// What a difference is about.
    public enum Kind {
        /// The same call was answered otherwise.
        ANSWER,
        /// The modules say that they can do other things: mechanisms, sizes of keys, lengths of PINs. Both may be
        /// right.
        ABILITY
    }

    /// {@return the section that tells what should have been answered}
    public String section() {
        return reason == null ? function.section() : reason.section();
    }

    /// {@return the same, as something that one of them cannot do}
    Difference asAbility() {
        return new Difference(number, function, about, Kind.ABILITY, what, first, second, reason);
    }

    /// {@return one line without the reason}
    public String line() {
        return number + ": " + function.cName() + (about.isEmpty() ? "" : " " + about) + ": " + what + ": " + first
                + " / " + second + " (section " + section() + ")";
    }

    @Override
    public String toString() {
        return line() + (reason == null ? "" : "\n    " + reason);
    }
}
