package dev.tokki.server;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.Sessions.CloseAllSessions;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.constant.Ckr;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A module on which one application cannot have any number of sessions.
final class SessionLimit implements Cryptoki {
    private final Cryptoki module;
    private final int most;

    /// Slots by session.
    private final Map<Long, Long> open = new ConcurrentHashMap<>();

    SessionLimit(Cryptoki module, int most) {
        this.module = module;
        this.most = most;
    }

    @Override
    public <R> Reply<R> call(Call<R> call) {
        if (call instanceof OpenSession && open.size() >= most) {
            return Reply.refused(
                    Ckr.SESSION_COUNT,
                    new Reason(
                            "hSession",
                            "The daemon gives a program at most " + most + " sessions.",
                            Function.OPEN_SESSION.section(),
                            "Close sessions that are of no use any longer."));
        }
        Reply<R> reply = module.call(call);
        if (reply.isOk()) {
            note(call, reply);
        }
        return reply;
    }

    private void note(Call<?> call, Reply<?> reply) {
        switch (call) {
            case OpenSession opened when reply.value() instanceof Long session -> open.put(session, opened.slot());
            case CloseSession closed -> open.remove(closed.session());
            case CloseAllSessions closed -> open.values().removeIf(slot -> slot == closed.slot());
            case Finalize end -> open.clear();
            default -> {}
        }
    }

    @Override
    public void close() {
        module.close();
    }
}
