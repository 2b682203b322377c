package dev.tokki.nativeadapter;

import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.Notify;
import dev.tokki.nativeadapter.layout.Abi;
import dev.tokki.nativeadapter.layout.NoRoomException;
import dev.tokki.nativeadapter.layout.Room;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The room of one call at a time: a piece of memory that is filled from its begin and cleared after the call, so that
/// the next call finds zeros and no secret stays behind. What does not fit is allocated apart.
final class Slab extends LocalMemory implements Room {
    private static final long SIZE = 16 * 1024;
    private static final long ALIGNMENT = 16;

    private final CallbackStubs stubs;
    private final MemorySegment memory = Arena.ofAuto().allocate(SIZE, ALIGNMENT);
    private final long begin = memory.address();
    private long used;
    private @Nullable Apart apart;

    Slab(Abi abi, CallbackStubs stubs) {
        super(abi);
        this.stubs = stubs;
    }

    @Override
    public long allocate(long length) {
        if (length < 0 || length > LIMIT) {
            throw new NoRoomException(length);
        }
        long step = (Math.max(length, 1) + ALIGNMENT - 1) & -ALIGNMENT;
        if (step > SIZE - used) {
            if (apart == null) {
                apart = new Apart();
            }
            return apart.allocate(step);
        }
        long address = begin + used;
        used += step;
        return address;
    }

    @Override
    public long callback(Notify notify) {
        return stubs.notification(notify);
    }

    @Override
    public long[] mutexes(Mutexes which) {
        return stubs.mutexes(which);
    }

    /// Forgets everything that was allocated.
    void clear() {
        if (used > 0) {
            clear(begin, used);
            used = 0;
        }
        if (apart != null) {
            apart.close();
            apart = null;
        }
    }

    /// What was too large for the slab.
    private static final class Apart implements AutoCloseable {
        private final Arena arena = Arena.ofConfined();
        private final java.util.List<MemorySegment> pieces = new java.util.ArrayList<>();

        long allocate(long length) {
            MemorySegment piece = arena.allocate(length, ALIGNMENT);
            pieces.add(piece);
            return piece.address();
        }

        @Override
        public void close() {
            pieces.forEach(piece -> piece.fill((byte) 0));
            arena.close();
        }
    }
}
