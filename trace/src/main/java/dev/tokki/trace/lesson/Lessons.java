package dev.tokki.trace.lesson;

import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.SessionStates;
import dev.tokki.trace.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what went wrong in a transcript, and tells what would have worked.
public final class Lessons {
    private Lessons() {}

    /// {@return what is to be said about a transcript, in the order of its calls}
    public static List<Lesson> of(Transcript transcript) {
        Map<String, List<CallRecord>> before = new HashMap<>();
        Map<String, SessionStates> states = new HashMap<>();
        List<Lesson> lessons = new ArrayList<>();
        for (CallRecord call : transcript.calls()) {
            List<CallRecord> earlier = before.computeIfAbsent(call.application(), name -> new ArrayList<>());
            SessionStates known = states.computeIfAbsent(call.application(), name -> new SessionStates());
            about(new Scene(call, earlier, known)).ifPresent(lessons::add);
            if (call.reply() != null) {
                known.learn(call.call(), call.reply());
            }
            earlier.add(call);
        }
        return lessons;
    }

    private static Optional<Lesson> about(Scene scene) {
        Optional<Mistake> mistake =
                Arrays.stream(Mistake.values()).filter(each -> each.isIn(scene)).findFirst();
        Reply<?> reply = scene.call().reply();
        Optional<Reason> reason = reply == null ? Optional.empty() : reply.why();
        if (mistake.isEmpty() && scene.call().isOk()) {
            return Optional.empty();
        }
        // A module of ours knows exactly; the table tells what is usual.
        String why = reason.map(each -> each.subject() + ": " + each.rule())
                .or(() -> mistake.map(Mistake::why))
                .orElse("The module gives no reason.");
        String advice = mistake.map(Mistake::advice)
                .or(() -> reason.map(Reason::remedy))
                .orElse("\"tokki explain " + scene.call().returned() + "\" tells what this return value means.");
        return Optional.of(new Lesson(
                scene.call(),
                mistake.map(Mistake::name).orElse(""),
                why,
                advice,
                reason.map(Reason::section)
                        .or(() -> mistake.map(Mistake::section))
                        .orElse(scene.call().function().section())));
    }
}
