package dev.tokki.cli;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines of a width.
public final class Paragraphs {
    private Paragraphs() {}

    /// {@return the lines of a paragraph; a word longer than the width has a line of its own}
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
