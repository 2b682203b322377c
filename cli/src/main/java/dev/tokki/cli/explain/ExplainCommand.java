package dev.tokki.cli.explain;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.explain.Query.Meaning;
import dev.tokki.cli.trace.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki explain`.
@Command(
        name = "explain",
        header = "Explain a name or number of PKCS#11 in one screen.",
        description = {
            "NAME is a return value (CKR_), attribute (CKA_), mechanism (CKM_), key type (CKK_), flag (CKF_), function"
                    + " (C_) or any other constant of PKCS#11 v3.2, with or without its prefix, or a number such as"
                    + " 0xA4. A file is a transcript: what the program did, what failed, why, and what would have worked."
        })
public final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "What to explain.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /// @param surroundings where to print
    public ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (names.size() == 1 && Files.isRegularFile(Path.of(names.getFirst()))) {
            Account.print(Path.of(names.getFirst()), surroundings.out());
            return ExitCode.DONE;
        }
        Explainer explainer = new Explainer();
        List<Card> cards = names.stream()
                .flatMap(name -> meanings(name).stream())
                .map(explainer::card)
                .toList();
        if (json) {
            Json.print(cards, surroundings.out());
        } else if (cards.size() > names.size()) {
            cards.forEach(this::line);
        } else {
            CardText text = new CardText(surroundings.colours() ? Ansi.ON : Ansi.OFF, surroundings.columns());
            for (int i = 0; i < cards.size(); i++) {
                if (i > 0) {
                    surroundings.out().println();
                }
                text.print(cards.get(i), surroundings.out());
            }
        }
        return ExitCode.DONE;
    }

    private static List<Meaning> meanings(String name) {
        Query query = new Query(name);
        List<Meaning> meanings = query.meanings();
        if (meanings.isEmpty()) {
            List<String> suggestions = query.suggestions();
            throw new Usage("PKCS#11 v3.2 has no \"" + name + "\""
                    + (suggestions.isEmpty() ? "" : "; did you mean " + String.join(", ", suggestions) + "?"));
        }
        return meanings;
    }

    private void line(Card card) {
        surroundings.out().printf("%-36s %-20s %s%n", card.name(), card.kind(), card.summary());
    }
}
