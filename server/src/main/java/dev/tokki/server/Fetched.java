package dev.tokki.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The parts of a program's memory that were fetched for one call. Each is fetched once: what is looked at twice is
/// the same both times, whatever other threads of the program do meanwhile.
final class Fetched {
    private final TreeMap<Long, Piece> pieces = new TreeMap<>(Long::compareUnsigned);
    private final Set<Range> unreadable = new HashSet<>();

    /// Addresses.
    record Range(long begin, int length) {
        Range {
            if (length <= 0) {
                throw new IllegalArgumentException("a range has bytes: " + length);
            }
        }
    }

    /// A range that is here.
    record Piece(long begin, ByteBuffer bytes) {
        byte getByte(long address) {
            return bytes.get(offset(address));
        }

        int getInt(long address) {
            return bytes.getInt(offset(address));
        }

        long getLong(long address) {
            return bytes.getLong(offset(address));
        }

        byte[] read(long address, int length) {
            byte[] copy = new byte[length];
            bytes.get(offset(address), copy);
            return copy;
        }

        private boolean covers(long address, int length) {
            long offset = address - begin;
            return offset >= 0 && offset + length <= bytes.capacity();
        }

        private int offset(long address) {
            return (int) (address - begin);
        }
    }

    /// Keeps what was fetched; null if it cannot be read.
    void put(Range range, byte @Nullable [] bytes) {
        if (bytes == null) {
            unreadable.add(range);
        } else {
            Piece before = pieces.get(range.begin());
            if (before == null || before.bytes().capacity() < bytes.length) {
                pieces.put(
                        range.begin(),
                        new Piece(range.begin(), ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)));
            }
        }
    }

    /// {@return the piece that a range lies in; null if there is none yet}
    @Nullable
    Piece piece(long address, int length) {
        Map.Entry<Long, Piece> below = pieces.floorEntry(address);
        return below != null && below.getValue().covers(address, length) ? below.getValue() : null;
    }

    /// {@return whether a range is known to be unreadable}
    boolean isUnreadable(Range range) {
        return unreadable.contains(range);
    }

    void clear() {
        pieces.clear();
        unreadable.clear();
    }
}
