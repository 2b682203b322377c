package dev.tokki.nativeadapter;

import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.layout.Abi;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// The mutexes of an application that supplies its own (sections 3.7 and 5.4.1). To a module, one is a pointer that
/// means nothing.
final class MutexCallbacks {
    private final LocalMemory memory;
    private final Map<Long, Semaphore> mutexes = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(1);

    MutexCallbacks(Abi abi) {
        this.memory = new LocalMemory(abi);
    }

    /// `CK_CREATEMUTEX`.
    long create(long place) {
        if (place == 0) {
            return Ckr.ARGUMENTS_BAD;
        }
        long mutex = next.getAndIncrement();
        mutexes.put(mutex, new Semaphore(1));
        memory.pointer(place, mutex);
        return Ckr.OK;
    }

    /// `CK_DESTROYMUTEX`.
    long destroy(long mutex) {
        return mutexes.remove(mutex) == null ? Ckr.MUTEX_BAD : Ckr.OK;
    }

    /// `CK_LOCKMUTEX`.
    long lock(long mutex) {
        Semaphore lock = mutexes.get(mutex);
        if (lock == null) {
            return Ckr.MUTEX_BAD;
        }
        lock.acquireUninterruptibly();
        return Ckr.OK;
    }

    /// `CK_UNLOCKMUTEX`.
    long unlock(long mutex) {
        Semaphore lock = mutexes.get(mutex);
        if (lock == null) {
            return Ckr.MUTEX_BAD;
        }
        synchronized (lock) {
            if (lock.availablePermits() > 0) {
                return Ckr.MUTEX_NOT_LOCKED;
            }
            lock.release();
        }
        return Ckr.OK;
    }
}
