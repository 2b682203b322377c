package dev.tokki.trace.spylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Function;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.EmulatorBuilder;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.json.JsonLines;
import dev.tokki.trace.json.MalformedTranscriptException;
import dev.tokki.trace.replay.Beginning;
import dev.tokki.trace.replay.Given;
import dev.tokki.trace.replay.Outcome;
import dev.tokki.trace.replay.Replay;
import dev.tokki.trace.story.Story;
import dev.tokki.trace.text.SpyText;
import dev.tokki.trace.xml.XmlTranscript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A log that pkcs11-spy of OpenSC 0.23 wrote of pkcs11-tool on SoftHSM.
class SpyLogTest {
    static String log() {
        try (InputStream in = Objects.requireNonNull(SpyLogTest.class.getResourceAsStream("opensc-0.23.log"))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Transcript read(Secrets secrets) {
        return SpyLog.read(log(), secrets);
    }

    private static Stream<CallRecord> calls(Function function) {
        return read(Secrets.HIDDEN).calls().stream().filter(call -> call.function() == function);
    }

    @Test
    void everyCallIsRead() {
        long logged = log().lines()
                .filter(line -> line.matches("\\d+: C_\\w+") && !line.contains("C_GetInterface"))
                .count();
        assertThat(read(Secrets.HIDDEN).calls()).hasSize((int) logged);
        assertThat(read(Secrets.HIDDEN).about()).isEqualTo("/usr/lib/softhsm/libsofthsm2.so, logged by pkcs11-spy");
    }

    @Test
    void pinsAreHiddenUnlessTheyAreAskedFor() {
        assertThat(calls(Function.LOGIN))
                .isNotEmpty()
                .allSatisfy(call ->
                        assertThat(((Login) call.call()).pin().isHidden()).isTrue())
                .allSatisfy(call -> assertThat(((Login) call.call()).userType()).isEqualTo(Cku.USER));
        assertThat(read(Secrets.KEPT_IN_CLEAR).calls())
                .anySatisfy(call -> assertThat(call.call())
                        .isInstanceOfSatisfying(
                                Login.class,
                                login -> assertThat(login.pin().text()).isEqualTo("1234")));
    }

    @Test
    void noFormatShowsASecretOfTheLog() {
        Transcript read = read(Secrets.HIDDEN);
        // What is signed or digested is no secret.
        Transcript transcript = new Transcript(
                read.about(),
                read.secrets(),
                read.calls().stream()
                        .filter(call -> !Set.of(Function.SIGN, Function.VERIFY, Function.DIGEST_UPDATE)
                                .contains(call.function()))
                        .toList());
        String all = transcript
                + XmlTranscript.write(transcript)
                + transcript.calls().stream().map(SpyText::of).toList()
                + transcript.calls().stream().map(JsonLines::line).toList()
                + Story.of(transcript);
        // A PIN, the plaintext, random bytes, as text and in hexadecimal.
        assertThat(all)
                .doesNotContain(
                        "31323334", "\"1234\"", "attack at dawn", "61747461636b206174206461776e", "1ba04f78e86a3752");
    }

    @Test
    void argumentsAndOutputsHaveTheirTypes() {
        assertThat(calls(Function.GENERATE_KEY_PAIR)).first().satisfies(call -> {
            GenerateKeyPair pair = (GenerateKeyPair) call.call();
            assertThat(pair.publicKeyTemplate().attributes()).hasSize(10);
            assertThat(call.reply()).isNotNull();
        });
        assertThat(calls(Function.GET_TOKEN_INFO).findFirst().orElseThrow().reply())
                .satisfies(reply -> assertThat(Objects.requireNonNull(reply).value())
                        .isInstanceOfSatisfying(TokenInfo.class, info -> {
                            assertThat(info.label()).isEqualTo("test");
                            assertThat(info.flags() & Ckf.TOKEN_INITIALIZED).isNotZero();
                            assertThat(info.sessionCount()).isEqualTo(-1);
                        }));
        assertThat(calls(Function.GET_SLOT_LIST).map(call -> (ULongs) Objects.requireNonNull(
                        Objects.requireNonNull(call.reply()).value())))
                .contains(ULongs.count(2))
                .anySatisfy(list -> assertThat(list.values()).hasSize(2));
        assertThat(calls(Function.SIGN_INIT).map(call -> Objects.requireNonNull(((SignInit) call.call()).mechanism())))
                .anySatisfy(mechanism -> {
                    assertThat(mechanism.type()).isEqualTo(Ckm.SHA256_RSA_PKCS_PSS);
                    assertThat(mechanism.parameter()).isEqualTo(new RsaParameter.Pss(Ckm.SHA256, 2, 32));
                });
        assertThat(read(Secrets.HIDDEN).calls())
                .anySatisfy(call -> assertThat(call.objects()).containsValue("private key \"rsa\""));
    }

    @Test
    void failuresAreExplained() {
        assertThat(Story.of(read(Secrets.HIDDEN)).stream().flatMap(story -> story.sentences().stream()))
                .anySatisfy(sentence -> {
                    assertThat(sentence.text()).contains("log in as the user", "CKR_PIN_INCORRECT");
                    assertThat(sentence.lesson()).isNotNull();
                });
    }

    @Test
    void theLogRunsAgainOnTheEngine() {
        Transcript transcript = read(Secrets.HIDDEN);
        EmulatorBuilder builder = Emulator.builder();
        Beginning.of(transcript)
                .slots()
                .forEach((number, slot) -> builder.slot(
                        number,
                        slot.initialised() ? TokenPlan.ready(slot.label(), "12345678", "1234") : TokenPlan.fresh()));
        try (Emulator emulator = builder.build()) {
            Outcome outcome = Replay.of(
                    transcript,
                    new Given(Optional.of("1234"), Optional.of("12345678"), Optional.empty()),
                    application -> emulator.connect(),
                    false);
            // What SoftHSM does otherwise, but nothing of sessions, logins, searches, keys and signatures.
            assertThat(outcome.of(dev.tokki.trace.replay.Difference.Kind.ANSWER))
                    .allSatisfy(difference -> assertThat(difference.line())
                            .containsAnyOf(
                                    "C_GetAttributeValue CKA_UNIQUE_ID",
                                    "C_GetAttributeValue CKA_ALLOWED_MECHANISMS",
                                    "CKF_SO_PIN_LOCKED",
                                    "CKA_SENSITIVE: CKA_SENSITIVE",
                                    "CKA_EXTRACTABLE: CKA_EXTRACTABLE",
                                    "vendor"));
            assertThat(outcome.leftOut()).hasSizeLessThan(10);
        }
    }

    @Test
    void aFileWithoutCallsIsRefused() {
        assertThatThrownBy(() -> SpyLog.read("hello\nworld\n", Secrets.HIDDEN))
                .isInstanceOf(MalformedTranscriptException.class);
        assertThat(SpyLog.is("hello")).isFalse();
        assertThat(SpyLog.is(log())).isTrue();
    }

    @Test
    void aCallThatDidNotReturnIsOneWithoutReply() {
        String log = log();
        Transcript cut =
                SpyLog.read(log.substring(0, log.indexOf("Returned:", log.indexOf(": C_Login"))), Secrets.HIDDEN);
        CallRecord last = cut.calls().get(cut.calls().size() - 1);
        assertThat(last.function()).isEqualTo(Function.LOGIN);
        assertThat(last.reply()).isNull();
        assertThat(List.of(String.valueOf(last.failure()))).first().asString().contains("does not tell");
    }
}
