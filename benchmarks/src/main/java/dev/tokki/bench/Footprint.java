package dev.tokki.bench;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.emulator.Emulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The heap that tokens and objects take, after a collection.
final class Footprint {
    private static final int TOKENS = 200;
    private static final int OBJECTS = 10_000;

    private Footprint() {}

    static String measure() {
        long before = used();
        List<Emulator> emulators = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            emulators.add(Emulator.inMemory("test", "12345678", "1234"));
        }
        long tokens = used() - before;
        try (Emulator emulator = Emulator.inMemory("test", "12345678", "1234");
                Application application = Application.initialise(emulator.connect())) {
            Session session = application.token(0).openReadWrite().login(Cku.USER, "1234");
            long empty = used();
            for (int i = 0; i < OBJECTS; i++) {
                session.create(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                        Attribute.of(Cka.TOKEN, true),
                        Attribute.of(Cka.LABEL, "key " + i),
                        Attribute.of(Cka.VALUE, new byte[32]));
            }
            long objects = used() - empty;
            emulators.forEach(Emulator::close);
            return String.format(
                    Locale.ROOT,
                    "%nHeap in use: %.1f KB for each token in memory, %.1f KB for each AES key as a token object in memory.%n",
                    tokens / 1024.0 / TOKENS,
                    objects / 1024.0 / OBJECTS);
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
