package dev.tokki.server;

import dev.tokki.server.elf.Protocol;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/// The module at the other end of a connection, in the words of [Protocol]. Orders gather until an answer is needed
/// or the call returns. Used by one thread.
final class Peer {
    private static final int SMALL = 64 * 1024;

    private final SocketChannel channel;
    private final DataInputStream in;
    private ByteBuffer out = buffer(SMALL);

    Peer(SocketChannel channel) {
        this.channel = channel;
        this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), SMALL));
    }

    /// Waits for the next call.
    ///
    /// @param words where its ten argument words go
    /// @return the function's place in the function list, whatever the module sent
    /// @throws java.io.EOFException if the module hung up
    long nextCall(long[] words) throws IOException {
        ByteBuffer message = take(Protocol.CALL_SIZE);
        long function = message.getLong();
        message.asLongBuffer().get(words);
        return function;
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

    /// Writes memory.
    void take(long address, byte[] bytes) {
        order(Protocol.TAKE, address, bytes.length, bytes.length);
        out.put(bytes);
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
        out.putLong(kind).putLong(address).putLong(length);
    }

    private void need(int bytes) {
        if (out.remaining() < bytes) {
            out = buffer(Math.max(2 * out.capacity(), out.position() + bytes)).put(out.flip());
        }
    }

    private void flush() throws IOException {
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
