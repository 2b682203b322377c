package dev.tokki.trace.replay;

import dev.tokki.api.Reply;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.replay.Difference.Kind;
import java.util.List;
import java.util.Map;

/// How a replay went.
///
/// @param differences what was answered otherwise, and what the modules can do otherwise
/// @param leftOut calls that could not be made, or whose answers cannot be compared
/// @param replies what was answered, by the numbers of the calls
public record Outcome(List<Difference> differences, List<LeftOut> leftOut, Map<Long, Reply<?>> replies) {
    /// Copies the lists and the map.
    public Outcome {
        differences = List.copyOf(differences);
        leftOut = List.copyOf(leftOut);
        replies = Map.copyOf(replies);
    }

    /// A call of which nothing can be said, since the transcript does not tell what it depends on.
    ///
    /// @param call the call
    /// @param why what is missing
    public record LeftOut(CallRecord call, String why) {
        @Override
        public String toString() {
            return call.number() + ": " + call.function().cName() + ": " + why;
        }
    }

    /// {@return the differences of a kind}
    public List<Difference> of(Kind kind) {
        return differences.stream().filter(each -> each.kind() == kind).toList();
    }
}
