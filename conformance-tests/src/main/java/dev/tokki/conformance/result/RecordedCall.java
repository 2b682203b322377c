package dev.tokki.conformance.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call that a test made, with the reply.
///
/// @param application which application made it: 1, or 2 where a test has two
/// @param function C name, `C_…`
/// @param arguments the arguments in their order, secrets masked
/// @param returned the return value's name, `CKR_…`; `-` if the module crashed
/// @param outputs what the function wrote, secrets masked
/// @param why why it was refused, where the module says so
/// @param micros how long the call took, in microseconds
/// @param setUp whether the call only brought about the state that the test wants
public record RecordedCall(
        int application,
        String function,
        List<Argument> arguments,
        String returned,
        List<Argument> outputs,
        @Nullable Why why,
        long micros,
        boolean setUp) {
    /// Copies the lists.
    public RecordedCall {
        arguments = List.copyOf(arguments);
        outputs = List.copyOf(outputs);
    }
}
