package dev.tokki.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.trace.json.JsonLines;
import dev.tokki.trace.text.SpyText;
import dev.tokki.trace.xml.XmlTranscript;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No format shows a secret, and each shows it to whoever asks for that.
class SecretsTest {
    enum Format {
        JSON {
            @Override
            String write(Transcript transcript) {
                return transcript.calls().stream().map(JsonLines::line).collect(Collectors.joining("\n"));
            }
        },
        TEXT {
            @Override
            String write(Transcript transcript) {
                return transcript.calls().stream().map(SpyText::of).collect(Collectors.joining());
            }
        },
        XML {
            @Override
            String write(Transcript transcript) {
                return XmlTranscript.write(transcript);
            }
        },
        JAVA {
            @Override
            String write(Transcript transcript) {
                return transcript.toString();
            }
        };

        abstract String write(Transcript transcript);
    }

    @ParameterizedTest
    @EnumSource
    void secretsAreNotWritten(Format format) {
        AtomicReference<byte[]> random = new AtomicReference<>(new byte[0]);
        Transcript transcript = Recorded.of(Secrets.HIDDEN, module -> random.set(Story.tell(module)));
        String written = format.write(transcript);
        assertThat(Story.secrets(random.get()))
                .allSatisfy(secret -> assertThat(written).doesNotContainIgnoringCase(secret));
        assertThat(transcript.calls()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML"})
    void secretsAreWrittenWhereThatIsAskedFor(Format format) {
        AtomicReference<byte[]> random = new AtomicReference<>(new byte[0]);
        String written = format.write(Recorded.of(Secrets.KEPT_IN_CLEAR, module -> random.set(Story.tell(module))));
        assertThat(Stream.of(Story.KEY, Story.PLAINTEXT, random.get())
                        .map(bytes -> dev.tokki.api.Bytes.of(bytes).hex()))
                .allSatisfy(secret -> assertThat(written).contains(secret));
    }
}
