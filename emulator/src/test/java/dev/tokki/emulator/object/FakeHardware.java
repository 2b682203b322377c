package dev.tokki.emulator.object;

import java.time.Instant;

/// A clock that stands still and a counter of numbers.
final class FakeHardware implements Hardware {
    private Instant time = Instant.EPOCH;
    private long count;

    @Override
    public Instant now() {
        return time;
    }

    @Override
    public void set(Instant other) {
        time = other;
    }

    @Override
    public long nextCount() {
        return ++count;
    }

    @Override
    public boolean hasReset() {
        return false;
    }
}
