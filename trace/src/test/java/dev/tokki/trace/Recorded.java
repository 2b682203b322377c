package dev.tokki.trace;

import dev.tokki.api.Cryptoki;
import dev.tokki.emulator.Emulator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Transcripts of something done on the engine: a token `demo` in slot 0, PINs 1234 and 12345678.
public final class Recorded {
    public static final String USER_PIN = "pin-of-the-user";
    public static final String SO_PIN = "pin-of-the-officer";

    private Recorded() {}

    /// {@return what was recorded while something was done}
    public static Transcript of(Secrets secrets, Consumer<? super Cryptoki> doing) {
        List<CallRecord> calls = new ArrayList<>();
        try (Emulator emulator = Emulator.inMemory("demo", SO_PIN, USER_PIN);
                Recording recording = new Recording(secrets, calls::add, () -> {});
                Cryptoki spied = new Spy(emulator.connect(), recording, "test")) {
            doing.accept(spied);
        }
        return new Transcript("the engine", secrets, calls);
    }
}
