package dev.tokki.cli.serve;

import dev.tokki.cli.Surroundings;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// systemd, or whoever else started the daemon and gave it `NOTIFY_SOCKET`: it is told when the daemon is ready and
/// when it ends (sd_notify(3)). Java has no datagrams on Unix sockets, so the C library sends them.
@SuppressWarnings("restricted") // calling the C library is what it is for
final class ServiceManager {
    private static final System.Logger LOG = System.getLogger(ServiceManager.class.getName());
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 0x80002;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int LONGEST_PATH = 107;

    private final Optional<String> socket;

    ServiceManager(Surroundings surroundings) {
        this.socket = surroundings
                .variable("NOTIFY_SOCKET")
                .filter(path -> path.startsWith("/") || path.startsWith("@"))
                .filter(path -> path.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH);
    }

    /// Programs can connect.
    void ready() {
        socket.ifPresent(path -> send(path, "READY=1"));
    }

    /// The daemon has been told to end.
    void stopping() {
        socket.ifPresent(path -> send(path, "STOPPING=1"));
    }

    /// Whether it hears is its own affair.
    private static void send(String path, String message) {
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) function("socket", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)
                    .invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            if (descriptor < 0) {
                return;
            }
            MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, message.getBytes(StandardCharsets.UTF_8));
            MemorySegment address = arena.allocateFrom(ValueLayout.JAVA_BYTE, address(path));
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
            LOG.log(System.Logger.Level.DEBUG, "{0} to the service manager: {1}", message, sent);
            int closed = (int) function("close", ValueLayout.JAVA_INT).invokeExact(descriptor);
            LOG.log(System.Logger.Level.TRACE, "close: {0}", closed);
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.WARNING, "the service manager could not be told", e);
        }
    }

    /// `struct sockaddr_un`; a name that begins with `@` is one without a file.
    private static byte[] address(String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
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
        SymbolLookup library = Linker.nativeLinker().defaultLookup();
        return library.find(name).orElseThrow();
    }
}
