package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Writes down with which versions the clients were run: `target/clients-tested.md`, and with `-Dtokki.write=true` the
/// page of the documentation, which is one machine's and one day's.
class ClientsTestedIT {
    private static final Path PAGE = Path.of("..", "docs", "clients-tested.md");

    @Test
    void theVersionsAreWrittenDown() throws IOException {
        String page = page();
        Path file = Path.of("target", "clients-tested.md");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, page);
        if (Boolean.getBoolean("tokki.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().contains(Tool.packages().toArray(String[]::new));
    }

    @Test
    void theDocumentationNamesEveryPackage() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "native.md"));
        assertThat(Tool.packages()).allSatisfy(name -> assertThat(page).contains(name));
    }

    private static String page() throws IOException {
        String versions = Stream.concat(
                        Arrays.stream(Tool.values())
                                .map(tool -> tool.version().orElse(tool.debianPackage() + " (not installed)"))
                                .distinct()
                                .sorted(),
                        Stream.of("Java " + Runtime.version() + ", which ran the tests"))
                .map(version -> "- " + version + "\n")
                .collect(Collectors.joining());
        return """
                # The clients that were tested

                Versions of the programs that the tests of the native face ran, written by `ClientsTestedIT` (`-Dtokki.write=true`) on %s,
                %s %s:

                %s""".formatted(LocalDate.now(ZoneOffset.UTC), system(), System.getProperty("os.arch"), versions);
    }

    /// {@return what the operating system calls itself}
    private static String system() throws IOException {
        Path release = Path.of("/etc/os-release");
        if (!Files.exists(release)) {
            return System.getProperty("os.name");
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("PRETTY_NAME="))
                    .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.name"));
        }
    }
}
