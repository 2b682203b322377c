package dev.tokki.trace.story;

import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.lesson.Lesson;
import dev.tokki.trace.lesson.Lessons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What each program of a transcript did.
///
/// @param application the program
/// @param calls how many calls it made
/// @param failed how many of them failed
/// @param sentences what it did, one step after the other
public record Story(String application, int calls, int failed, List<Sentence> sentences) {
    /// Copies the list.
    public Story {
        sentences = List.copyOf(sentences);
    }

    /// {@return the stories, in the order in which the programs come}
    public static List<Story> of(Transcript transcript) {
        Map<Long, Lesson> lessons = new LinkedHashMap<>();
        Lessons.of(transcript).forEach(lesson -> lessons.put(lesson.call().number(), lesson));
        Map<String, Teller> tellers = new LinkedHashMap<>();
        Map<String, List<CallRecord>> calls = new LinkedHashMap<>();
        for (CallRecord call : transcript.calls()) {
            tellers.computeIfAbsent(call.application(), name -> new Teller()).hear(call, lessons.get(call.number()));
            calls.computeIfAbsent(call.application(), name -> new ArrayList<>()).add(call);
        }
        List<Story> stories = new ArrayList<>();
        calls.forEach((application, made) -> stories.add(new Story(
                application,
                made.size(),
                (int) made.stream().filter(call -> !call.isOk()).count(),
                java.util.Objects.requireNonNull(tellers.get(application)).sentences())));
        return stories;
    }
}
