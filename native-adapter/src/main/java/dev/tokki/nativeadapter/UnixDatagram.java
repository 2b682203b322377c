package dev.tokki.nativeadapter;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A datagram to a Unix domain socket, as service managers want it (sd_notify(3)). Java has no such sockets, so the C
/// library of Linux sends it.
@SuppressWarnings("restricted") // calling the C library is what it is for
public final class UnixDatagram {
    /// The longest name of a socket, in bytes.
    public static final int LONGEST_NAME = 107;

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 0x80002;
    private static final int MSG_NOSIGNAL = 0x4000;

    private UnixDatagram() {}

    /// Sends a datagram, once and without waiting for anybody to read it.
    ///
    /// @param socket path of the socket; a name that begins with `@` is one without a file
    /// @param message the content, as UTF-8
    /// @throws IOException if it cannot be sent
    public static void send(String socket, String message) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) function("socket", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)
                    .invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            if (descriptor < 0) {
                throw new IOException("no datagram socket can be had");
            }
            MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, message.getBytes(StandardCharsets.UTF_8));
            MemorySegment address = arena.allocateFrom(ValueLayout.JAVA_BYTE, address(socket));
            long sent = (long) Linker.nativeLinker()
                    .downcallHandle(
                            symbol("sendto"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT))
                    .invokeExact(descriptor, text, text.byteSize(), MSG_NOSIGNAL, address, (int) address.byteSize());
            int closed = (int) function("close", ValueLayout.JAVA_INT).invokeExact(descriptor);
            if (sent < 0 || closed < 0) {
                throw new IOException("nobody listens at " + socket);
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// `struct sockaddr_un`.
    private static byte[] address(String socket) {
        byte[] name = socket.getBytes(StandardCharsets.UTF_8);
        if (name[0] == '@') {
            name[0] = 0;
        }
        return ByteBuffer.allocate(Short.BYTES + name.length)
                .order(ByteOrder.nativeOrder())
                .putShort((short) AF_UNIX)
                .put(name)
                .array();
    }

    private static MethodHandle function(String name, ValueLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(symbol(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }

    private static MemorySegment symbol(String name) {
        return Linker.nativeLinker().defaultLookup().find(name).orElseThrow();
    }
}
