package dev.tokki.emulator.edge;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Output;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.background.BackgroundCall;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// An asynchronous session (`CKF_ASYNC_SESSION`, sections 5.6.1 and 5.21) as a call meets it: it is answered
/// `CKR_PENDING` and runs on.
///
/// @param in the call
/// @param session its session
/// @param gate how a thread of its own comes in, and how calls are answered there
record AsyncSession(Arrival in, Session session, Gate gate) {
    /// The functions that wait for what runs in background, rather than to be refused.
    private static final Set<Function> WAITING = Set.of(Function.SESSION_CANCEL, Function.CLOSE_SESSION);

    /// Those whose template says where the new object is. (That of C_SetAttributeValue does not.)
    private static final Set<Function> CHANGING = Set.of(Function.SET_ATTRIBUTE_VALUE);

    /// What the application lends to work in background.
    interface Gate {
        /// {@return the reply to a call, whatever happens}
        Reply<?> answer(Call<?> call);

        /// A thread comes in, so that C_Finalize waits for it.
        void enter();

        /// It goes.
        void leave();
    }

    /// {@return the reply to a call; nothing where it is to be answered as in any session}
    Optional<Reply<?>> answer(Call<?> call) {
        checkIdle();
        if (!AsyncFunction.isInBackground(in.function(), call)) {
            return Optional.empty();
        }
        OptionalLong length = length(call);
        return length.isEmpty() ? Optional.empty() : Optional.of(background(call, length.getAsLong()));
    }

    /// Refuses a function that would meet an operation that is not over yet.
    private void checkIdle() {
        Function function = in.function();
        boolean isBusy = session.pending().isRunning()
                || (AsyncFunction.mayBePending(function)
                        && session.pending().find(function).isPresent());
        if (isBusy && !WAITING.contains(function) && function.returnValues().contains(Ckr.OPERATION_ACTIVE)) {
            throw Refusal.of(
                    Ckr.OPERATION_ACTIVE,
                    "the session",
                    "A call runs in background, or its result was not fetched.",
                    "5.21.1",
                    "Call C_AsyncComplete until it returns something else than CKR_PENDING, or cancel the call with"
                            + " C_SessionCancel.");
        }
    }

    /// {@return how many bytes of output there are at most; nothing for a length query and a buffer that is too
    /// small, which cannot be pending}
    private OptionalLong length(Call<?> call) {
        Optional<Buffer> buffer = Parts.of(call, Buffer.class);
        if (buffer.isEmpty()) {
            return OptionalLong.of(Parts.of(call, Fill.class).map(Fill::length).orElse(0L));
        }
        if (buffer.get().kind() != Buffer.Kind.ROOM) {
            return OptionalLong.empty();
        }
        Reply<?> told = gate.answer(Parts.with(call, Buffer.query()));
        return told.isOk()
                        && told.value() instanceof Output output
                        && Long.compareUnsigned(output.length(), buffer.get().capacity()) <= 0
                ? OptionalLong.of(output.length())
                : OptionalLong.empty();
    }

    private Reply<?> background(Call<?> call, long length) {
        gate.enter();
        BackgroundCall background = new BackgroundCall(new BackgroundCall.Facts(
                in.function(), session.state(), session.userName(), length, outlivesSession(call)));
        session.pending().add(background, false);
        background.start(begun -> run(call, begun));
        return Reply.refused(
                Ckr.PENDING,
                new Reason(
                        in.function().cName(),
                        "It runs in background, since the session is asynchronous.",
                        "5.21.1",
                        "Fetch its result with C_AsyncComplete."));
    }

    /// The result is there before the session is free, so that whoever waits for the session finds it.
    private void run(Call<?> call, BackgroundCall background) {
        try {
            if (AsyncFunction.isFromOutside(in.function())) {
                background.begin();
                background.complete(BackgroundCall.Result.of(gate.answer(call)));
                return;
            }
            session.enter(in.function());
            try {
                background.begin();
                background.complete(result(gate.answer(call)));
            } finally {
                session.leave();
            }
        } catch (Refusal refusal) {
            background.complete(BackgroundCall.Result.of(new Reply<>(refusal.rv(), null, null, refusal.reason())));
        } finally {
            gate.leave();
        }
    }

    private BackgroundCall.Result result(Reply<?> reply) {
        List<Long> handles = reply.isOk() ? handles(reply) : List.of();
        List<Value> ids = handles.stream()
                .flatMap(handle -> session.objects().uniqueId(session.caller(), handle).stream())
                .toList();
        return new BackgroundCall.Result(reply, handles, ids);
    }

    /// {@return the handles that a reply tells; a derivation may make none}
    private static List<Long> handles(Reply<?> reply) {
        if (reply.value() instanceof Long handle) {
            return handle == 0 ? List.of() : List.of(handle);
        }
        return reply.value() instanceof KeyPair pair ? List.of(pair.publicKey(), pair.privateKey()) : List.of();
    }

    /// Session objects are gone with their session, and so are operations.
    private boolean outlivesSession(Call<?> call) {
        Stream<Template> made =
                CHANGING.contains(in.function()) ? Stream.empty() : Parts.all(call, Template.class).stream();
        return AsyncFunction.isLasting(in.function())
                && made.allMatch(template -> template.attributes().contains(Attribute.of(Cka.TOKEN, true)));
    }
}
