package dev.tokki.trace.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.KdfParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.emulator.token.TokenPolicy;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Recorded;
import dev.tokki.trace.Retelling;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Story;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.text.SpyText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The mandatory test cases of the profiles on the engine, each on a fresh token.
class ProfileCasesTest {
    private static final String PIN = "1234";

    /// A token that says of itself what the cases print, and no more.
    private static final TokenPolicy TOKEN = TokenPolicy.standard()
            .withFlags(Ckf.RNG | Ckf.LOGIN_REQUIRED | Ckf.RESTORE_KEY_NOT_NEEDED)
            .withMechanism(Ckm.RSA_PKCS, Ckf.ENCRYPT | Ckf.DECRYPT | Ckf.SIGN | Ckf.VERIFY | Ckf.WRAP | Ckf.UNWRAP);

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
        assertThat(differences("AUTH-M-1-32", emulator -> setUp("AUTH-M-1-32", emulator)))
                .isEmpty();
    }

    @Test
    void theEngineIsAPublicCertificatesToken() throws IOException {
        assertThat(differences("CERT-M-1-32", emulator -> setUp("CERT-M-1-32", emulator)))
                .isEmpty();
    }

    /// "Other variations not explicitly noted in this section SHALL be deemed non-conformant" (section 3.1).
    @Test
    void flagsBeyondThoseOfACaseAreDifferences() throws IOException {
        assertThat(differences("EXT-M-1-32", TokenPolicy.standard(), emulator -> {}))
                .hasSize(2)
                .anySatisfy(more -> assertThat(more).contains("DUAL_CRYPTO_OPERATIONS"))
                .anySatisfy(more -> assertThat(more).contains("SIGN_RECOVER"));
    }

    @Test
    void aModuleThatAnswersOtherwiseIsFoundOut() throws IOException {
        assertThat(differences("BL-M-1-32", emulator -> setUp("AUTH-M-1-32", emulator)))
                .containsExactly("C_FindObjects Object has 1 entries, not 0");
    }

    @Test
    void aTranscriptInXmlRunsAgain() {
        Transcript transcript = Recorded.of(Secrets.KEPT_IN_CLEAR, Story::tell);
        TestCase again = TestCase.read(XmlTranscript.write(transcript));
        assertThat(again.size()).isEqualTo(transcript.calls().size());
    }

    @ParameterizedTest
    @EnumSource
    void aTranscriptInXmlIsReadBack(Secrets secrets) {
        Transcript transcript = Recorded.of(secrets, Story::tell);
        String xml = XmlTranscript.write(transcript);
        assertThat(TestCase.hasVariables(xml)).isFalse();
        Transcript again = XmlTranscript.read("again", xml);
        assertThat(again.calls()).hasSameSizeAs(transcript.calls());
        for (int i = 0; secrets == Secrets.HIDDEN && i < again.calls().size(); i++) {
            assertThat(SpyText.of(again.calls().get(i)).lines().skip(2))
                    .as(transcript.calls().get(i).toString())
                    .containsAll(essential(SpyText.of(transcript.calls().get(i))));
        }
        assertThat(XmlTranscript.write(again))
                .isEqualTo(XmlTranscript.write(
                        Retelling.of(new Transcript("once more", Secrets.HIDDEN, transcript.calls()))));
    }

    @Test
    void listsInParametersAreReadBack() {
        Mechanism mechanism = Mechanism.of(
                Ckm.SP800_108_COUNTER_KDF,
                new KdfParameter.Kdf(
                        Ckm.SHA256_HMAC,
                        List.of(
                                new KdfParameter.PrfData(
                                        Ck.SP800_108_ITERATION_VARIABLE, new KdfParameter.CounterFormat(false, 32)),
                                new KdfParameter.PrfData(
                                        Ck.SP800_108_BYTE_ARRAY, new Parameter.Raw(Bytes.utf8("context")))),
                        List.of()));
        Call<?> call = new KeyManagement.DeriveKey(1, mechanism, 2, Template.of(Attribute.of(Cka.VALUE_LEN, 16)));
        CallRecord record = new CallRecord(1, "test", 1, Instant.EPOCH, 1, call, Reply.ok(7L), null, Map.of());
        String xml = XmlTranscript.write(new Transcript("a list", Secrets.KEPT_IN_CLEAR, List.of(record)));
        assertThat(XmlTranscript.read("again", xml).calls().get(0).call()).isEqualTo(call);
    }

    /// Times, threads and reasons are not in XML.
    private static List<String> essential(String text) {
        return text.lines()
                .filter(line ->
                        line.startsWith("[in]") && !line.contains(" = a place") && !line.contains("application"))
                .toList();
    }

    /// The set-up that a case assumes.
    private interface SetUp {
        void on(Emulator emulator) throws IOException;
    }

    private static void setUp(String name, Emulator emulator) throws IOException {
        ProfileSetUp.of(text(name), emulator.connect(), 0, PIN);
    }

    private static List<String> differences(String name, SetUp setUp) throws IOException {
        return differences(name, TOKEN, setUp);
    }

    private static List<String> differences(String name, TokenPolicy policy, SetUp setUp) throws IOException {
        return run(name, policy, setUp).stream()
                .flatMap(step -> step.differences().stream())
                .toList();
    }

    private static List<TestCase.Step> run(String name, TokenPolicy policy, SetUp setUp) throws IOException {
        TestCase profile = TestCase.read(text(name));
        TokenPlan token = TokenPlan.ready("token1", "12345678", PIN).withPolicy(policy);
        try (Emulator emulator = Emulator.builder().slot(0, token).build()) {
            setUp.on(emulator);
            try (Cryptoki module = emulator.connect()) {
                List<TestCase.Step> steps = profile.run(module, Map.of("Pin", PIN));
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
