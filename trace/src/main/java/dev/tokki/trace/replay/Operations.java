package dev.tokki.trace.replay;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Sessions.SessionCancel;
import dev.tokki.api.constant.Ckf;
import dev.tokki.trace.Handles;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/// Operations that began on one of the two modules only. One difference is enough: what follows from it is not told
/// again and again.
final class Operations {
    private static final long ALL = Ckf.ENCRYPT
            | Ckf.DECRYPT
            | Ckf.DIGEST
            | Ckf.SIGN
            | Ckf.SIGN_RECOVER
            | Ckf.VERIFY
            | Ckf.VERIFY_RECOVER
            | Ckf.FIND_OBJECTS
            | Ckf.MESSAGE_ENCRYPT
            | Ckf.MESSAGE_DECRYPT
            | Ckf.MESSAGE_SIGN
            | Ckf.MESSAGE_VERIFY;

    private final Set<Lost> lost = new HashSet<>();

    /// @param session the transcript's session
    /// @param chapter the calls that belong together
    private record Lost(long session, Class<?> chapter) {}

    /// {@return whether a call goes on with an operation that began only when the transcript was recorded}
    boolean isLost(Call<?> recorded) {
        OptionalLong session = Handles.session(recorded);
        return session.isPresent()
                && !begins(recorded)
                && goesOn(recorded)
                && lost.contains(new Lost(session.getAsLong(), chapter(recorded)));
    }

    /// Notes an operation that did not begin; ends one that should not have.
    ///
    /// @param recordedCall the transcript's call
    /// @param call the same for the module
    void keepInStep(Call<?> recordedCall, Reply<?> recorded, Call<?> call, Reply<?> reply, Cryptoki module) {
        OptionalLong session = Handles.session(recordedCall);
        if (session.isEmpty() || !begins(recordedCall)) {
            return;
        }
        Lost operation = new Lost(session.getAsLong(), chapter(recordedCall));
        if (recorded.isOk() && !reply.isOk()) {
            lost.add(operation);
        } else {
            lost.remove(operation);
        }
        if (!recorded.isOk() && reply.isOk()) {
            Handles.session(call).ifPresent(now -> module.call(new SessionCancel(now, ALL)));
        }
    }

    private static boolean begins(Call<?> call) {
        return Function.of(call.getClass()).cName().endsWith("Init");
    }

    /// Reading an object's attributes is no search, though both are object management.
    private static boolean goesOn(Call<?> call) {
        return !(call instanceof dev.tokki.api.call.Objects<?>)
                || Function.of(call.getClass()).cName().startsWith("C_FindObjects");
    }

    private static Class<?> chapter(Call<?> call) {
        Class<?> chapter = call.getClass().getEnclosingClass();
        return chapter == null ? call.getClass() : chapter;
    }
}
