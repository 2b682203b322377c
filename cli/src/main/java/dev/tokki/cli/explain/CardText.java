package dev.tokki.cli.explain;

import dev.tokki.cli.Paragraphs;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// Prints cards for people.
///
/// @param ansi whether to use colours
/// @param columns how wide lines may be
record CardText(Ansi ansi, int columns) {
    private static final int LABEL = 14;

    void print(Card card, PrintStream out) {
        out.println(ansi.string("@|bold " + card.name() + "|@") + head(card));
        if (!card.summary().isEmpty()) {
            out.println();
            Paragraphs.wrap(card.summary(), columns).forEach(out::println);
        }
        if (!card.rows().isEmpty()) {
            out.println();
        }
        card.rows().forEach(row -> print(row, out));
    }

    private static String head(Card card) {
        return (card.value().isEmpty() ? "" : " = " + card.value())
                + "   " + card.kind()
                + (card.section().isEmpty() ? "" : ", PKCS#11 v3.2 section " + card.section());
    }

    private void print(Card.Row row, PrintStream out) {
        String label = ansi.string("@|faint " + row.label() + "|@")
                + " ".repeat(LABEL - row.label().length());
        for (String paragraph : row.lines()) {
            List<String> lines = Paragraphs.wrap(paragraph, columns - LABEL);
            for (String line : lines) {
                out.println(label + line);
                label = " ".repeat(LABEL);
            }
        }
    }
}
