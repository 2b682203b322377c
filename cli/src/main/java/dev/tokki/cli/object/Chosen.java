package dev.tokki.cli.object;

import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The arguments that name objects there are.
final class Chosen {
    @Parameters(
            index = "0",
            paramLabel = "OBJECT",
            description = "Its label, id:HEX or uid:TEXT.",
            converter = SelectorConverter.class)
    private Selector selector = Selector.of("");

    @Option(names = "--class", paramLabel = "CLASS", description = "Only ${COMPLETION-CANDIDATES}.")
    private @Nullable ObjectKind kind;

    /// {@return every object that is meant, at least one}
    ///
    /// @param hint what to add if there is none
    List<TokenObject> in(Session session, String hint) {
        List<TokenObject> found = kind == null ? selector.all(session) : selector.all(session, kind);
        if (found.isEmpty()) {
            throw new Usage("no object is called \"" + selector.text() + "\"" + hint);
        }
        return found;
    }

    Selector selector() {
        return selector;
    }

    /// {@return the class that was named, or null}
    @Nullable
    ObjectKind kind() {
        return kind;
    }
}
