package dev.tokki.trace.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.emulator.Emulator;
import dev.tokki.trace.Recorded;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Story;
import dev.tokki.trace.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The mandatory test cases of the profiles on the engine, each on a fresh token.
class ProfileCasesTest {
    private static final Pattern CERTIFICATE = Pattern.compile("value=\"(3082[0-9a-f]+)\"");

    @Test
    void theEngineIsABaselineProvider() throws IOException {
        assertThat(differences("BL-M-1-32", emulator -> {})).isEmpty();
    }

    @Test
    void theEngineIsAnExtendedProvider() throws IOException {
        assertThat(differences("EXT-M-1-32", emulator -> {})).isEmpty();
    }

    @Test
    void theEngineIsAnAuthenticationToken() throws IOException {
        assertThat(differences("AUTH-M-1-32", emulator -> ProfileSetUp.keyPair(emulator.connect(), 0)))
                .isEmpty();
    }

    @Test
    void theEngineIsAPublicCertificatesToken() throws IOException {
        Matcher matcher = CERTIFICATE.matcher(text("CERT-M-1-32"));
        assertThat(matcher.find()).isTrue();
        byte[] certificate = Bytes.hex(matcher.group(1)).copy();
        assertThat(differences(
                        "CERT-M-1-32", emulator -> ProfileSetUp.certificates(emulator.connect(), 0, certificate)))
                .isEmpty();
    }

    @Test
    void theEngineCanMoreThanTheCasesAskFor() throws IOException {
        assertThat(run("EXT-M-1-32", emulator -> {}).stream().flatMap(step -> step.more().stream()))
                .hasSize(2)
                .anySatisfy(more -> assertThat(more).contains("DUAL_CRYPTO_OPERATIONS"))
                .anySatisfy(more -> assertThat(more).contains("SIGN_RECOVER"));
    }

    @Test
    void aModuleThatAnswersOtherwiseIsFoundOut() throws IOException {
        assertThat(differences("BL-M-1-32", emulator -> ProfileSetUp.keyPair(emulator.connect(), 0)))
                .containsExactly("C_FindObjects Object has 1 entries, not 0");
    }

    @Test
    void aTranscriptInXmlRunsAgain() {
        Transcript transcript = Recorded.of(Secrets.KEPT_IN_CLEAR, Story::tell);
        TestCase again = TestCase.read(XmlTranscript.write(transcript));
        assertThat(again.size()).isEqualTo(transcript.calls().size());
    }

    /// The set-up that a case assumes.
    private interface SetUp {
        void on(Emulator emulator);
    }

    private static List<String> differences(String name, SetUp setUp) throws IOException {
        return run(name, setUp).stream()
                .flatMap(step -> step.differences().stream())
                .toList();
    }

    private static List<TestCase.Step> run(String name, SetUp setUp) throws IOException {
        TestCase profile = TestCase.read(text(name));
        try (Emulator emulator = Emulator.inMemory("token1", "12345678", ProfileSetUp.PIN)) {
            setUp.on(emulator);
            try (Cryptoki module = emulator.connect()) {
                List<TestCase.Step> steps = profile.run(module, Map.of("Pin", ProfileSetUp.PIN));
                assertThat(steps).hasSize(profile.size());
                return steps;
            }
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ProfileCasesTest.class.getResourceAsStream("/oasis-profiles/" + name + ".xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
