package dev.tokki.server.elf;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine code at work: this process loads the module and plays the daemon too.
@SuppressWarnings("restricted") // it is foreign code that is tested
class ForwarderTest {
    @TempDir
    Path folder;

    private final Arena arena = Arena.ofShared();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void writeModule() throws IOException {
        byte[] module = ModuleFile.write(
                Architecture.here(), folder.resolve("socket"), "libtokki.so", f -> new Signature(10, List.of()));
        Files.write(folder.resolve("libtokki.so"), module);
    }

    @AfterEach
    void closeAll() {
        threads.shutdownNow();
        arena.close();
    }

    /// What a daemon does with a call: it may give orders, and answers the return value.
    interface Daemon {
        long answer(Peer peer, long function, long[] words) throws IOException;
    }

    record Peer(SocketChannel channel, DataInputStream in) {
        void order(long kind, long address, long length, byte... following) throws IOException {
            ByteBuffer out = ByteBuffer.allocate(24 + following.length).order(ByteOrder.LITTLE_ENDIAN);
            channel.write(out.putLong(kind)
                    .putLong(address)
                    .putLong(length)
                    .put(following)
                    .flip());
        }

        long word() throws IOException {
            return Long.reverseBytes(in.readLong());
        }
    }

    private void serve(Daemon daemon) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
        threads.execute(() -> {
            try (server) {
                while (true) {
                    SocketChannel channel = server.accept();
                    threads.execute(() ->
                            converse(new Peer(channel, new DataInputStream(Channels.newInputStream(channel))), daemon));
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
    }

    private static void converse(Peer peer, Daemon daemon) {
        try (SocketChannel channel = peer.channel()) {
            assertThat(peer.word()).isEqualTo(Protocol.MAGIC);
            assertThat(peer.word()).isEqualTo(ProcessHandle.current().pid());
            peer.in().skipNBytes(16);
            while (channel.isOpen()) {
                long function = peer.word();
                long[] words = new long[10];
                for (int i = 0; i < 10; i++) {
                    words[i] = peer.word();
                }
                peer.order(Protocol.RETURN, daemon.answer(peer, function, words), 0);
            }
        } catch (IOException e) {
            // The module hung up.
        }
    }

    private long call(Function function, Object... arguments) throws Throwable {
        return (long) handle(function, arguments.length).invokeWithArguments(arguments);
    }

    private MethodHandle handle(Function function, int arguments) {
        SymbolLookup library = SymbolLookup.libraryLookup(folder.resolve("libtokki.so"), arena);
        MemoryLayout[] words = new MemoryLayout[arguments];
        Arrays.fill(words, JAVA_LONG);
        return Linker.nativeLinker()
                .downcallHandle(library.find(function.cName()).orElseThrow(), FunctionDescriptor.of(JAVA_LONG, words));
    }

    @Test
    void aCallCarriesItsNumberAndItsTenWords() throws Throwable {
        long[][] seen = new long[1][];
        serve((peer, function, words) -> {
            seen[0] = words;
            return function + 1000;
        });
        Object[] arguments = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> (Object) (i * 0x0101010101010101L))
                .toArray();
        assertThat(call(Function.UNWRAP_KEY_AUTHENTICATED, arguments)).isEqualTo(1103);
        assertThat(seen[0])
                .containsExactly(IntStream.rangeClosed(1, 10)
                        .mapToLong(i -> i * 0x0101010101010101L)
                        .toArray());
    }

    @Test
    void memoryIsReadAndWritten() throws Throwable {
        serve((peer, function, words) -> {
            peer.order(Protocol.SEND, words[0], 300);
            byte[] data = peer.in().readNBytes(300);
            assertThat(peer.word()).isZero();
            for (int i = 0; i < 300; i++) {
                data[i]++;
            }
            peer.order(Protocol.TAKE, words[0], 300, data);
            return 0;
        });
        MemorySegment memory = arena.allocate(300);
        memory.fill((byte) 7);
        assertThat(call(Function.GET_INFO, memory.address())).isZero();
        assertThat(memory.toArray(JAVA_BYTE)).containsOnly(8);
    }

    @Test
    void memoryThatCannotBeReadIsSaidAndTheConnectionLives() throws Throwable {
        serve((peer, function, words) -> {
            peer.order(Protocol.SEND, words[0], 1000);
            peer.in().skipNBytes(1000);
            return peer.word();
        });
        assertThat(call(Function.GET_INFO, 16L)).isNotZero();
        assertThat(call(Function.GET_INFO, arena.allocate(1000).address())).isZero();
    }

    @Test
    void memoryThatCannotBeWrittenIsTheCallersMistake() throws Throwable {
        serve((peer, function, words) -> {
            peer.order(Protocol.TAKE, words[0], 1000, new byte[1000]);
            return 0;
        });
        assertThat(call(Function.GET_INFO, 16L)).isEqualTo(Ckr.ARGUMENTS_BAD);
        assertThat(call(Function.GET_INFO, arena.allocate(1000).address())).isZero();
    }

    @Test
    void theCallersFunctionsAreCalled() throws Throwable {
        serve((peer, function, words) -> {
            byte[] four = ByteBuffer.allocate(32)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(1)
                    .putLong(2)
                    .putLong(3)
                    .putLong(4)
                    .array();
            peer.order(Protocol.CALL_BACK, words[0], 0, four);
            return peer.word();
        });
        MethodHandle sum = java.lang.invoke.MethodHandles.lookup()
                .findStatic(
                        ForwarderTest.class,
                        "digits",
                        java.lang.invoke.MethodType.methodType(
                                long.class, long.class, long.class, long.class, long.class));
        MemorySegment stub = Linker.nativeLinker()
                .upcallStub(sum, FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG), arena);
        assertThat(call(Function.GET_INFO, stub.address())).isEqualTo(1234);
    }

    static long digits(long a, long b, long c, long d) {
        return ((a * 10 + b) * 10 + c) * 10 + d;
    }

    @Test
    void withoutADaemonTheDeviceIsRemoved() throws Throwable {
        assertThat(call(Function.GET_INFO, 0L)).isEqualTo(Ckr.DEVICE_REMOVED);
    }

    @Test
    void aDaemonThatHangsUpIsADeviceError() throws Throwable {
        serve((peer, function, words) -> {
            throw new IOException("hang up");
        });
        assertThat(call(Function.GET_INFO, 0L)).isEqualTo(Ckr.DEVICE_ERROR);
    }

    @Test
    void manyThreadsCallAtOnce() throws Throwable {
        serve((peer, function, words) -> words[0] + 1);
        MethodHandle getInfo = handle(Function.GET_INFO, 1);
        CompletableFuture<?>[] all = IntStream.range(0, 100)
                .mapToObj(t -> CompletableFuture.runAsync(
                        () -> {
                            for (long i = 0; i < 200; i++) {
                                try {
                                    assertThat((long) getInfo.invokeExact(t * 1000L + i))
                                            .isEqualTo(t * 1000L + i + 1);
                                } catch (Throwable e) {
                                    throw new AssertionError(e);
                                }
                            }
                        },
                        threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
    }

    @Test
    void theInterfacesAreFoundByNameAndVersion() throws Throwable {
        MemorySegment found = arena.allocate(ADDRESS);
        assertThat(call(
                        Function.GET_INTERFACE,
                        arena.allocateFrom("PKCS 11").address(),
                        arena.allocateFrom(JAVA_BYTE, (byte) 3, (byte) 0).address(),
                        found.address(),
                        0L))
                .isZero();
        MemorySegment list =
                found.get(ADDRESS, 0).reinterpret(24).get(ADDRESS, 8).reinterpret(8);
        assertThat(list.toArray(JAVA_BYTE)).startsWith(3, 0);
        assertThat(call(Function.GET_INTERFACE, arena.allocateFrom("PKCS 12").address(), 0L, found.address(), 0L))
                .isEqualTo(Ckr.ARGUMENTS_BAD);
        assertThat(call(
                        Function.GET_INTERFACE,
                        0L,
                        arena.allocateFrom(JAVA_BYTE, (byte) 9, (byte) 0).address(),
                        found.address(),
                        0L))
                .isEqualTo(Ckr.ARGUMENTS_BAD);
        assertThat(call(Function.GET_INTERFACE, 0L, 0L, found.address(), 0L)).isZero();
        assertThat(found.get(ADDRESS, 0)
                        .reinterpret(24)
                        .get(ADDRESS, 0)
                        .reinterpret(16)
                        .getString(0))
                .isEqualTo("PKCS 11");
    }

    @Test
    void wildPointersOfTheModulesOwnFunctionsAreTheCallersMistake() throws Throwable {
        MemorySegment place = arena.allocate(80, 8);
        for (long wild : new long[] {1, 8, 17, 0xDEADBEEF000L, -1L, -8L}) {
            assertThat(call(Function.GET_FUNCTION_LIST, wild)).isEqualTo(Ckr.ARGUMENTS_BAD);
            assertThat(call(Function.GET_INTERFACE_LIST, place.address(), wild)).isEqualTo(Ckr.ARGUMENTS_BAD);
            assertThat(call(Function.GET_INTERFACE_LIST, 0L, wild)).isEqualTo(Ckr.ARGUMENTS_BAD);
            place.set(JAVA_LONG, 72, 3);
            assertThat(call(Function.GET_INTERFACE_LIST, wild, place.address() + 72))
                    .isEqualTo(Ckr.ARGUMENTS_BAD);
            assertThat(call(Function.GET_INTERFACE, wild, 0L, place.address(), 0L))
                    .isEqualTo(Ckr.ARGUMENTS_BAD);
            assertThat(call(Function.GET_INTERFACE, 0L, wild, place.address(), 0L))
                    .isEqualTo(Ckr.ARGUMENTS_BAD);
            assertThat(call(Function.GET_INTERFACE, 0L, 0L, wild, 0L)).isEqualTo(Ckr.ARGUMENTS_BAD);
        }
    }

    @Test
    void theInterfaceListFollowsTheConventionForLists() throws Throwable {
        MemorySegment count = arena.allocate(JAVA_LONG);
        assertThat(call(Function.GET_INTERFACE_LIST, 0L, count.address())).isZero();
        assertThat(count.get(JAVA_LONG, 0)).isEqualTo(3);
        count.set(JAVA_LONG, 0, 2);
        MemorySegment list = arena.allocate(72, 8);
        assertThat(call(Function.GET_INTERFACE_LIST, list.address(), count.address()))
                .isEqualTo(Ckr.BUFFER_TOO_SMALL);
        assertThat(call(Function.GET_INTERFACE_LIST, list.address(), count.address()))
                .isZero();
        assertThat(call(Function.GET_INTERFACE_LIST, list.address(), 0L)).isEqualTo(Ckr.ARGUMENTS_BAD);
    }
}
