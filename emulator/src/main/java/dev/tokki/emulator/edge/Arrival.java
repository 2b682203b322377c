package dev.tokki.emulator.edge;

import dev.tokki.api.Buffer;
import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.Operation;
import dev.tokki.emulator.operation.Production;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.ApplicationState;
import dev.tokki.emulator.session.Session;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A call that came in to an application that is initialised, and the ways in which a call goes on.
///
/// The order of checks is the same for all: the session's handle, then (where one is continued) the
/// operation, then the arguments (section 5.1.7).
///
/// @param state the application
/// @param function the function called
record Arrival(ApplicationState state, Function function) {
    private static final Set<Function> WHOLE_MESSAGES =
            Set.of(Function.ENCRYPT_MESSAGE, Function.DECRYPT_MESSAGE, Function.SIGN_MESSAGE, Function.VERIFY_MESSAGE);

    /// {@return the check of the arguments}
    Arguments arguments() {
        return new Arguments(function);
    }

    /// {@return the room for the output}
    Room room(Buffer buffer) {
        return new Room(function, buffer);
    }

    /// {@return the answer given inside a session}
    <R> Reply<R> in(long handle, java.util.function.Function<Session, Reply<R>> body) {
        Session session = state.session(handle);
        session.enter(function);
        try {
            return body.apply(session);
        } finally {
            session.leave();
        }
    }

    /// {@return success, after something was done inside a session}
    Reply<Void> run(long handle, Consumer<Session> body) {
        return in(handle, session -> {
            body.accept(session);
            return Reply.ok(null);
        });
    }

    /// {@return the answer of a C_…Init: NULL_PTR for the mechanism cancels what is in progress}
    Reply<Void> begin(long handle, Kind kind, @Nullable Mechanism mechanism, BiConsumer<Session, Mechanism> body) {
        return run(handle, session -> {
            if (mechanism == null) {
                checkMayCancel(session);
                session.operations().end(kind);
            } else {
                body.accept(session, mechanism);
            }
        });
    }

    private void checkMayCancel(Session session) {
        if (session.token().policy().reads(OtherReading.NULL_MECHANISM_REFUSED)) {
            throw Refusal.of(
                    Ckr.ARGUMENTS_BAD,
                    "pMechanism",
                    "It is NULL_PTR, and this token does not cancel operations by that.",
                    function.section(),
                    "Pass a mechanism, or call C_SessionCancel.");
        }
    }

    /// {@return the answer of a function that takes a part; an error ends the operation}
    <O extends Operation> Reply<Void> part(long handle, Kind kind, Class<O> type, Consumer<O> body) {
        return go(handle, kind, type, (session, operation) -> {
            body.accept(operation);
            return Reply.ok(null);
        });
    }

    /// {@return the answer of a function that ends the operation, whatever comes of it}
    <O extends Operation> Reply<Void> end(long handle, Kind kind, Class<O> type, Consumer<O> body) {
        return go(handle, kind, type, (session, operation) -> {
            body.accept(operation);
            session.complete(kind);
            return Reply.ok(null);
        });
    }

    /// {@return the answer of a function that gives output: the last output ends the operation, and so does
    /// an error; a length query and a buffer that is too small do not}
    <O extends Operation> Reply<Output> output(
            long handle, Kind kind, Class<O> type, Buffer buffer, java.util.function.Function<O, Production> body) {
        return go(handle, kind, type, (session, operation) -> {
            Production production = body.apply(operation);
            Reply<Output> reply = room(buffer).reply(production);
            if (reply.isOk() && !buffer.isQuery() && production.isLast()) {
                session.complete(kind);
            }
            return reply;
        });
    }

    /// {@return the answer of a function within a message-based process, which goes on whatever comes of it}
    <O extends Operation, R> Reply<R> within(
            long handle, Kind kind, Class<O> type, java.util.function.Function<O, Reply<R>> body) {
        return in(handle, session -> {
            Reply<R> reply = body.apply(session.operations().active(kind, type, function));
            boolean isQuery = reply.value() instanceof Output output && output.bytes() == null;
            if (reply.isOk() && !isQuery && WHOLE_MESSAGES.contains(function)) {
                session.validated(kind);
            }
            return reply;
        });
    }

    /// {@return the answer of a function that ends a message-based process}
    ///
    /// @param check refuses while a message is in progress
    <O extends Operation> Reply<Void> finish(long handle, Kind kind, Class<O> type, Consumer<O> check) {
        return run(handle, session -> {
            check.accept(session.operations().active(kind, type, function));
            session.complete(kind);
        });
    }

    private <O extends Operation, R> Reply<R> go(
            long handle, Kind kind, Class<O> type, BiFunction<Session, O, Reply<R>> body) {
        return in(handle, session -> {
            O operation = session.operations().active(kind, type, function);
            return continuing(session, Set.of(kind), () -> body.apply(session, operation));
        });
    }

    /// {@return the answer of what continues operations, which an error ends}
    ///
    /// `CKR_OPERATION_ACTIVE` alone leaves them in progress: it says that the wrong function was called,
    /// which cannot end an operation in several parts (section 5.8.2 and its like).
    static <R> Reply<R> continuing(Session session, Set<Kind> kinds, Supplier<Reply<R>> body) {
        boolean goesOn = false;
        try {
            Reply<R> reply = body.get();
            goesOn = true;
            return reply;
        } catch (Refusal refusal) {
            goesOn = refusal.rv().is(Ckr.OPERATION_ACTIVE)
                    || (refusal.rv().is(Ckr.ARGUMENTS_BAD)
                            && session.token().policy().reads(OtherReading.BAD_ARGUMENTS_KEEP_OPERATION));
            throw refusal;
        } finally {
            if (!goesOn) {
                kinds.forEach(session.operations()::end);
            }
        }
    }
}
