package dev.tokki.cli.trace;

import dev.tokki.trace.Transcript;
import dev.tokki.trace.lesson.Lesson;
import dev.tokki.trace.story.Sentence;
import dev.tokki.trace.story.Story;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What the programs of a transcript did, in plain words: what `tokki explain FILE` prints.
public final class Account {
    private Account() {}

    /// Prints what is to be said about a file.
    ///
    /// @throws dev.tokki.cli.Usage if it is no transcript
    public static void print(Path file, PrintStream out) {
        Transcript transcript = TranscriptFile.read(file);
        List<Story> stories = Story.of(transcript);
        for (Story story : stories) {
            out.println(story.application() + " made " + story.calls() + " calls, "
                    + (story.failed() == 0 ? "and all succeeded" : "of which " + story.failed() + " failed")
                    + ". It");
            story.sentences().forEach(sentence -> tell(sentence, out));
            out.println();
        }
        boolean well = stories.stream()
                .flatMap(story -> story.sentences().stream())
                .map(Sentence::lesson)
                .allMatch(Objects::isNull);
        if (well) {
            out.println("Every call did what it was meant to.");
        }
    }

    private static void tell(Sentence sentence, PrintStream out) {
        Lesson lesson = sentence.lesson();
        out.println("  " + sentence + (lesson == null ? "," : ";"));
        if (lesson != null) {
            out.println("      Why: " + lesson.why() + " (section " + lesson.section() + ")");
            out.println("      What works: " + lesson.advice());
        }
    }
}
