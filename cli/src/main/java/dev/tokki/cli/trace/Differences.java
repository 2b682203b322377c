package dev.tokki.cli.trace;

import dev.tokki.trace.replay.Difference;
import java.io.PrintStream;
import java.util.List;
import java.util.TreeSet;

/// Differences for people.
final class Differences {
    private Differences() {}

    /// Prints what modules can do otherwise, each thing once.
    static void abilities(List<Difference> abilities, PrintStream out) {
        if (abilities.isEmpty()) {
            return;
        }
        out.println("What they can do differs, which is none of the standard's business:");
        TreeSet<String> lines = new TreeSet<>();
        for (Difference each : abilities) {
            String about = each.about().isEmpty() ? each.function().cName() : each.about();
            lines.add("  " + about + ": " + each.what() + ": " + each.first() + " / " + each.second());
        }
        lines.forEach(out::println);
    }
}
