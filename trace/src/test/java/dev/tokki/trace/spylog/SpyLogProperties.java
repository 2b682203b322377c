package dev.tokki.trace.spylog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.trace.Secrets;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.json.JsonLines;
import dev.tokki.trace.json.MalformedTranscriptException;
import dev.tokki.trace.story.Story;
import dev.tokki.trace.text.SpyText;
import dev.tokki.trace.xml.XmlTranscript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Logs that were cut, mixed up or damaged are read as far as they make sense, and never give away a PIN.
class SpyLogProperties {
    private static final String LOG = SpyLogTest.log();
    private static final List<String> LINES = LOG.lines().toList();

    @Property(tries = 60)
    void aLogMayEndAnywhere(@ForAll @IntRange(min = 0, max = 100_000) int at) {
        usable(LOG.substring(0, at % LOG.length()));
    }

    @Property(tries = 60)
    void linesMayBeMissingOrMixedUp(@ForAll Random random) {
        List<String> lines = new ArrayList<>(LINES);
        for (int i = 0; i < 40; i++) {
            int at = random.nextInt(lines.size());
            if (random.nextBoolean()) {
                lines.remove(at);
            } else {
                Collections.swap(lines, at, random.nextInt(lines.size()));
            }
        }
        usable(String.join("\n", lines));
    }

    @Property(tries = 60)
    void charactersMayBeOthers(@ForAll Random random) {
        StringBuilder log = new StringBuilder(LOG);
        for (int i = 0; i < 200; i++) {
            log.setCharAt(random.nextInt(log.length()), (char) (random.nextInt(96) + 32));
        }
        usable(log.toString());
    }

    /// Whatever can be read can be shown in every form.
    private static void usable(String log) {
        Transcript transcript;
        try {
            transcript = SpyLog.read(log, Secrets.HIDDEN);
        } catch (MalformedTranscriptException e) {
            assertThat(e).hasMessageContaining("no call");
            return;
        }
        List<String> lines = new ArrayList<>(List.of(JsonLines.header(transcript.about(), transcript.secrets())));
        transcript.calls().forEach(call -> lines.add(JsonLines.line(call)));
        assertThat(JsonLines.read(lines).calls()).hasSameSizeAs(transcript.calls());
        transcript.calls().forEach(call -> assertThat(SpyText.of(call)).isNotEmpty());
        assertThat(XmlTranscript.write(transcript)).startsWith("<PKCS11");
        assertThat(Story.of(transcript)).isNotEmpty();
    }
}
