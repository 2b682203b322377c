package dev.tokki.emulator.session;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.object.Handles;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.token.Slot;
import dev.tokki.emulator.token.Slots;
import dev.tokki.emulator.token.Token;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What an application has between C_Initialize and C_Finalize: its sessions, and what they share with each
/// token.
public final class ApplicationState implements AutoCloseable, Slots.Watcher {
    private final Slots slots;
    private final Handles objectHandles;
    private final AtomicLong lastSession;
    private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
    private final Map<Token, SlotSessions> byToken = new ConcurrentHashMap<>();
    private final SlotEvents events = new SlotEvents();
    private final boolean mayCreateThreads;

    /// Whether there ever was an asynchronous session.
    private volatile boolean asyncSessions;

    /// The slots the application knows of.
    private volatile SortedMap<Long, Slot> known;

    /// @param slots the slots, shared with other applications
    /// @param objectHandles gives the application's object handles
    /// @param lastSession the last session handle given; one is never given twice in an application's life
    /// @param mayCreateThreads whether C_Initialize allowed threads (no `CKF_LIBRARY_CANT_CREATE_OS_THREADS`)
    public ApplicationState(Slots slots, Handles objectHandles, AtomicLong lastSession, boolean mayCreateThreads) {
        this.mayCreateThreads = mayCreateThreads;
        this.slots = slots;
        this.objectHandles = objectHandles;
        this.lastSession = lastSession;
        this.known = slots.now();
        slots.watch(this);
    }

    /// {@return the slots the application knows of, ascending by number}
    public Collection<Slot> slots() {
        return known().values();
    }

    /// {@return the slots there are now, which from now on the application knows of (section 5.5.1: the set of
    /// slots is checked when C_GetSlotList is called to predict the length of the list)}
    public Collection<Slot> slotsAnew() {
        known = slots.now();
        return known.values();
    }

    private SortedMap<Long, Slot> known() {
        return slots.changesSeenAtOnce() ? slots.now() : known;
    }

    /// {@return a slot}
    ///
    /// @throws Refusal `CKR_SLOT_ID_INVALID`
    public Slot slot(long number, Function function) {
        Slot slot = known().get(number);
        if (slot == null) {
            throw Refusal.of(
                    Ckr.SLOT_ID_INVALID,
                    "slotID",
                    "There is no slot " + Long.toUnsignedString(number) + "; the application knows of "
                            + known().keySet() + ".",
                    function.section(),
                    "Take a slot from C_GetSlotList, which looks for new ones when it is called with NULL_PTR.");
        }
        return slot;
    }

    /// {@return the token in a slot}
    ///
    /// @throws Refusal `CKR_SLOT_ID_INVALID`, `CKR_TOKEN_NOT_PRESENT`
    public Token token(long slot, Function function) {
        return slot(slot, function).token(function);
    }

    /// {@return the application's sessions with the token in a slot}
    ///
    /// @throws Refusal `CKR_SLOT_ID_INVALID`, `CKR_TOKEN_NOT_PRESENT`
    public SlotSessions at(long slot, Function function) {
        Token token = token(slot, function);
        return byToken.computeIfAbsent(token, in -> new SlotSessions(in, objectHandles, lastSession, sessions));
    }

    @Override
    public void happened(long slot) {
        events.happened(slot);
    }

    @Override
    public void tokenRemoved(Token token) {
        Optional.ofNullable(byToken.get(token)).ifPresent(SlotSessions::tokenRemoved);
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

    /// {@return whether the application may have asynchronous sessions, which need threads}
    public boolean mayCreateThreads() {
        return mayCreateThreads;
    }

    /// {@return whether there ever was an asynchronous session}
    public boolean hasAsyncSessions() {
        return asyncSessions;
    }

    /// An asynchronous session was opened.
    public void asyncSessionOpened() {
        asyncSessions = true;
    }

    /// {@return a session, if there is one of this handle}
    public Optional<Session> find(long handle) {
        return Optional.ofNullable(sessions.get(handle));
    }

    /// {@return what happened in the slots and the application does not know yet}
    public SlotEvents events() {
        return events;
    }

    /// {@return the slot of an event told to the application, which now knows of the slot as it is}
    public long told(long slot) {
        SortedMap<Long, Slot> more = new TreeMap<>(Long::compareUnsigned);
        more.putAll(known);
        Optional.ofNullable(slots.now().get(slot)).ifPresent(now -> more.put(slot, now));
        known = Collections.unmodifiableSortedMap(more);
        return slot;
    }

    void wakeWaiters() {
        events.end();
    }

    /// Closes all sessions; no call is inside any more.
    @Override
    public void close() {
        slots.unwatch(this);
        byToken.values().forEach(SlotSessions::closeAll);
    }
}
