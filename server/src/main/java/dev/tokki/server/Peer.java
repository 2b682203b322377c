package dev.tokki.server;

import dev.tokki.server.elf.Protocol;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/// The module at the other end of a connection, in the words of [Protocol]. Orders gather until an answer is needed
/// or the call returns. Used by one thread.
final class Peer {
    private static final int SMALL = 64 * 1024;
    private static final int LENGTH_IN_ORDER = 16;
    private static final int NONE = -1;

    private final WritableByteChannel channel;
    private final Traffic traffic;
    private final DataInputStream in;
    private ByteBuffer out = buffer(SMALL);

    /// Where in `out` the order begins that the last bytes were written by, and the address after them.
    private int writing = NONE;

    private long end;

    /// Who waits for the module to say something while a call is answered.
    private Optional<Thread> watcher = Optional.empty();

    Peer(SocketChannel channel, Traffic traffic) {
        this(Channels.newInputStream(channel), channel, traffic);
    }

    Peer(InputStream in, WritableByteChannel channel, Traffic traffic) {
        this.channel = channel;
        this.traffic = traffic;
        this.in = new DataInputStream(new BufferedInputStream(in, SMALL));
    }

    /// Waits for the next call.
    ///
    /// @param words where its ten argument words go
    /// @return the first word, whatever it is: the function's place in the function list, and what was sent along
    /// @throws java.io.EOFException if the module hung up
    long nextCall(long[] words) throws IOException {
        awaitWatcher();
        ByteBuffer message = take(Protocol.CALL_SIZE);
        long first = message.getLong();
        message.asLongBuffer().get(words);
        traffic.call();
        return first;
    }

    /// Looks out for the module's end while its call is answered, which does nothing but wait.
    ///
    /// @param end what to do if the module hangs up
    void watch(Runnable end) {
        watcher = Optional.of(Thread.ofPlatform()
                .daemon()
                .name("watches a program that waits")
                .start(() -> {
                    if (!hasMore()) {
                        end.run();
                    }
                }));
    }

    /// {@return whether the module said something, which stays to be read, rather than hung up}
    private boolean hasMore() {
        try {
            in.mark(1);
            if (in.read() < 0) {
                return false;
            }
            in.reset();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// It has seen the next call, or the end.
    private void awaitWatcher() throws IOException {
        if (watcher.isEmpty()) {
            return;
        }
        try {
            watcher.get().join();
            watcher = Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// {@return memory that was sent along with the call, the next of it}
    byte[] along(int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /// {@return what the module sent of itself: four words}
    ByteBuffer hello() throws IOException {
        return take(Protocol.HELLO_SIZE);
    }

    /// Asks for memory; the answer is to be taken with [#memory].
    void send(long address, int length) {
        order(Protocol.SEND, address, length, 0);
    }

    /// {@return the memory that the earliest [#send] without an answer asked for; null if it cannot be read}
    byte @org.jspecify.annotations.Nullable [] memory(int length) throws IOException {
        flush();
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return word() == 0 ? bytes : null;
    }

    /// Writes memory. What lies next to what was written before goes with the same order.
    void take(long address, byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        if (writing >= 0 && address == end) {
            need(bytes.length);
            out.putLong(writing + LENGTH_IN_ORDER, out.getLong(writing + LENGTH_IN_ORDER) + bytes.length);
        } else {
            int begin = out.position();
            order(Protocol.TAKE, address, bytes.length, bytes.length);
            writing = begin;
        }
        out.put(bytes);
        end = address + bytes.length;
    }

    /// {@return what the program's function at an address returns}
    ///
    /// @param words at most four
    long callBack(long address, long... words) throws IOException {
        order(Protocol.CALL_BACK, address, 0, 32);
        for (int i = 0; i < 4; i++) {
            out.putLong(i < words.length ? words[i] : 0);
        }
        flush();
        return word();
    }

    /// Ends the call.
    void returns(long rv) throws IOException {
        order(Protocol.RETURN, rv, 0, 0);
        flush();
    }

    private void order(int kind, long address, long length, int following) {
        need(Protocol.ORDER_SIZE + following);
        writing = NONE;
        out.putLong(kind).putLong(address).putLong(length);
    }

    private void need(int bytes) {
        if (out.remaining() < bytes) {
            out = buffer(Math.max(2 * out.capacity(), out.position() + bytes)).put(out.flip());
        }
    }

    private void flush() throws IOException {
        if (out.position() == 0) {
            return;
        }
        traffic.roundTrip();
        writing = NONE;
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        // Large buffers are for large calls; they are not kept.
        out = out.capacity() > SMALL ? buffer(SMALL) : out.clear();
    }

    private long word() throws IOException {
        return Long.reverseBytes(in.readLong());
    }

    private ByteBuffer take(int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
