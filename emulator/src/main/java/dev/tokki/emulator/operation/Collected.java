package dev.tokki.emulator.operation;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/// The parts of a message that is signed or verified: a mechanism that wants its data at once gets them at the end.
final class Collected {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /// Takes a part, or hands it on.
    ///
    /// @param takesParts whether the mechanism takes parts
    /// @param mechanism takes them
    void part(byte[] data, boolean takesParts, Consumer<byte[]> mechanism) {
        if (takesParts) {
            mechanism.accept(data);
        } else {
            bytes.writeBytes(data);
        }
    }

    /// {@return how many bytes were collected}
    long length() {
        return bytes.size();
    }

    /// {@return what the mechanism has not got yet}
    byte[] rest(byte[] last) {
        if (bytes.size() == 0) {
            return last;
        }
        bytes.writeBytes(last);
        return bytes.toByteArray();
    }
}
