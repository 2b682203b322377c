package dev.tokki.emulator.edge;

import dev.tokki.api.AsyncData;
import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Asynchronous;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.background.BackgroundCall;
import dev.tokki.emulator.background.PendingCalls.Pending;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Session;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The calls of section 5.21. They do not wait for their session, in which the call in question may be running.
///
/// @param in the call
record AsynchronousCalls(Arrival in) {
    static Reply<?> answer(Arrival in, Asynchronous<?> call) {
        AsynchronousCalls calls = new AsynchronousCalls(in);
        return switch (call) {
            case Asynchronous.AsyncComplete c ->
                calls.complete(
                        in.state().session(c.session()),
                        c.functionName(),
                        !c.result().isNull());
            case Asynchronous.AsyncGetID c -> {
                Session session = in.state().session(c.session());
                in.arguments().place(c.operationId(), "pulID");
                yield Reply.ok(calls.persist(session, c.functionName()));
            }
            case Asynchronous.AsyncJoin c -> {
                calls.join(in.state().session(c.session()), c.functionName(), c.id(), c.data());
                yield Reply.ok(null);
            }
        };
    }

    /// {@return the result of a call (section 5.21.1)}
    ///
    /// @param hasPlace whether there is a place for it; one without outputs needs none
    private Reply<AsyncData> complete(Session session, @Nullable String name, boolean hasPlace) {
        Function function = function(name);
        Pending pending = session.pending().find(function).orElseThrow(() -> notPending(function));
        if (!pending.call().isDone()) {
            return Reply.refused(
                    Ckr.PENDING,
                    new Reason(function.cName(), "It still runs.", in.function().section(), "Ask again later."));
        }
        BackgroundCall.Result result = pending.call().result();
        Reply<?> reply = result.reply();
        if (result.hasOutput() && !hasPlace) {
            throw Refusal.of(
                    Ckr.ARGUMENTS_BAD,
                    "pResult",
                    function + " has a result, and there is no place for it.",
                    in.function().section(),
                    "Pass a pointer to a CK_ASYNC_DATA.");
        }
        session.pending().remove(function);
        session.token().persistedCalls().forget(pending.call());
        if (!reply.isOk()) {
            return new Reply<>(reply.rv(), null, null, reply.reason());
        }
        // Objects have other handles where the call was joined; they are found by what never changes.
        List<Long> handles = pending.isJoined()
                ? result.objects().stream().map(id -> find(session, id)).toList()
                : result.handles();
        Bytes value = result.output().orElse(Bytes.NULL);
        return Reply.ok(new AsyncData(
                0,
                value,
                value.length(),
                !handles.isEmpty() ? handles.getFirst() : 0,
                handles.size() > 1 ? handles.getLast() : 0));
    }

    private static long find(Session session, Value id) {
        long[] found = session.objects().find(session.caller(), Template.of(List.of(new Attribute(Cka.UNIQUE_ID, id))));
        return found.length == 0 ? 0 : found[0];
    }

    /// {@return the identifier of a call, which from now on outlives its session (section 5.21.2)}
    private long persist(Session session, @Nullable String name) {
        Function function = function(name);
        BackgroundCall call = session.pending()
                .find(function)
                .orElseThrow(() -> notPending(function))
                .call();
        if (!call.facts().outlivesSession()) {
            throw unsaveable(
                    function,
                    "It makes session objects or goes on with an operation, which are gone when the session is closed.",
                    "Make token objects (CKA_TOKEN true).");
        }
        if (!isSameCaller(call, session)) {
            throw unsaveable(
                    function,
                    "The login has changed since it was called, and its result is for who was logged in then.",
                    "Ask for the identifier before.");
        }
        return session.token()
                .persistedCalls()
                .persist(call)
                .orElseThrow(() -> unsaveable(
                        function,
                        "So many calls of this token were not fetched that it keeps no more.",
                        "Fetch some of them with C_AsyncJoin and C_AsyncComplete."));
    }

    private Refusal unsaveable(Function function, String rule, String remedy) {
        return Refusal.of(
                Ckr.STATE_UNSAVEABLE, function.cName(), rule, in.function().section(), remedy);
    }

    private static boolean isSameCaller(BackgroundCall call, Session session) {
        return call.facts().sessionState() == session.state()
                && call.facts().user().equals(session.userName());
    }

    /// Continues a call here (section 5.21.3).
    private void join(Session session, @Nullable String name, long id, Fill room) {
        Function function = function(name);
        BackgroundCall call = session.token()
                .persistedCalls()
                .find(id)
                .filter(found -> found.function() == function)
                .orElseThrow(() -> invalid("There is no call of " + function + " with the identifier "
                        + Long.toUnsignedString(id) + " on this token."));
        if (!isSameCaller(call, session)) {
            throw invalid(
                    "It was made in a session of another state (read-only or read/write, logged in or not) or of another"
                            + " user.");
        }
        if (call.facts().length() > 0
                && Long.compareUnsigned(room.length(), call.facts().length()) < 0) {
            throw Refusal.of(
                    Ckr.BUFFER_TOO_SMALL,
                    "ulData",
                    "The output takes up to " + call.facts().length() + " bytes, and there is room for "
                            + Long.toUnsignedString(room.length()) + ".",
                    in.function().section(),
                    "Pass a buffer of that length.");
        }
        if (call.facts().length() > 0 && room.isNull()) {
            throw Refusal.of(
                    Ckr.ARGUMENTS_BAD,
                    "pData",
                    "It is NULL_PTR, and the function has output.",
                    in.function().section(),
                    "Pass a buffer.");
        }
        session.pending().add(call, true);
    }

    private Refusal invalid(String rule) {
        return Refusal.of(
                Ckr.SAVED_STATE_INVALID,
                "ulID",
                rule,
                in.function().section(),
                "Pass what C_AsyncGetID gave, and the same function, in a session of the same state.");
    }

    private Refusal notPending(Function function) {
        return Refusal.of(
                Ckr.OPERATION_NOT_INITIALIZED,
                "pFunctionName",
                function + " does not run in background in this session.",
                in.function().section(),
                "Call it in a session with CKF_ASYNC_SESSION first.");
    }

    private Function function(@Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(Function::named)
                .orElseThrow(() -> Refusal.of(
                        Ckr.ARGUMENTS_BAD,
                        "pFunctionName",
                        "It must be the name of a function; it is " + name + ".",
                        in.function().section(),
                        "Pass a name such as C_Sign."));
    }
}
