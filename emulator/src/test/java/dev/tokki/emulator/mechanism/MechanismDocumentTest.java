package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.constant.Names;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/mechanisms.md` is what the declarations say. To write it anew: `-Dtokki.write=true`.
class MechanismDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "mechanisms.md");

    @Test
    void theDocumentIsWhatTheDeclarationsSay() throws IOException {
        String text = text(MechanismTable.all().declarations());
        if (Boolean.getBoolean("tokki.write")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT).content().isEqualTo(text);
    }

    @Test
    void everyNameOfTheHeadersIsListedOrExplained() {
        assertThat(Unlisted.faults(types(MechanismTable.all().declarations()))).isEmpty();
    }

    private static Set<Long> types(Collection<Declaration<?>> declarations) {
        return declarations.stream().map(Declaration::type).collect(Collectors.toSet());
    }

    private static String text(Collection<Declaration<?>> declarations) {
        StringBuilder text = new StringBuilder("""
                # The mechanisms

                %d mechanisms, each declared once in `dev.tokki.emulator.mechanism`; this table is made of the declarations, and
                `MechanismDocumentTest` fails when it is not. `MechanismProofTest` uses every flag of every one through the calls.
                Sections are those of PKCS#11 v3.2; 4.12 stands for mechanisms that only the header has.

                | Mechanism | Section | Keys | Sizes | Parameter | Uses |
                |---|---|---|---|---|---|
                """.formatted(declarations.size()));
        declarations.forEach(declaration -> text.append(row(declaration)));
        text.append("""

                ## Not listed, and why

                All other names of the headers.

                | Mechanisms | Why |
                |---|---|
                """).append(Unlisted.text(types(declarations)));
        return text.toString();
    }

    private static String row(Declaration<?> declaration) {
        KeySize size = declaration.keys().size();
        String types = declaration.keys().kind() == KeyRule.Kind.ANY
                ? "those of the mechanism underneath"
                : types(declaration);
        String sizes = size.max() == 0
                ? ""
                : size.min() + " to " + (size.max() == Integer.MAX_VALUE ? "any" : size.max()) + " " + size.unit();
        String uses = declaration.uses().stream().map(Use::name).collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s | %s |%n"
                .formatted(
                        declaration.name(),
                        declaration.section(),
                        types,
                        sizes,
                        declaration.parameter().name(),
                        uses);
    }

    private static String types(Declaration<?> declaration) {
        return declaration.keys().types().size() > 4
                ? declaration.keys().isPair() ? "any private key" : "any secret key"
                : declaration.keys().types().stream()
                        .sorted()
                        .map(type -> "`" + Names.CKK.of(type) + "`")
                        .collect(Collectors.joining(" "));
    }
}
