package dev.tokki.cli.trace;

import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Buffer;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.api.text.CallText;
import dev.tokki.api.text.Named;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Handles;
import dev.tokki.trace.SessionStates;
import dev.tokki.trace.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The calls of a transcript as the page's script wants them.
final class PageCalls {
    private PageCalls() {}

    /// A call.
    ///
    /// @param n its number
    /// @param app index of its application
    /// @param at microseconds since the first call
    /// @param session handle as text; empty for calls without
    /// @param state the session's state after the call
    /// @param rv the return value
    /// @param about the text that is shown beside the function
    /// @param args names and values
    /// @param outs names and values
    /// @param why the reason
    /// @param query whether it only asks for a length that the next call uses
    record Row(
            long n,
            int app,
            long thread,
            long at,
            long nanos,
            String fn,
            String section,
            String session,
            String state,
            String rv,
            boolean ok,
            String about,
            List<List<String>> args,
            List<List<String>> outs,
            @Nullable Reason why,
            boolean query) {}

    /// {@return the applications, in the order in which they come}
    static List<String> applications(Transcript transcript) {
        return transcript.calls().stream()
                .map(CallRecord::application)
                .distinct()
                .toList();
    }

    /// {@return the calls}
    static List<Row> of(Transcript transcript) {
        List<String> applications = applications(transcript);
        Map<String, SessionStates> states = new HashMap<>();
        Instant first = transcript.calls().isEmpty()
                ? Instant.EPOCH
                : transcript.calls().getFirst().start();
        List<Row> rows = new ArrayList<>();
        List<CallRecord> calls = transcript.calls();
        for (int i = 0; i < calls.size(); i++) {
            CallRecord call = calls.get(i);
            SessionStates known = states.computeIfAbsent(call.application(), name -> new SessionStates());
            OptionalLong named = session(call);
            String before = named.isPresent() ? known.of(named.getAsLong()).orElse("") : "";
            if (call.reply() != null) {
                known.learn(call.call(), call.reply());
            }
            String state = named.isPresent() ? known.of(named.getAsLong()).orElse(before) : "";
            rows.add(row(call, applications.indexOf(call.application()), first, named, state, isFolded(calls, i)));
        }
        return rows;
    }

    private static Row row(
            CallRecord call, int application, Instant first, OptionalLong session, String state, boolean folded) {
        Reply<?> reply = call.reply();
        List<Named> arguments = CallText.arguments(call.call());
        return new Row(
                call.number(),
                application,
                call.thread(),
                Duration.between(first, call.start()).toNanos() / 1000,
                call.nanos(),
                call.function().cName(),
                call.function().section(),
                session.isPresent() ? Long.toUnsignedString(session.getAsLong()) : "",
                state,
                call.reply() == null ? "no reply" : call.returned(),
                call.isOk(),
                about(call, arguments),
                pairs(arguments),
                reply == null
                        ? List.of(List.of("failure", String.valueOf(call.failure())))
                        : pairs(CallText.outputs(call.call(), reply)),
                reply == null ? null : reply.reason(),
                folded);
    }

    private static String about(CallRecord call, List<Named> arguments) {
        String objects = String.join(", ", call.objects().values());
        String rest = arguments.stream()
                .filter(argument -> !argument.name().equals("session")
                        && !argument.text().startsWith("a place")
                        && !argument.text().startsWith("room for"))
                .map(Named::toString)
                .collect(Collectors.joining(", "));
        return objects.isEmpty() ? rest : objects + (rest.isEmpty() ? "" : " · " + rest);
    }

    private static OptionalLong session(CallRecord call) {
        if (call.call() instanceof OpenSession
                && call.reply() != null
                && call.reply().value() instanceof Long handle) {
            return OptionalLong.of(handle);
        }
        return Handles.session(call.call());
    }

    private static boolean isFolded(List<CallRecord> calls, int index) {
        CallRecord call = calls.get(index);
        if (!call.isOk() || !onlyAsks(call.call())) {
            return false;
        }
        for (int i = index + 1; i < calls.size(); i++) {
            CallRecord next = calls.get(i);
            if (next.application().equals(call.application()) && next.thread() == call.thread()) {
                return next.function() == call.function() && !onlyAsks(next.call());
            }
        }
        return false;
    }

    private static boolean onlyAsks(Call<?> call) {
        if (call instanceof GetAttributeValue read) {
            return !read.template().queries().isEmpty()
                    && read.template().queries().stream()
                            .map(AttributeQuery::room)
                            .allMatch(Buffer::isQuery);
        }
        RecordAccess access = RecordAccess.of(call.getClass());
        for (int i = 0; i < access.components().size(); i++) {
            if (access.get(call, i) instanceof Buffer room) {
                return room.isQuery();
            }
        }
        return false;
    }

    private static List<List<String>> pairs(List<Named> named) {
        return named.stream().map(each -> List.of(each.name(), each.text())).toList();
    }
}
