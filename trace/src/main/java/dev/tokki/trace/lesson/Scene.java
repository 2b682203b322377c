package dev.tokki.trace.lesson;

import dev.tokki.api.Function;
import dev.tokki.api.Rv;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Handles;
import dev.tokki.trace.SessionStates;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call with all that went before it.
///
/// @param call the call
/// @param before the calls of the same application before it
/// @param states the states of its sessions before it
record Scene(CallRecord call, List<CallRecord> before, SessionStates states) {
    boolean returned(long ckr) {
        return call.reply() != null && call.reply().rv().equals(new Rv(ckr));
    }

    boolean is(Function... functions) {
        return List.of(functions).contains(call.function());
    }

    /// {@return whether the name of the function begins so}
    boolean isSome(String prefix) {
        return call.function().cName().startsWith(prefix);
    }

    boolean isInit() {
        return call.function().cName().endsWith("Init");
    }

    /// {@return the state of the call's session, `CKS_…`; empty if it has none that is known}
    String state() {
        return Handles.session(call.call()).stream()
                .mapToObj(states::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    boolean isPublic() {
        return state().endsWith("PUBLIC_SESSION");
    }

    boolean had(Function function) {
        return before.stream().anyMatch(each -> each.function() == function && each.isOk());
    }

    @Nullable
    CallRecord last(Function function) {
        return before.stream()
                .filter(each -> each.function() == function)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /// {@return whether a search found nothing at its first step}
    boolean foundNothing() {
        boolean first = before.isEmpty() || before.get(before.size() - 1).function() == Function.FIND_OBJECTS_INIT;
        return call.call() instanceof FindObjects
                && first
                && call.reply() != null
                && call.reply().value() instanceof ULongs found
                && found.count() == 0;
    }
}
