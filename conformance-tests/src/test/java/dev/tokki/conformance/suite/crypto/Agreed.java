package dev.tokki.conformance.suite.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.conformance.suite.crypto.Crossings.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/// The lines of the table on which the engine and a module agreed, and the file of them from which `docs/proofs.md` is
/// made. To write it anew: `-Dtokki.write=true`.
final class Agreed {
    private final Path file;
    private final SortedSet<String> lines = new TreeSet<>();

    /// @param module its short name
    Agreed(String module) {
        this.file = Path.of("..", "emulator", "src", "test", "resources", "crossed", module + ".txt");
    }

    void add(Case line) {
        lines.add(line.toString());
    }

    void check() throws IOException {
        if (Boolean.getBoolean("tokki.write")) {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        }
        assertThat(Files.readAllLines(file)).containsExactlyElementsOf(lines);
    }
}
