package dev.tokki.nativeadapter;

import dev.tokki.nativeadapter.layout.Abi;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Hands out slabs: one per thread, and one more for each call made from within a callback of a call.
final class Slabs {
    private final Abi abi;
    private final CallbackStubs stubs;
    private final ThreadLocal<Deque<Slab>> free = ThreadLocal.withInitial(ArrayDeque::new);

    /// Slabs that a module still writes to: an asynchronous operation is using them (section 5.21).
    private final Queue<Slab> kept = new ConcurrentLinkedQueue<>();

    Slabs(Abi abi, CallbackStubs stubs) {
        this.abi = abi;
        this.stubs = stubs;
    }

    Slab take() {
        Slab slab = free.get().pollFirst();
        return slab == null ? new Slab(abi, stubs) : slab;
    }

    void giveBack(Slab slab) {
        slab.clear();
        free.get().addFirst(slab);
    }

    /// Keeps a slab as it is for as long as the module lives.
    void keep(Slab slab) {
        kept.add(slab);
    }
}
