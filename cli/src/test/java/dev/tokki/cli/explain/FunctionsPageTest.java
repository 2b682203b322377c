package dev.tokki.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/functions.md` is what the tables say. With `-Dtokki.write=true` it is written anew.
class FunctionsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "functions.md");

    private final FunctionsPage page = new FunctionsPage();

    @Test
    void thePageSaysWhatTheTablesSay() throws IOException {
        if (Boolean.getBoolean("tokki.write")) {
            Files.writeString(PAGE, page.text());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page.text());
    }

    @Test
    void everyFunctionHasAPositiveAndANegativeTest() {
        assertThat(Function.values())
                .hasSize(104)
                .allSatisfy(function ->
                        assertThat(page.tests(function)).as(function.cName()).isGreaterThanOrEqualTo(2));
    }
}
