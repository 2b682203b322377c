package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.emulator.rule.OtherReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `docs/readings.md` lists the switches as they are.
class ReadingsDocumentTest {
    private static final Path READINGS = Path.of("..", "docs", "readings.md");

    @Test
    void everySwitchHasItsRow() throws IOException {
        List<String> rows = Files.readAllLines(READINGS).stream()
                .dropWhile(line -> !line.equals("## Switches"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .isEqualTo(Arrays.stream(OtherReading.values())
                        .map(ReadingsDocumentTest::row)
                        .toList());
    }

    @Test
    void everySwitchIsFoundByItsName() {
        assertThat(OtherReading.values()).allSatisfy(reading -> {
            assertThat(OtherReading.find(reading.label())).contains(reading);
            assertThat(OtherReading.find(reading.name())).contains(reading);
            assertThat(reading.section()).matches("[345](\\.\\d+)+|6(\\.\\d+)+");
        });
        assertThat(OtherReading.find("no-such-reading")).isEmpty();
    }

    private static String row(OtherReading reading) {
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        reading.label(),
                        reading.question(),
                        reading.section(),
                        reading.standard(),
                        reading.other(),
                        reading.modules());
    }
}
