package dev.tokki.nativeadapter;

import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.Notify;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.layout.Abi;
import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// C functions that a module can call and that end in Java. They live as long as the module may call them.
final class CallbackStubs implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CallbackStubs.class.getName());

    private final Arena arena = Arena.ofShared();
    private final Abi abi;
    private final MutexCallbacks mutexCallbacks;
    private final IdentityHashMap<Notify, Long> notifications = new IdentityHashMap<>();
    private long @Nullable [] mutexes;

    CallbackStubs(Abi abi) {
        this.abi = abi;
        this.mutexCallbacks = new MutexCallbacks(abi);
    }

    /// {@return the address of a function of type `CK_NOTIFY`; the same one for the same object}
    synchronized long notification(Notify notify) {
        return notifications.computeIfAbsent(notify, n -> stub("notify", new Notification(abi, n), 3));
    }

    /// {@return the addresses of the functions that create, destroy, lock and unlock mutexes; 0 for those not given}
    synchronized long[] mutexes(Mutexes which) {
        if (which == Mutexes.NONE) {
            return new long[4];
        }
        if (mutexes == null) {
            mutexes = new long[] {
                stub("create", mutexCallbacks, 1),
                stub("destroy", mutexCallbacks, 1),
                stub("lock", mutexCallbacks, 1),
                stub("unlock", mutexCallbacks, 1)
            };
        }
        return which == Mutexes.ALL ? mutexes.clone() : new long[] {mutexes[0], 0, mutexes[2], 0};
    }

    private long stub(String method, Object target, int words) {
        MethodType type = MethodType.methodType(long.class, Collections.nCopies(words, (Class<?>) long.class));
        try {
            MethodHandle handle = MethodHandles.lookup().bind(target, method, type);
            return Foreign.callback(handle, words, arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(target + " has no " + method, e);
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    /// An exception must not reach C, which cannot catch it: the JVM would end.
    record Notification(Abi abi, Notify target) {
        long notify(long session, long event, long application) {
            try {
                return target.notify(abi.asUlong(session), abi.asUlong(event), application);
            } catch (Throwable e) {
                LOG.log(System.Logger.Level.ERROR, "a notification callback failed", e);
                return Ckr.OK;
            }
        }
    }
}
