package dev.tokki.emulator.edge;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
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
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An asynchronous session (`CKF_ASYNC_SESSION`, sections 5.6.1 and 5.21) as a call meets it: what takes long is
/// answered `CKR_PENDING` and runs on.
///
/// @param in the call
/// @param session its session
/// @param gate how a thread of its own comes in, and how calls are answered there
record AsyncSession(Arrival in, Session session, Gate gate) {
    /// The functions that wait for what runs in background, rather than to be refused.
    private static final Set<Function> WAITING = Set.of(
            Function.SESSION_CANCEL, Function.CLOSE_SESSION, Function.LOGIN, Function.LOGIN_USER, Function.LOGOUT);

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
        return AsyncFunction.of(in.function()).flatMap(row -> background(call));
    }

    /// Refuses a function that would meet an operation that is not over yet.
    private void checkIdle() {
        Function function = in.function();
        boolean isBusy = session.pending().isRunning()
                || (AsyncFunction.of(function).isPresent()
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

    private Optional<Reply<?>> background(Call<?> call) {
        long length = 0;
        Optional<Buffer> buffer = component(call, Buffer.class);
        if (buffer.isPresent()) {
            // A length query and a buffer that is too small cannot be pending.
            if (buffer.get().kind() != Buffer.Kind.ROOM) {
                return Optional.empty();
            }
            Reply<?> told = gate.answer(with(call, Buffer.query()));
            if (!(told.isOk() && told.value() instanceof Output output)
                    || Long.compareUnsigned(output.length(), buffer.get().capacity()) > 0) {
                return Optional.empty();
            }
            length = output.length();
        }
        gate.enter();
        BackgroundCall background = new BackgroundCall(
                in.function(), session.state(), length, outlivesSession(call), begun -> run(call, begun));
        session.pending().add(background, false);
        background.start();
        return Optional.of(Reply.refused(
                Ckr.PENDING,
                new Reason(
                        in.function().cName(),
                        "It runs in background, since the session is asynchronous.",
                        "5.21.1",
                        "Fetch its result with C_AsyncComplete.")));
    }

    private BackgroundCall.Result run(Call<?> call, Runnable begun) {
        try {
            session.enter(in.function());
            begun.run();
            try {
                Reply<?> reply = gate.answer(call);
                return new BackgroundCall.Result(reply, reply.isOk() ? uniqueIds(reply) : List.of());
            } finally {
                session.leave();
            }
        } catch (Refusal refusal) {
            return new BackgroundCall.Result(new Reply<>(refusal.rv(), null, null, refusal.reason()), List.of());
        } finally {
            gate.leave();
        }
    }

    private List<Value> uniqueIds(Reply<?> reply) {
        List<Value> ids = new ArrayList<>();
        for (long handle : handles(reply)) {
            session.objects()
                    .key(session.caller(), handle, "phKey", Ckr.KEY_HANDLE_INVALID)
                    .attributes()
                    .find(Cka.UNIQUE_ID)
                    .ifPresent(ids::add);
        }
        return ids;
    }

    /// {@return the handles that a reply tells}
    static long[] handles(Reply<?> reply) {
        if (reply.value() instanceof Long handle) {
            return new long[] {handle};
        }
        return reply.value() instanceof KeyPair pair ? new long[] {pair.publicKey(), pair.privateKey()} : new long[0];
    }

    /// Session objects are gone with their session.
    private static boolean outlivesSession(Call<?> call) {
        return Arrays.stream(call.getClass().getRecordComponents())
                .filter(component -> component.getType() == Template.class)
                .map(component -> (Template) value(call, component))
                .allMatch(template -> template.attributes().contains(Attribute.of(Cka.TOKEN, true)));
    }

    private static <T> Optional<T> component(Call<?> call, Class<T> type) {
        return Arrays.stream(call.getClass().getRecordComponents())
                .filter(component -> component.getType() == type)
                .map(component -> type.cast(value(call, component)))
                .findFirst();
    }

    /// {@return the same call with another buffer}
    private static Call<?> with(Call<?> call, Buffer buffer) {
        RecordComponent[] components = call.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> component.getType() == Buffer.class ? buffer : value(call, component))
                .toArray();
        try {
            return (Call<?>) call.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Call<?> call, RecordComponent component) {
        try {
            return component.getAccessor().invoke(call);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
