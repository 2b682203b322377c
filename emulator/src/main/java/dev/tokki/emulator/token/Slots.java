package dev.tokki.emulator.token;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The slots of an emulator. Slots come and go, and so do the tokens in readers; applications are told.
public final class Slots {
    /// Somebody who wants to know: an application.
    public interface Watcher {
        /// A slot came or went, or the token in it did.
        void happened(long slot);

        /// A token is taken out: all sessions with it end.
        void tokenRemoved(Token token);
    }

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final boolean changesSeenAtOnce;

    /// Replaced as a whole, so that whoever reads sees one state of all slots.
    private volatile SortedMap<Long, Slot> slots;

    /// @param slots the slots there are at first
    /// @param changesSeenAtOnce whether applications see slots come and go without C_GetSlotList
    public Slots(Collection<Slot> slots, boolean changesSeenAtOnce) {
        SortedMap<Long, Slot> byNumber = new TreeMap<>(Long::compareUnsigned);
        slots.forEach(slot -> byNumber.put(slot.number(), slot));
        this.slots = Collections.unmodifiableSortedMap(byNumber);
        this.changesSeenAtOnce = changesSeenAtOnce;
    }

    /// {@return the slots as they are now, ascending by number}
    public SortedMap<Long, Slot> now() {
        return slots;
    }

    /// {@return whether applications see slots come and go without C_GetSlotList}
    public boolean changesSeenAtOnce() {
        return changesSeenAtOnce;
    }

    /// Tells somebody of what happens from now on.
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /// Tells somebody no more.
    public void unwatch(Watcher watcher) {
        watchers.remove(watcher);
    }

    /// A slot is there.
    ///
    /// @throws IllegalArgumentException if its number is taken
    public synchronized void add(Slot slot) {
        SortedMap<Long, Slot> more = new TreeMap<>(slots);
        if (more.putIfAbsent(slot.number(), slot) != null) {
            throw new IllegalArgumentException("there is a slot " + Long.toUnsignedString(slot.number()) + " already");
        }
        slots = Collections.unmodifiableSortedMap(more);
        happened(slot.number());
    }

    /// A slot is gone, with the token in it.
    public synchronized void remove(long number) {
        Slot gone = existing(number);
        SortedMap<Long, Slot> fewer = new TreeMap<>(slots);
        fewer.remove(number);
        slots = Collections.unmodifiableSortedMap(fewer);
        takeOut(gone);
        happened(number);
    }

    /// A token is put into a reader.
    ///
    /// @throws IllegalStateException if there is one already
    public synchronized void insert(long number, Token token) {
        Slot slot = existing(number);
        if (slot.token().isPresent()) {
            throw new IllegalStateException("there is a token in slot " + Long.toUnsignedString(number) + " already");
        }
        token.condition().inserted();
        slot.put(token);
        happened(number);
    }

    /// {@return the token that was taken out of a reader}
    ///
    /// @throws IllegalStateException if it is no reader, or empty
    public synchronized Token eject(long number) {
        Slot slot = existing(number);
        if (!slot.isRemovable()) {
            throw new IllegalStateException(
                    "the token in slot " + Long.toUnsignedString(number) + " is not removable; the slot is no reader");
        }
        Token token = takeOut(slot)
                .orElseThrow(
                        () -> new IllegalStateException("there is no token in slot " + Long.toUnsignedString(number)));
        happened(number);
        return token;
    }

    /// {@return the slot of a number}
    ///
    /// @throws IllegalArgumentException if there is none
    public Slot existing(long number) {
        return Optional.ofNullable(slots.get(number))
                .orElseThrow(() -> new IllegalArgumentException("there is no slot " + Long.toUnsignedString(number)));
    }

    private Optional<Token> takeOut(Slot slot) {
        Optional<Token> token = slot.token();
        slot.put(null);
        token.ifPresent(out -> {
            out.condition().removed();
            watchers.forEach(watcher -> watcher.tokenRemoved(out));
        });
        return token;
    }

    private void happened(long slot) {
        watchers.forEach(watcher -> watcher.happened(slot));
    }
}
