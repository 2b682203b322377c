package dev.tokki.emulator.session;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.object.Handles;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.token.Slots;
import dev.tokki.emulator.token.Token;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What an application has between C_Initialize and C_Finalize: its sessions, and what they share with each
/// token.
public final class ApplicationState implements AutoCloseable {
    private final Slots slots;
    private final Handles objectHandles;
    private final AtomicLong lastSession;
    private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
    private final Map<Long, SlotSessions> bySlot = new ConcurrentHashMap<>();
    private final SlotEvents events = new SlotEvents();

    /// @param slots the slots, shared with other applications
    /// @param objectHandles gives the application's object handles
    /// @param lastSession the last session handle given; one is never given twice in an application's life
    public ApplicationState(Slots slots, Handles objectHandles, AtomicLong lastSession) {
        this.slots = slots;
        this.objectHandles = objectHandles;
        this.lastSession = lastSession;
    }

    /// {@return the slots}
    public Slots slots() {
        return slots;
    }

    /// {@return the application's sessions with the token in a slot}
    ///
    /// @throws Refusal `CKR_SLOT_ID_INVALID`
    public SlotSessions at(long slot, Function function) {
        Token token = slots.token(slot, function);
        return bySlot.computeIfAbsent(slot, number -> new SlotSessions(token, objectHandles, lastSession, sessions));
    }

    /// {@return the session of a handle}
    ///
    /// @throws Refusal `CKR_SESSION_HANDLE_INVALID`
    public Session session(long handle) {
        Session session = sessions.get(handle);
        if (session == null) {
            throw Refusal.of(
                    Ckr.SESSION_HANDLE_INVALID,
                    "hSession",
                    Long.toUnsignedString(handle) + " is no session of this application, or one it has closed.",
                    "5.1.2",
                    "Take the handle from C_OpenSession.");
        }
        return session;
    }

    /// {@return what happened in the slots and the application does not know yet}
    public SlotEvents events() {
        return events;
    }

    void wakeWaiters() {
        events.end();
    }

    /// Closes all sessions; no call is inside any more.
    @Override
    public void close() {
        bySlot.values().forEach(SlotSessions::closeAll);
    }
}
