package dev.tokki.conformance.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tokki.conformance.ConformanceRun;
import dev.tokki.conformance.Filter;
import dev.tokki.conformance.module.Modules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenFitsTheSchemaAndIsReadBackTheSame() throws IOException {
        RunResult result = run();
        Path file = folder.resolve("a/b/report.json");
        ResultFile.write(result, file);
        assertThat(schema().validate(Files.readString(file), InputFormat.JSON)).isEmpty();
        assertThat(ResultFile.read(file)).isEqualTo(result);
    }

    @Test
    void theSchemaNoticesAMemberThatNobodyDescribed() throws IOException {
        Path file = folder.resolve("report.json");
        ResultFile.write(run(), file);
        String more = Files.readString(file).replaceFirst("\"setUp\":", "\"surprise\":1,$0");
        assertThat(schema().validate(more, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        Path file = folder.resolve("report.json");
        Files.writeString(file, "{\"format\":\"0.1\",\"chapters\":[],\"modules\":[]}");
        assertThatThrownBy(() -> ResultFile.read(file)).hasMessageContaining("format 1.0");
    }

    private static RunResult run() {
        return ConformanceRun.of(List.of(Modules.engineInMemory()))
                .only(new Filter(List.of("login.*", "session.*")))
                .run();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(ResultFile.class.getResourceAsStream("schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        }
    }
}
