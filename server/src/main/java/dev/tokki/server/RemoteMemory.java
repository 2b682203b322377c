package dev.tokki.server;

import dev.tokki.nativeadapter.layout.Abi;
import dev.tokki.nativeadapter.layout.BadAddressException;
import dev.tokki.nativeadapter.layout.Memory;
import dev.tokki.server.Fetched.Piece;
import dev.tokki.server.Fetched.Range;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The memory of the program that made a call. Writes wait for the call to return.
///
/// Reads cross the socket, and each crossing costs as much as the rest of a call. So whoever reads does it in passes
/// ([#read(Supplier)]): in a pass everything not known yet reads as zeros, which as a pointer leads nowhere, and is
/// noted down; all that was noted is fetched at once and the next pass goes on from there. A call needs as many
/// crossings as its structures are deep, however many there are.
class RemoteMemory implements Memory {
    /// Orders that are sent before the answers are read: what both directions of a socket hold in any case.
    private static final int ORDERS_AT_ONCE = 256;

    /// Parts that one call may consist of; structures that contain themselves have more.
    private static final int MOST_PARTS = 100_000;

    private static final int LONGEST_TEXT = 1 << 16;
    private static final int TEXT_STEP = 64;
    private static final int SMALL = 4096;
    private static final byte[] NOTHING = {};

    private final Peer peer;
    private final Budget budget;
    private final Fetched fetched = new Fetched();
    private final Set<Range> wanted = new LinkedHashSet<>();
    private boolean inPass;
    private int parts;
    private long taken;

    RemoteMemory(Peer peer, Budget budget) {
        this.peer = peer;
        this.budget = budget;
    }

    final Peer peer() {
        return peer;
    }

    /// {@return what a reader made of this memory, when all that it looked at had been fetched}
    ///
    /// @param reader does nothing but read, and may be asked several times
    final <T> T read(Supplier<T> reader) {
        inPass = true;
        try {
            while (true) {
                parts = 0;
                try {
                    T value = reader.get();
                    if (wanted.isEmpty()) {
                        return value;
                    }
                } catch (RuntimeException e) {
                    // Nobody expects zeros everywhere; what counts is the pass that had everything.
                    if (wanted.isEmpty()) {
                        throw e;
                    }
                }
                fetch();
            }
        } finally {
            inPass = false;
            wanted.clear();
        }
    }

    /// Keeps what came with the call.
    final void came(long address, byte[] bytes) {
        fetched.put(new Range(address, bytes.length), bytes);
    }

    /// Forgets what was fetched: the call is over.
    final void forget() {
        fetched.clear();
        budget.giveBack(taken);
        taken = 0;
    }

    private void fetch() {
        List<Range> ranges = new ArrayList<>(wanted);
        wanted.clear();
        for (int from = 0; from < ranges.size(); from += ORDERS_AT_ONCE) {
            fetch(ranges.subList(from, Math.min(ranges.size(), from + ORDERS_AT_ONCE)));
        }
    }

    private void fetch(List<Range> ranges) {
        long bytes = ranges.stream().mapToLong(Range::length).sum();
        budget.take(bytes);
        taken += bytes;
        try {
            for (Range range : ranges) {
                peer.send(range.begin(), range.length());
            }
            for (Range range : ranges) {
                fetched.put(range, peer.memory(range.length()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the piece with a range; null if it is only noted down}
    private @Nullable Piece piece(long address, long length) {
        if (length < 0 || length > LIMIT || ++parts > MOST_PARTS) {
            throw new BadAddressException(address, length);
        }
        Piece piece = fetched.piece(address, (int) length);
        if (piece != null) {
            return piece;
        }
        Range range = new Range(address, (int) length);
        if (!fetched.isUnreadable(range)) {
            wanted.add(range);
            if (inPass) {
                return null;
            }
            fetch();
            piece = fetched.piece(address, (int) length);
        }
        if (piece == null) {
            throw new BadAddressException(address, length);
        }
        return piece;
    }

    @Override
    public final Abi abi() {
        return Abi.LP64;
    }

    @Override
    public final byte[] read(long address, long length) {
        if (length == 0) {
            return NOTHING;
        }
        Piece piece = piece(address, length);
        if (piece == null) {
            return length > SMALL ? NOTHING : new byte[(int) length];
        }
        return piece.read(address, (int) length);
    }

    /// Between passes a block is mostly one that will be written to; what is read of it is fetched then.
    @Override
    public final Memory block(long address, long length) {
        if (inPass && length != 0) {
            piece(address, length);
        }
        return this;
    }

    @Override
    public final byte getByte(long address) {
        Piece piece = piece(address, 1);
        return piece == null ? 0 : piece.getByte(address);
    }

    @Override
    public final int getInt(long address) {
        Piece piece = piece(address, Integer.BYTES);
        return piece == null ? 0 : piece.getInt(address);
    }

    @Override
    public final long getLong(long address) {
        Piece piece = piece(address, Long.BYTES);
        return piece == null ? 0 : piece.getLong(address);
    }

    @Override
    public final void write(long address, byte[] bytes) {
        peer.take(address, bytes);
    }

    @Override
    public final void putByte(long address, byte value) {
        write(address, new byte[] {value});
    }

    @Override
    public final void putInt(long address, int value) {
        write(address, word(Integer.BYTES).putInt(value).array());
    }

    @Override
    public final void putLong(long address, long value) {
        write(address, word(Long.BYTES).putLong(value).array());
    }

    private static ByteBuffer word(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
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
}
