package dev.tokki.nativeadapter;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.layout.Abi;
import dev.tokki.nativeadapter.layout.CallPlan;
import dev.tokki.nativeadapter.layout.CallPlans;
import dev.tokki.nativeadapter.layout.NoRoomException;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A PKCS#11 library (`.so`, `.dll`, `.dylib`) as a [Cryptoki].
///
/// The library shares this process: if it crashes, the JVM ends. It is never unloaded, since many libraries leave
/// threads and exit handlers behind. Loading it twice gives the same library, with the same state.
public final class NativeModule implements Cryptoki {
    private final Path library;
    private final Options options;
    private final Abi abi;
    private final FunctionTable functions;
    private final CallbackStubs stubs;
    private final Slabs slabs;
    private final ClassValue<Route> routes;
    private volatile boolean isInitialized;
    private volatile boolean isClosed;

    private NativeModule(Path library, Options options, Abi abi, FunctionTable functions) {
        this.library = library;
        this.options = options;
        this.abi = abi;
        this.functions = functions;
        CallPlans plans = new CallPlans(abi);
        this.routes = new ClassValue<>() {
            @Override
            protected Route computeValue(Class<?> call) {
                CallPlan plan = plans.of(call);
                return new Route(plan, functions.link(plan.function(), plan.words()));
            }
        };
        this.stubs = new CallbackStubs(abi);
        this.slabs = new Slabs(abi, stubs);
    }

    /// Loads a library and finds its functions; C_Initialize is up to the caller.
    ///
    /// @throws ModuleLoadException if it cannot be loaded or is no PKCS#11 module
    public static NativeModule load(Path library, Options options) {
        if (!Files.exists(library)) {
            throw new ModuleLoadException(library, "there is no such file");
        }
        Environment.set(options.environment());
        SymbolLookup symbols;
        try {
            symbols = Foreign.load(library);
        } catch (IllegalArgumentException e) {
            throw new ModuleLoadException(library, "the system's loader refuses it");
        }
        Abi abi = Abi.ofThisMachine();
        FunctionTable functions = new Discovery(library, symbols, abi).find(options.newest());
        return new NativeModule(library, options, abi, functions);
    }

    /// {@return the file}
    public Path library() {
        return library;
    }

    /// {@return the version that the function table in use claims}
    public Version tableVersion() {
        return functions.version();
    }

    /// {@return whether the module has a function}
    public boolean has(Function function) {
        return functions.has(function);
    }

    @Override
    public <R> Reply<R> call(Call<R> call) {
        if (isClosed) {
            throw new IllegalStateException(library + " was closed");
        }
        Route route = routes.get(call.getClass());
        CallPlan plan = route.plan();
        MethodHandle function = route.function();
        if (function == null) {
            return absent(plan.function());
        }
        Slab slab = slabs.take();
        boolean keep = false;
        try {
            long words = plan.give(withReserved(call), slab);
            long rv = abi.asUlong((long) function.invokeExact(words));
            keep = rv == Ckr.PENDING || plan.function() == Function.ASYNC_JOIN;
            Reply<R> reply = plan.collect(call, rv, words, slab);
            if (rv == Ckr.OK) {
                follow(call);
            }
            return reply;
        } catch (NoRoomException e) {
            return noRoom(e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("calling " + plan.function() + " of " + library, e);
        } finally {
            if (keep) {
                slabs.keep(slab);
            } else {
                slabs.giveBack(slab);
            }
        }
    }

    private Call<?> withReserved(Call<?> call) {
        if (options.reserved() == null || !(call instanceof Initialize(var args))) {
            return call;
        }
        if (args == null) {
            return new Initialize(new InitializeArgs(Mutexes.NONE, 0, options.reserved()));
        }
        return args.reserved() == null
                ? new Initialize(new InitializeArgs(args.mutexes(), args.flags(), options.reserved()))
                : call;
    }

    private void follow(Call<?> call) {
        if (call instanceof Initialize) {
            isInitialized = true;
        } else if (call instanceof Finalize) {
            isInitialized = false;
        }
    }

    private <R> Reply<R> absent(Function function) {
        return Reply.refused(
                Ckr.FUNCTION_NOT_SUPPORTED,
                new Reason(
                        function.cName(),
                        "The module has no such function: it is not in " + functions + ".",
                        "5.1.6",
                        "Use a module that has functions of PKCS#11 " + function.since() + "."));
    }

    private static <R> Reply<R> noRoom(NoRoomException e) {
        return Reply.refused(
                Ckr.HOST_MEMORY,
                new Reason("the length", "There is " + e.getMessage() + ".", "5.1.1", "Ask for less."));
    }

    /// How a call gets to its function.
    ///
    /// @param function from the address of the words to the return value; null if the module has no such function
    private record Route(CallPlan plan, @Nullable MethodHandle function) {}

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        boolean isQuiet = !isInitialized || call(new Finalize()).isOk();
        isClosed = true;
        if (isQuiet) { // otherwise the library may still call back
            stubs.close();
        }
    }

    @Override
    public String toString() {
        return library + ", " + functions;
    }
}
