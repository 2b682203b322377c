package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;

/// Lengths that must fit into one array of Java.
public final class Room {
    private Room() {}

    public static int of(long length) {
        if (length > Integer.MAX_VALUE - 8) {
            throw Refusal.of(
                    Ckr.HOST_MEMORY,
                    "the data",
                    "One call would put out " + length + " bytes, more than fit into one array.",
                    "5.1.1",
                    "Pass the data in smaller parts.");
        }
        return (int) length;
    }
}
