package dev.tokki.cli.transfer;

import dev.tokki.api.Attribute;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.HexText;
import dev.tokki.cli.Surroundings;
import java.util.List;
import java.util.Optional;

/// Makes objects one after the other. One that the token refuses does not keep the others away; it is told.
///
/// @param session with the user logged in
/// @param surroundings where to tell
record Making(Session session, Surroundings surroundings) {
    /// {@return the exit code}
    int all(List<List<Attribute>> templates) {
        int refused = 0;
        for (List<Attribute> template : templates) {
            try {
                session.create(template.toArray(Attribute[]::new));
                surroundings.out().println("made " + title(template));
            } catch (CryptokiException e) {
                refused++;
                surroundings
                        .err()
                        .println("tokki: left out " + title(template) + ": " + e.rv()
                                + e.reason().map(reason -> ": " + reason).orElse(""));
            }
        }
        surroundings.out().println((templates.size() - refused) + " of " + templates.size() + " objects imported");
        return refused == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String title(List<Attribute> template) {
        String kind = find(template, Cka.CLASS)
                .map(value -> value instanceof Value.ULong(long number) ? Names.CKO.of(number) : "")
                .orElse("an object");
        return kind
                + text(template, Cka.LABEL, false)
                        .map(label -> " \"" + label + "\"")
                        .orElse("")
                + text(template, Cka.ID, true).map(id -> " id " + id).orElse("");
    }

    private static Optional<String> text(List<Attribute> template, long type, boolean hex) {
        return find(template, type)
                .map(value ->
                        value instanceof Value.Raw(var bytes) ? (hex ? HexText.of(bytes.array()) : bytes.text()) : "");
    }

    private static Optional<Value> find(List<Attribute> template, long type) {
        return template.stream()
                .filter(attribute -> attribute.type() == type)
                .map(Attribute::value)
                .findFirst();
    }
}
