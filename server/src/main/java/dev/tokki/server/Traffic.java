package dev.tokki.server;

import java.util.concurrent.atomic.LongAdder;

/// How much a daemon has talked with the programs it serves.
final class Traffic {
    private final LongAdder calls = new LongAdder();
    private final LongAdder roundTrips = new LongAdder();

    void call() {
        calls.increment();
    }

    /// Something was sent that the program waits for: the return of a call, or orders that it has to answer first.
    void roundTrip() {
        roundTrips.increment();
    }

    /// {@return the number of calls that came}
    long calls() {
        return calls.sum();
    }

    /// {@return how often a program had to wait for the daemon}
    long roundTrips() {
        return roundTrips.sum();
    }
}
