package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Writes down with which versions the clients were run.
class ClientsTestedIT {
    @Test
    void theVersionsAreWrittenDown() throws IOException {
        List<String> versions = Stream.concat(
                        Arrays.stream(Tool.values())
                                .map(tool -> tool.version().orElse(tool.debianPackage() + " (not installed)"))
                                .distinct()
                                .sorted(),
                        Stream.of("java " + Runtime.version()))
                .toList();
        Path file = Path.of("target", "clients-tested.txt");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, versions);
        assertThat(versions).hasSizeGreaterThan(5);
    }

    @Test
    void theDocumentationNamesEveryPackage() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "native.md"));
        assertThat(Tool.packages()).allSatisfy(name -> assertThat(page).contains(name));
    }
}
