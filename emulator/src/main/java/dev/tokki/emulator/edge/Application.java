package dev.tokki.emulator.edge;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Asynchronous;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Decryption;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.DualFunction;
import dev.tokki.api.call.Encryption;
import dev.tokki.api.call.GeneralPurpose;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.MessageDecryption;
import dev.tokki.api.call.MessageEncryption;
import dev.tokki.api.call.MessageSigning;
import dev.tokki.api.call.MessageVerification;
import dev.tokki.api.call.Objects;
import dev.tokki.api.call.Parallel;
import dev.tokki.api.call.RandomNumbers;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.SlotsAndTokens;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Ckf;
import dev.tokki.emulator.chapter.GeneralPurposeChapter;
import dev.tokki.emulator.object.Handles;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.ApplicationState;
import dev.tokki.emulator.session.Lifetime;
import dev.tokki.emulator.session.Session;
import dev.tokki.emulator.token.Slots;
import dev.tokki.storage.StorageException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One application (a process, in the words of the specification) and its view of the engine.
///
/// Whatever goes wrong inside becomes a reply here, and only here: a refusal with its return value and
/// reason, a store that fails `CKR_DEVICE_ERROR` or `CKR_DEVICE_MEMORY`, memory that is short
/// `CKR_HOST_MEMORY`, and a fault of the engine `CKR_GENERAL_ERROR` with its stack trace in the log.
public final class Application implements Cryptoki {
    private final Slots slots;
    private final Consumer<Application> onClose;
    private final Lifetime lifetime = new Lifetime();
    private final Handles objectHandles = new Handles();
    private final AtomicLong lastSession = new AtomicLong();

    private volatile boolean closed;

    /// @param slots the slots, shared with other applications
    /// @param onClose what to do when the application is closed
    public Application(Slots slots, Consumer<Application> onClose) {
        this.slots = slots;
        this.onClose = onClose;
    }

    @Override
    @SuppressWarnings("unchecked") // each call is answered by the case of its own record, whose R it is
    public <R> Reply<R> call(Call<R> call) {
        if (closed) {
            throw new IllegalStateException("the application is closed; connect() makes a new one");
        }
        return (Reply<R>) guarded(call, () -> answer(call));
    }

    /// {@return a reply, whatever goes wrong}
    private static Reply<?> guarded(Call<?> call, Supplier<Reply<?>> body) {
        try {
            return body.get();
        } catch (Refusal refusal) {
            return new Reply<>(refusal.rv(), null, null, refusal.reason());
        } catch (StorageException failed) {
            return Failures.ofStore(call, failed);
        } catch (OutOfMemoryError failed) {
            return Failures.ofMemory(call);
        } catch (RuntimeException | Error fault) {
            return Failures.ofEngine(call, fault);
        }
    }

    private Reply<?> answer(Call<?> call) {
        return call instanceof GeneralPurpose<?> c ? general(c) : inside(call, in -> foreground(in, call));
    }

    /// {@return the answer of the chapter of a call}
    private static Reply<?> foreground(Arrival in, Call<?> call) {
        return switch (call) {
            case GeneralPurpose<?> c -> throw new IllegalStateException(in.function() + " is not for an Arrival");
            case SlotsAndTokens<?> c -> SlotCalls.answer(in, c);
            case Sessions<?> c -> SessionCalls.answer(in, c);
            case Objects<?> c -> ObjectCalls.answer(in, c);
            case Encryption<?> c -> CipherCalls.answer(in, c);
            case Decryption<?> c -> CipherCalls.answer(in, c);
            case Digesting<?> c -> DigestCalls.answer(in, c);
            case Signing<?> c -> SignatureCalls.answer(in, c);
            case Verification<?> c -> SignatureCalls.answer(in, c);
            case DualFunction<?> c -> DualCalls.answer(in, c);
            case KeyManagement<?> c -> KeyCalls.answer(in, c);
            case RandomNumbers<?> c -> RandomCalls.answer(in, c);
            case Parallel<?> c -> ParallelCalls.answer(in, c);
            case MessageEncryption<?> c -> MessageCipherCalls.answer(in, c);
            case MessageDecryption<?> c -> MessageCipherCalls.answer(in, c);
            case MessageSigning<?> c -> MessageSignatureCalls.answer(in, c);
            case MessageVerification<?> c -> MessageSignatureCalls.answer(in, c);
            case Asynchronous<?> c -> AsynchronousCalls.answer(in, c);
        };
    }

    private Reply<?> inside(Call<?> call, java.util.function.Function<Arrival, Reply<?>> chapter) {
        ApplicationState state = lifetime.enter();
        try {
            Arrival in = new Arrival(state, Function.of(call));
            return state.hasAsyncSessions() && !(call instanceof Asynchronous<?>)
                    ? asynchronously(in, call, chapter)
                    : chapter.apply(in);
        } finally {
            lifetime.leave();
        }
    }

    private Reply<?> asynchronously(Arrival in, Call<?> call, java.util.function.Function<Arrival, Reply<?>> chapter) {
        return sessionOf(call)
                .flatMap(in.state()::find)
                .filter(Session::isAsync)
                .flatMap(session -> new AsyncSession(in, session, gate(in)).answer(call))
                .orElseGet(() -> chapter.apply(in));
    }

    private static Optional<Long> sessionOf(Call<?> call) {
        return Arrays.stream(call.getClass().getRecordComponents())
                .filter(component -> component.getName().equals("session") && component.getType() == long.class)
                .map(component -> {
                    try {
                        return (Long) component.getAccessor().invoke(call);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst();
    }

    private AsyncSession.Gate gate(Arrival in) {
        return new AsyncSession.Gate() {
            @Override
            public Reply<?> answer(Call<?> call) {
                return guarded(call, () -> foreground(in, call));
            }

            @Override
            public void enter() {
                lifetime.enter();
            }

            @Override
            public void leave() {
                lifetime.leave();
            }
        };
    }

    /// Section 5.4, whose functions stand outside of the life they begin and end.
    private Reply<?> general(GeneralPurpose<?> call) {
        Arguments arguments = new Arguments(Function.of(call));
        return switch (call) {
            case GeneralPurpose.Initialize c -> initialize(c.args());
            case GeneralPurpose.Finalize c -> {
                lifetime.checkRunning();
                arguments.reserved(c.reserved(), "pReserved");
                lifetime.end();
                yield Reply.ok(null);
            }
            case GeneralPurpose.GetInfo c ->
                inside(c, in -> {
                    arguments.place(c.info(), "pInfo");
                    return Reply.ok(GeneralPurposeChapter.info());
                });
            case GeneralPurpose.GetFunctionList c -> {
                arguments.place(c.functionList(), "ppFunctionList");
                yield Reply.ok(GeneralPurposeChapter.functionList());
            }
            case GeneralPurpose.GetInterfaceList c ->
                new Room(Function.GET_INTERFACE_LIST, c.interfaces()).reply(GeneralPurposeChapter.interfaces());
            case GeneralPurpose.GetInterface c -> {
                arguments.place(c.found(), "ppInterface");
                yield Reply.ok(GeneralPurposeChapter.interfaceOf(
                        Optional.ofNullable(c.name()), Optional.ofNullable(c.version()), c.flags()));
            }
        };
    }

    private Reply<?> initialize(@Nullable InitializeArgs args) {
        if (args != null) {
            GeneralPurposeChapter.checkInitialize(args);
        }
        boolean mayCreateThreads = args == null || (args.flags() & Ckf.LIBRARY_CANT_CREATE_OS_THREADS) == 0;
        lifetime.begin(() -> new ApplicationState(slots, objectHandles, lastSession, mayCreateThreads));
        return Reply.ok(null);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            lifetime.endIfRunning();
            onClose.accept(this);
        }
    }
}
