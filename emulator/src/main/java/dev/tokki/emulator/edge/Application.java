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
import dev.tokki.emulator.chapter.GeneralPurposeChapter;
import dev.tokki.emulator.object.Handles;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.ApplicationState;
import dev.tokki.emulator.session.Lifetime;
import dev.tokki.emulator.token.Slots;
import dev.tokki.storage.StorageException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
        try {
            return (Reply<R>) answer(call);
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
        return switch (call) {
            case GeneralPurpose<?> c -> general(c);
            case SlotsAndTokens<?> c -> inside(c, in -> SlotCalls.answer(in, c));
            case Sessions<?> c -> inside(c, in -> SessionCalls.answer(in, c));
            case Objects<?> c -> inside(c, in -> ObjectCalls.answer(in, c));
            case Encryption<?> c -> inside(c, in -> CipherCalls.answer(in, c));
            case Decryption<?> c -> inside(c, in -> CipherCalls.answer(in, c));
            case Digesting<?> c -> inside(c, in -> DigestCalls.answer(in, c));
            case Signing<?> c -> inside(c, in -> SignatureCalls.answer(in, c));
            case Verification<?> c -> inside(c, in -> SignatureCalls.answer(in, c));
            case DualFunction<?> c -> inside(c, in -> DualCalls.answer(in, c));
            case KeyManagement<?> c -> inside(c, in -> KeyCalls.answer(in, c));
            case RandomNumbers<?> c -> inside(c, in -> RandomCalls.answer(in, c));
            case Parallel<?> c -> inside(c, in -> ParallelCalls.answer(in, c));
            case MessageEncryption<?> c -> inside(c, in -> MessageCipherCalls.answer(in, c));
            case MessageDecryption<?> c -> inside(c, in -> MessageCipherCalls.answer(in, c));
            case MessageSigning<?> c -> inside(c, in -> MessageSignatureCalls.answer(in, c));
            case MessageVerification<?> c -> inside(c, in -> MessageSignatureCalls.answer(in, c));
            case Asynchronous<?> c -> inside(c, Application::later);
        };
    }

    private static Reply<?> later(Arrival in) {
        throw Later.refusal(in.function());
    }

    private Reply<?> inside(Call<?> call, java.util.function.Function<Arrival, Reply<?>> chapter) {
        ApplicationState state = lifetime.enter();
        try {
            return chapter.apply(new Arrival(state, Function.of(call)));
        } finally {
            lifetime.leave();
        }
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
        lifetime.begin(() -> new ApplicationState(slots, objectHandles, lastSession));
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
