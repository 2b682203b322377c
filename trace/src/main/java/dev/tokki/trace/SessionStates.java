package dev.tokki.trace;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.constant.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The states of an application's sessions (section 5.6) as its calls tell them; nothing is asked of the module.
public final class SessionStates {
    private final Map<Long, Opened> sessions = new HashMap<>();
    private final Map<Long, Long> users = new HashMap<>();

    /// No session is open.
    public SessionStates() {}

    /// A session.
    private record Opened(long slot, boolean readWrite) {}

    /// {@return the state of a session, `CKS_RW_USER_FUNCTIONS`; empty if it was never seen to be opened}
    public Optional<String> of(long session) {
        Opened opened = sessions.get(session);
        if (opened == null) {
            return Optional.empty();
        }
        Long user = users.get(opened.slot());
        long state;
        if (user == null) {
            state = opened.readWrite() ? Cks.RW_PUBLIC_SESSION : Cks.RO_PUBLIC_SESSION;
        } else if (user == Cku.SO) {
            state = Cks.RW_SO_FUNCTIONS;
        } else {
            state = opened.readWrite() ? Cks.RW_USER_FUNCTIONS : Cks.RO_USER_FUNCTIONS;
        }
        return Names.CKS.all(state).stream()
                .filter(name -> name.startsWith("CKS_R"))
                .findFirst();
    }

    /// {@return the slot of a session}
    public OptionalLong slotOf(long session) {
        Opened opened = sessions.get(session);
        return opened == null ? OptionalLong.empty() : OptionalLong.of(opened.slot());
    }

    /// {@return how many sessions are open}
    public int open() {
        return sessions.size();
    }

    /// Learns from a call and its reply.
    public void learn(Call<?> call, Reply<?> reply) {
        if (!reply.isOk()) {
            return;
        }
        switch (call) {
            case Sessions.OpenSession open
            when reply.value() instanceof Long handle ->
                sessions.put(handle, new Opened(open.slot(), (open.flags() & Ckf.RW_SESSION) != 0));
            case Sessions.CloseSession close -> {
                Opened closed = sessions.remove(close.session());
                if (closed != null) {
                    logoutIfLast(closed.slot());
                }
            }
            case Sessions.CloseAllSessions close -> {
                sessions.values().removeIf(session -> session.slot() == close.slot());
                users.remove(close.slot());
            }
            case Sessions.Login login
            when login.userType() != Cku.CONTEXT_SPECIFIC ->
                slotOf(login.session()).ifPresent(slot -> users.put(slot, login.userType()));
            case Sessions.LoginUser login
            when login.userType() != Cku.CONTEXT_SPECIFIC ->
                slotOf(login.session()).ifPresent(slot -> users.put(slot, login.userType()));
            case Sessions.Logout logout -> slotOf(logout.session()).ifPresent(users::remove);
            case InitToken init -> users.remove(init.slot());
            case Finalize end -> {
                sessions.clear();
                users.clear();
            }
            default -> {}
        }
    }

    private void logoutIfLast(long slot) {
        if (sessions.values().stream().noneMatch(session -> session.slot() == slot)) {
            users.remove(slot);
        }
    }
}
