package dev.tokki.cli.explain;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Names;
import dev.tokki.cli.explain.Card.Row;
import java.util.ArrayList;
import java.util.List;

/// Explains functions: what they do, their arguments in C, and the return values they list.
final class FunctionCards {
    private final Texts texts = Texts.of("functions");
    private final Texts arguments = Texts.of("arguments");

    /// {@return the explanation of a function}
    Card card(Function function) {
        String name = function.cName();
        return new Card(
                name,
                "",
                "function, since " + function.since(),
                function.section(),
                texts.get(name + ".does"),
                List.of(
                        Row.of("Mind", texts.get(name + ".mind")),
                        new Row("Arguments", arguments(name)),
                        Row.of("Returns", returned(function))));
    }

    private List<String> arguments(String function) {
        List<String> lines = new ArrayList<>();
        for (String argument : texts.get(function + ".arguments").split("; ")) {
            String name = argument.substring(argument.lastIndexOf(' ') + 1);
            if (!name.isEmpty()) {
                lines.add(
                        argument + ": " + arguments.find(function + "." + name).orElseGet(() -> arguments.get(name)));
            }
        }
        return lines;
    }

    private static String returned(Function function) {
        return String.join(
                ", ",
                function.returnValues().stream().map(Names.CKR::of).sorted().toList());
    }
}
