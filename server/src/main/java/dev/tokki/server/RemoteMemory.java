package dev.tokki.server;

import dev.tokki.nativeadapter.layout.Abi;
import dev.tokki.nativeadapter.layout.BadAddressException;
import dev.tokki.nativeadapter.layout.Memory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The memory of the program that made a call. Reads cross the socket; writes wait there for the call to return.
class RemoteMemory implements Memory {
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int TEXT_STEP = 64;

    private final Peer peer;

    RemoteMemory(Peer peer) {
        this.peer = peer;
    }

    final Peer peer() {
        return peer;
    }

    @Override
    public final Abi abi() {
        return Abi.LP64;
    }

    @Override
    public final byte[] read(long address, long length) {
        if (length < 0 || length > LIMIT) {
            throw new BadAddressException(address, length);
        }
        if (length == 0) {
            return new byte[0];
        }
        try {
            peer.send(address, (int) length);
            byte[] bytes = peer.memory((int) length);
            if (bytes == null) {
                throw new BadAddressException(address, length);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final void write(long address, byte[] bytes) {
        peer.take(address, bytes);
    }

    @Override
    public final Memory block(long address, long length) {
        return new Fetched(this, address, ByteBuffer.wrap(read(address, length)).order(ByteOrder.LITTLE_ENDIAN));
    }

    @Override
    public final byte getByte(long address) {
        return read(address, 1)[0];
    }

    @Override
    public final int getInt(long address) {
        return ByteBuffer.wrap(read(address, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    @Override
    public final long getLong(long address) {
        return ByteBuffer.wrap(read(address, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    @Override
    public final void putByte(long address, byte value) {
        write(address, new byte[] {value});
    }

    @Override
    public final void putInt(long address, int value) {
        write(
                address,
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(value)
                        .array());
    }

    @Override
    public final void putLong(long address, long value) {
        write(
                address,
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array());
    }

    /// Texts are read in steps, since nobody knows where one ends and the memory behind it may not be there.
    @Override
    public final byte[] textBytes(long address) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (long at = address; text.size() < LONGEST_TEXT; ) {
            // No further than the next multiple of the step: a page never ends in between.
            int length = (int) (TEXT_STEP - (at & (TEXT_STEP - 1)));
            byte[] bytes = read(at, length);
            for (byte next : bytes) {
                if (next == 0) {
                    return text.toByteArray();
                }
                text.write(next);
            }
            at += length;
        }
        throw new BadAddressException(address, LONGEST_TEXT);
    }

    /// A part of the memory that was fetched at once.
    private record Fetched(RemoteMemory memory, long begin, ByteBuffer bytes) implements Memory {
        @Override
        public Abi abi() {
            return memory.abi();
        }

        @Override
        public byte getByte(long address) {
            return bytes.get(offset(address));
        }

        @Override
        public int getInt(long address) {
            return bytes.getInt(offset(address));
        }

        @Override
        public long getLong(long address) {
            return bytes.getLong(offset(address));
        }

        @Override
        public byte[] read(long address, long length) {
            byte[] copy = new byte[(int) length];
            bytes.get(offset(address), copy);
            return copy;
        }

        private int offset(long address) {
            return Math.toIntExact(address - begin);
        }

        @Override
        public void putByte(long address, byte value) {
            memory.putByte(address, value);
        }

        @Override
        public void putInt(long address, int value) {
            memory.putInt(address, value);
        }

        @Override
        public void putLong(long address, long value) {
            memory.putLong(address, value);
        }

        @Override
        public void write(long address, byte[] source) {
            memory.write(address, source);
        }
    }
}
