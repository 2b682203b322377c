package dev.tokki.trace.story;

import dev.tokki.trace.CallRecord;
import dev.tokki.trace.lesson.Lesson;
import org.jspecify.annotations.Nullable;

/// A sentence of a story.
///
/// @param first the number of the first call that it tells of
/// @param last the number of the last
/// @param text what was done, beginning with a verb in the past: `logged in as the user`
/// @param lesson why it failed, and what would have worked; null if it did not fail
public record Sentence(
        long first, long last, String text, @Nullable Lesson lesson) {
    static Sentence of(CallRecord call, String text, @Nullable Lesson lesson) {
        return new Sentence(call.number(), call.number(), text, lesson);
    }

    /// {@return this sentence, told of a later call too}
    Sentence until(CallRecord call, String longer) {
        return new Sentence(first, call.number(), longer, lesson);
    }

    @Override
    public String toString() {
        return first == last ? first + ": " + text : first + "–" + last + ": " + text;
    }
}
