package dev.tokki.emulator.mechanism;

import dev.tokki.api.MechanismInfo;
import dev.tokki.api.text.FlagNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why uses of mechanisms have no known answer: `unpublished.txt` has a reason after each `#`, and below it lines of a
/// flag and mechanisms, in which `*` stands for anything.
final class Unpublished {
    private record Line(String reason, String flag, String pattern) {}

    private final List<Line> lines = new ArrayList<>();
    private final Set<Line> used = new HashSet<>();

    static Unpublished read() {
        Unpublished all = new Unpublished();
        String reason = "";
        try {
            for (String line : Files.readAllLines(Path.of("src", "test", "resources", "unpublished.txt"))) {
                if (line.startsWith("#")) {
                    reason = line.substring(1).strip();
                } else if (!line.isBlank()) {
                    String[] words = line.split(" ");
                    for (int i = 1; i < words.length; i++) {
                        all.lines.add(new Line(reason, words[0], words[i].replace("*", ".*")));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /// {@return why a mechanism has no known answer with a flag, if it is told}
    Optional<String> reason(String mechanism, long flag) {
        String name = FlagNames.of(MechanismInfo.class, flag).replace("CKF_", "");
        Optional<Line> found = lines.stream()
                .filter(line -> line.flag().equals(name) && mechanism.matches(line.pattern()))
                .findFirst();
        found.ifPresent(used::add);
        return found.map(Line::reason);
    }

    /// {@return the lines that nobody asked for}
    List<String> stale() {
        return lines.stream()
                .filter(line -> !used.contains(line))
                .map(Line::toString)
                .toList();
    }
}
