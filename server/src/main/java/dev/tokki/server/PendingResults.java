package dev.tokki.server;

import dev.tokki.api.AsyncData;
import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Asynchronous.AsyncComplete;
import dev.tokki.api.call.Asynchronous.AsyncJoin;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.constant.Ckr;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Where the results of calls go that answered `CKR_PENDING`: into the buffer that each was started with, when
/// C_AsyncComplete finds that it has ended (section 5.21.1).
final class PendingResults {
    private final Map<Operation, Long> rooms = new ConcurrentHashMap<>();

    /// A session's call in background, by the function that began it.
    private record Operation(long session, String function) {}

    /// Notes what a call has begun or ended.
    ///
    /// @param room the address of its buffer, or 0
    void note(Call<?> call, Reply<?> reply, long session, long room) {
        boolean pending = reply.rv().is(Ckr.PENDING);
        switch (call) {
            case AsyncComplete complete when !pending -> rooms.remove(operation(complete));
            case AsyncComplete complete -> {}
            case AsyncJoin join
            when reply.isOk() ->
                rooms.put(new Operation(join.session(), Objects.requireNonNullElse(join.functionName(), "")), room);
            case Sessions.CloseSession close
            when reply.isOk() -> rooms.keySet().removeIf(operation -> operation.session() == close.session());
            case GeneralPurpose.Finalize end when reply.isOk() -> rooms.clear();
            case Call<?> other
            when pending -> rooms.put(new Operation(session, Function.of(other).cName()), room);
            default -> {}
        }
    }

    /// {@return where the result goes that a call asks for; 0 if nowhere}
    long room(Call<?> call) {
        return call instanceof AsyncComplete complete ? rooms.getOrDefault(operation(complete), 0L) : 0;
    }

    /// {@return a reply as the program is told it: of a call that failed in background it is told the buffer, which it
    /// may free}
    static Reply<?> told(Call<?> call, Reply<?> reply) {
        boolean failed =
                call instanceof AsyncComplete && !reply.isOk() && !reply.rv().is(Ckr.PENDING);
        @Nullable Object value = failed ? new AsyncData(0, Bytes.of(new byte[0]), 0, 0, 0) : reply.value();
        return new Reply<Object>(reply.rv(), value, reply.parameter(), reply.reason());
    }

    private static Operation operation(AsyncComplete complete) {
        return new Operation(complete.session(), Objects.requireNonNullElse(complete.functionName(), ""));
    }
}
