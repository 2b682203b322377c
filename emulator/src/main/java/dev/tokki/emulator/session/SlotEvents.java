package dev.tokki.emulator.session;

import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/// What happened in the slots and one application has not been told yet (section 5.5.4): a flag for each slot,
/// all of them clear after C_Initialize. Two events in one slot before anybody asks are told once.
public final class SlotEvents {
    private final SortedSet<Long> flagged = new TreeSet<>(Long::compareUnsigned);
    private boolean ended;

    /// A token came or went, or the slot itself did.
    public synchronized void happened(long slot) {
        flagged.add(slot);
        notifyAll();
    }

    /// {@return a slot where something happened, whose flag is now clear; nothing if there is none}
    public synchronized OptionalLong poll() {
        if (flagged.isEmpty()) {
            return OptionalLong.empty();
        }
        long slot = flagged.first();
        flagged.remove(slot);
        return OptionalLong.of(slot);
    }

    /// {@return a slot where something happens or has happened, whose flag is now clear; nothing if
    /// C_Finalize comes first}
    public synchronized OptionalLong await() throws InterruptedException {
        while (flagged.isEmpty() && !ended) {
            wait();
        }
        return ended ? OptionalLong.empty() : poll();
    }

    /// C_Finalize: whoever waits goes home.
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
