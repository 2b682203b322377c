package dev.tokki.server;

import java.time.Duration;

/// What a daemon lets the programs that connect have, so that a broken one leaves something for the others.
///
/// @param connections of all programs together; each costs a thread
/// @param connectionsPerProcess of one program: as many as the module has, which waits when all are in use
/// @param sessionsPerProcess PKCS#11 sessions of one program
/// @param hello how long a program may take to say who it is
record Limits(int connections, int connectionsPerProcess, int sessionsPerProcess, Duration hello) {
    static Limits usual() {
        return new Limits(2048, 64, 16_384, Duration.ofSeconds(10));
    }

    Limits connections(int most) {
        return new Limits(most, connectionsPerProcess, sessionsPerProcess, hello);
    }

    Limits sessionsPerProcess(int most) {
        return new Limits(connections, connectionsPerProcess, most, hello);
    }

    Limits hello(Duration most) {
        return new Limits(connections, connectionsPerProcess, sessionsPerProcess, most);
    }
}
