package dev.tokki.emulator.token;

import dev.tokki.emulator.object.Equipment;
import dev.tokki.emulator.object.Hardware;
import dev.tokki.storage.Durability;
import dev.tokki.storage.InstrumentState;
import dev.tokki.storage.StoredToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.function.UnaryOperator;

/// The clock and the counter of an initialised token.
///
/// The counter notes in the store how far it may count before it counts, a thousand at a time; after a power
/// cut it goes on from there, so that it never tells a number twice.
final class TokenHardware implements Hardware {
    private static final long AT_A_TIME = 1000;

    private final StoredToken stored;
    private final Clock machine;

    /// The token's: its state in the store is changed by one at a time.
    private final Lock lock;

    private long last;

    TokenHardware(StoredToken stored, Equipment equipment, Lock lock) {
        this.stored = stored;
        this.machine = equipment.clock().orElseGet(Clock::systemUTC);
        this.lock = lock;
        this.last = stored.state().instruments().counter();
    }

    @Override
    public Instant now() {
        return machine.instant().plusMillis(stored.state().instruments().clockOffset());
    }

    @Override
    public void set(Instant time) {
        long offset = Duration.between(machine.instant(), time).toMillis();
        change(was -> new InstrumentState(was.counter(), was.counterResets(), offset));
    }

    @Override
    public long nextCount() {
        lock.lock();
        try {
            if (last >= stored.state().instruments().counter()) {
                change(was -> new InstrumentState(was.counter() + AT_A_TIME, was.counterResets(), was.clockOffset()));
            }
            return ++last;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasReset() {
        return stored.state().instruments().counterResets() > 0;
    }

    /// {@return what the instruments of the token remember that comes of this one by C_InitToken}
    InstrumentState initialisedAnew(Equipment equipment) {
        InstrumentState was = stored.state().instruments();
        boolean resets =
                equipment.counter().filter(Equipment.Counter::resetOnInit).isPresent();
        return resets ? new InstrumentState(0, was.counterResets() + 1, was.clockOffset()) : was;
    }

    private void change(UnaryOperator<InstrumentState> change) {
        lock.lock();
        try {
            stored.update(
                    stored.state().withInstruments(change.apply(stored.state().instruments())), Durability.SYNCED);
        } finally {
            lock.unlock();
        }
    }
}
