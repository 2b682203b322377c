package dev.tokki.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A Unix socket with nothing of Java's around it: each send and each receive is one call of the C library.
final class LocalSocket implements AutoCloseable {
    private static final ValueLayout INT = ValueLayout.JAVA_INT;
    private static final MethodHandle SEND = transfer("send");
    private static final MethodHandle RECEIVE = transfer("recv");
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM_CLOEXEC = 0x80001;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int WAITING = 64;

    private final int descriptor;

    private LocalSocket(int descriptor) throws IOException {
        if (descriptor < 0) {
            throw new IOException("no socket can be had");
        }
        this.descriptor = descriptor;
    }

    /// {@return a socket that programs can connect to}
    static LocalSocket listening(Path path) throws IOException {
        LocalSocket socket = of(path, "bind");
        if (number("listen", socket.descriptor, WAITING) != 0) {
            throw new IOException("nobody can connect to " + path);
        }
        return socket;
    }

    /// {@return a socket connected to a listening one}
    static LocalSocket connected(Path path) throws IOException {
        return of(path, "connect");
    }

    private static LocalSocket of(Path path, String how) throws IOException {
        LocalSocket socket = new LocalSocket(number("socket", AF_UNIX, SOCK_STREAM_CLOEXEC, 0));
        try (Arena arena = Arena.ofConfined()) {
            byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
            byte[] address = ByteBuffer.allocate(Short.BYTES + name.length + 1)
                    .order(ByteOrder.nativeOrder())
                    .putShort((short) AF_UNIX)
                    .put(name)
                    .array();
            MemorySegment there = arena.allocateFrom(ValueLayout.JAVA_BYTE, address);
            if ((int) function(how, INT, INT, ValueLayout.ADDRESS, INT)
                            .invokeExact(socket.descriptor, there, address.length)
                    != 0) {
                throw new IOException(how + " failed for " + path);
            }
            return socket;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return the connection of the next program}
    LocalSocket accept() throws IOException {
        return new LocalSocket(number("accept4", descriptor, 0L, 0L, 0));
    }

    /// Sends all of a segment, which is small.
    void send(MemorySegment bytes) throws IOException {
        require(transferred(SEND, bytes, MSG_NOSIGNAL), bytes);
    }

    /// Fills a segment; what was sent in one piece comes in one.
    void receive(MemorySegment bytes) throws IOException {
        require(transferred(RECEIVE, bytes, 0), bytes);
    }

    private static void require(long count, MemorySegment bytes) throws IOException {
        if (count != bytes.byteSize()) {
            throw new IOException("the connection ended");
        }
    }

    private long transferred(MethodHandle way, MemorySegment bytes, int flags) {
        try {
            return (long) way.invokeExact(descriptor, bytes, bytes.byteSize(), flags);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (number("close", descriptor) != 0) {
            throw new IOException("closing failed");
        }
    }

    /// {@return what a function of the C library answers to numbers}
    private static int number(String name, Number... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = arguments[i] instanceof Long ? ValueLayout.JAVA_LONG : INT;
        }
        try {
            return (int) function(name, INT, layouts).invokeWithArguments((Object[]) arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle transfer(String name) {
        return function(name, ValueLayout.JAVA_LONG, INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, INT);
    }

    @SuppressWarnings("restricted") // calling the C library is what it is for
    private static MethodHandle function(String name, ValueLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find(name).orElseThrow(), FunctionDescriptor.of(result, arguments));
    }
}
