package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/proofs.md` is what the tests have: known answers, refusals, cross-checks and proofs through the calls. To
/// write
/// it anew: `-Dtokki.write=true`.
class ProofsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "proofs.md");

    @Test
    void theDocumentIsWhatTheTestsHave() throws IOException {
        try (Workshop workshop = new Workshop()) {
            ProofsDocument document = new ProofsDocument(new Proofs(workshop));
            String text = document.text();
            assertThat(document.unexplained())
                    .as("flags with neither a known answer nor the reason why there is none")
                    .isEmpty();
            assertThat(document.stale()).as("reasons that hold nowhere").isEmpty();
            if (Boolean.getBoolean("tokki.write")) {
                Files.writeString(DOCUMENT, text);
            }
            assertThat(DOCUMENT).content().isEqualTo(text);
        }
    }
}
