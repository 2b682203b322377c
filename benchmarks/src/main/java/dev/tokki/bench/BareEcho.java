package dev.tokki.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// Answers as many bytes as a call of the native face has with as many as its answer has, and does nothing else: what a
/// round trip costs in any case on this machine.
public final class BareEcho {
    /// Bytes of C_GetSessionInfo: a word for the function and ten arguments.
    static final int QUESTION = 11 * Long.BYTES;

    /// Bytes of its answer: an order to write, the structure, and the return.
    static final int ANSWER = 3 * Long.BYTES + 4 * Long.BYTES + 3 * Long.BYTES;

    private BareEcho() {}

    /// Answers until it is ended: `BareEcho SOCKET`.
    public static void main(String[] arguments) throws IOException {
        try (LocalSocket socket = LocalSocket.listening(Path.of(arguments[0]))) {
            System.out.println("ready");
            while (true) {
                LocalSocket connection = socket.accept();
                Thread.ofPlatform().start(() -> answer(connection));
            }
        }
    }

    private static void answer(LocalSocket connection) {
        try (connection;
                Arena arena = Arena.ofConfined()) {
            MemorySegment question = arena.allocate(QUESTION);
            MemorySegment answer = arena.allocate(ANSWER);
            while (true) {
                connection.receive(question);
                connection.send(answer);
            }
        } catch (IOException e) {
            // The other side has ended.
        }
    }
}
