package dev.tokki.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Out;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.emulator.Emulator;
import dev.tokki.nativeadapter.wire.RecordCodec;
import dev.tokki.server.elf.Protocol;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;

/// What is sent to a daemon's socket that no module sends: it ends the connection it came on, and nothing else.
class HostileClientProperties {
    private static final Emulator EMULATOR = Emulator.inMemory("test", "12345678", "1234");
    private static final NativeFace FACE = NativeFace.of(EMULATOR::connect);

    @AfterContainer
    static void close() {
        FACE.close();
        EMULATOR.close();
    }

    /// A well-behaved program is served as before.
    @AfterProperty
    void othersAreServed() throws IOException {
        try (RemoteModule other = RemoteModule.connect(FACE.daemon().socket()).orElseThrow()) {
            assertThat(other.call(new Initialize()).isOk()).isTrue();
            assertThat(other.call(new GetInfo(Out.here())).isOk()).isTrue();
        }
    }

    private static SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(FACE.daemon().socket()));
    }

    private static ByteBuffer hello(long magic, Random random, int more) {
        return ByteBuffer.allocate(Protocol.HELLO_SIZE + more)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(magic)
                .putLong(1)
                .putLong(random.nextLong())
                .putLong(magic == Protocol.RECORDS_MAGIC ? RecordCodec.form() : 0);
    }

    /// Sends everything, says that no more comes, and reads until the daemon ends the connection.
    private static void send(ByteBuffer bytes) throws IOException {
        try (SocketChannel channel = connect()) {
            Thread writer = Thread.ofVirtual().start(() -> write(channel, bytes));
            ByteBuffer sink = ByteBuffer.allocate(1 << 16);
            while (channel.read(sink.clear()) >= 0) {
                // whatever it answers
            }
            writer.join();
        } catch (IOException e) {
            // it was ended while we wrote
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.shutdownOutput();
        } catch (IOException e) {
            // it was ended
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void junkInsteadOfAHelloEndsTheConnection(@ForAll byte[] junk) throws IOException {
        send(ByteBuffer.wrap(junk));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void junkAfterAHelloEndsTheConnection(@ForAll byte[] junk, @ForAll boolean records, @ForAll long seed)
            throws IOException {
        long magic = records ? Protocol.RECORDS_MAGIC : Protocol.MAGIC;
        send(hello(magic, new Random(seed), junk.length).put(junk).flip());
    }

    /// Calls of real functions whose arguments are junk, and junk in place of the memory asked for.
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void callsOfJunkAreAnsweredOrEndTheConnection(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        int calls = 1 + random.nextInt(4);
        int memory = random.nextInt(1 << 14);
        ByteBuffer out = hello(Protocol.MAGIC, random, calls * (Protocol.CALL_SIZE + memory));
        for (int i = 0; i < calls; i++) {
            long sentAlong = random.nextInt(3) == 0 ? (long) random.nextInt(64) * Protocol.FIRST_AHEAD : 0;
            out.putLong(random.nextInt(110) + sentAlong);
            for (int word = 0; word < Protocol.CALL_WORDS; word++) {
                out.putLong(
                        switch (random.nextInt(4)) {
                            case 0 -> 0;
                            case 1 -> random.nextInt(64);
                            case 2 -> random.nextInt(1 << 20);
                            default -> random.nextLong();
                        });
            }
            byte[] junk = new byte[memory];
            random.nextBytes(junk);
            out.put(junk);
        }
        send(out.flip());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void framesOfJunkEndTheConnection(@ForAll byte[] junk, @ForAll int length, @ForAll long seed) throws IOException {
        ByteBuffer out = hello(Protocol.RECORDS_MAGIC, new Random(seed), Integer.BYTES + junk.length);
        out.order(ByteOrder.BIG_ENDIAN)
                .putInt(seed % 2 == 0 ? junk.length : length)
                .put(junk);
        send(out.flip());
    }
}
