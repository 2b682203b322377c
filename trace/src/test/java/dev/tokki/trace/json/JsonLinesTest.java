package dev.tokki.trace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tokki.trace.Recorded;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Story;
import dev.tokki.trace.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonLinesTest {
    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBackAsItWas(Secrets secrets) {
        Transcript transcript = Recorded.of(secrets, Story::tell);
        assertThat(JsonLines.read(lines(transcript))).isEqualTo(transcript);
    }

    @ParameterizedTest
    @EnumSource
    void everyLineFitsTheSchema(Secrets secrets) throws IOException {
        Schema schema = schema();
        assertThat(lines(Recorded.of(secrets, Story::tell)))
                .allSatisfy(line ->
                        assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
    }

    @Test
    void theSchemaRefusesALineWithoutAReturnValue() throws IOException {
        assertThat(schema().validate("{\"number\":1,\"function\":\"C_Login\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void aLastLineThatWasCutShortIsLeftOut() {
        List<String> lines = lines(Recorded.of(Secrets.HIDDEN, Story::tell));
        String last = lines.get(lines.size() - 1);
        List<String> cut = Stream.concat(
                        lines.stream().limit(lines.size() - 1), Stream.of(last.substring(0, last.length() / 2)))
                .toList();
        assertThat(JsonLines.read(cut).calls()).hasSize(lines.size() - 2);
    }

    @Test
    void aFileThatIsNoTranscriptIsRefused() {
        assertThatThrownBy(() -> JsonLines.read(List.of("{\"a\":1}"))).isInstanceOf(MalformedTranscriptException.class);
        assertThatThrownBy(() -> JsonLines.read(List.of("hello"))).isInstanceOf(MalformedTranscriptException.class);
    }

    private static List<String> lines(Transcript transcript) {
        return Stream.concat(
                        Stream.of(JsonLines.header(transcript.about(), transcript.secrets())),
                        transcript.calls().stream().map(JsonLines::line))
                .toList();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(JsonLines.class.getResourceAsStream("schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        }
    }
}
