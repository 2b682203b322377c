package dev.tokki.trace.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.emulator.Emulator;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Recorded;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Story;
import dev.tokki.trace.Transcript;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Given PINS =
            new Given(Optional.of("other-pin"), Optional.of("other-so-pin"), Optional.empty());

    @Test
    void aTranscriptGoesTheSameWayOnATokenWithOtherHandlesAndSlots() {
        Transcript transcript = Recorded.of(Secrets.HIDDEN, ReplayTest::findAndRead);
        assertThat(replayed(transcript, 77, module -> {})).isEmpty();
    }

    @Test
    void aTranscriptWithSecretsGoesTheSameWay() {
        Transcript transcript = Recorded.of(Secrets.KEPT_IN_CLEAR, Story::tell);
        try (Emulator emulator = Emulator.inMemory("demo", Recorded.SO_PIN, Recorded.USER_PIN)) {
            assertThat(Replay.of(transcript, PINS, application -> emulator.connect(), false)
                            .differences())
                    .isEmpty();
        }
    }

    @Test
    void anotherReturnValueIsADifferenceWithItsReason() {
        Transcript transcript = Recorded.of(Secrets.HIDDEN, ReplayTest::findAndRead);
        Given wrong = new Given(Optional.of("wrong"), Optional.empty(), Optional.empty());
        try (Emulator emulator = Emulator.inMemory("demo", "other-so-pin", "other-pin")) {
            Difference first = Replay.of(transcript, wrong, application -> emulator.connect(), true)
                    .differences()
                    .get(0);
            assertThat(first.what()).isEqualTo("return value");
            assertThat(first.second()).isEqualTo("CKR_PIN_INCORRECT");
            assertThat(first.reason()).isNotNull();
        }
    }

    @Test
    void aPinThatWasWrongIsWrongAgain() {
        Transcript transcript = Recorded.of(Secrets.HIDDEN, module -> {
            module.call(new dev.tokki.api.call.GeneralPurpose.Initialize());
            long session = module.call(new dev.tokki.api.call.Sessions.OpenSession(0, 6))
                    .outputs();
            module.call(new dev.tokki.api.call.Sessions.Login(session, Cku.USER, dev.tokki.api.Bytes.utf8("no-such")));
        });
        assertThat(transcript.calls().get(2).returned()).isEqualTo("CKR_PIN_INCORRECT");
        assertThat(replayed(transcript, 0, module -> {})).isEmpty();
    }

    @Test
    void anObjectMoreIsADifference() {
        Transcript transcript = Recorded.of(Secrets.HIDDEN, ReplayTest::findAndRead);
        List<Difference> differences = replayed(transcript, 0, module -> {
            try (Application application = Application.initialise(module);
                    Session session = application.token(0).openReadWrite()) {
                session.login(Cku.USER, "other-pin");
                session.create(
                        Attribute.of(Cka.CLASS, Cko.DATA),
                        Attribute.of(Cka.TOKEN, true),
                        Attribute.of(Cka.LABEL, "found"));
            }
        });
        assertThat(differences)
                .anySatisfy(difference -> assertThat(difference.what()).isEqualTo("objects found"));
    }

    @Test
    void twoTranscriptsAreComparedCallByCall() {
        Transcript one = Recorded.of(Secrets.HIDDEN, ReplayTest::findAndRead);
        Transcript other = Recorded.of(Secrets.HIDDEN, module -> {
            module.call(new dev.tokki.api.call.GeneralPurpose.GetInfo());
            findAndRead(module);
        });
        assertThat(TranscriptDiff.of(one, one).isEmpty()).isTrue();
        TranscriptDiff.Result result = TranscriptDiff.of(one, other);
        assertThat(result.onlyFirst()).isEmpty();
        assertThat(result.onlySecond())
                .singleElement()
                .satisfies(call -> assertThat(call.reply())
                        .isNotNull()
                        .satisfies(reply -> assertThat(reply.rv().is(Ckr.CRYPTOKI_NOT_INITIALIZED))
                                .isTrue()));
    }

    @Test
    void longTranscriptsAreComparedToo() {
        List<CallRecord> told =
                Recorded.of(Secrets.HIDDEN, ReplayTest::findAndRead).calls();
        List<CallRecord> many = java.util.Collections.nCopies(1500, told).stream()
                .flatMap(List::stream)
                .toList();
        List<CallRecord> fewer = new java.util.ArrayList<>(many);
        fewer.remove(7000);
        TranscriptDiff.Result result = TranscriptDiff.of(
                new Transcript("all", Secrets.HIDDEN, many), new Transcript("without one", Secrets.HIDDEN, fewer));
        assertThat(many).hasSizeGreaterThan(10_000);
        assertThat(result.onlyFirst()).containsExactly(many.get(7000));
        assertThat(result.onlySecond()).isEmpty();
        assertThat(result.differences()).isEmpty();
    }

    private static void findAndRead(Cryptoki module) {
        try (Application application = Application.initialise(module);
                Session session = application.tokens().get(0).openReadWrite()) {
            session.login(Cku.USER, Recorded.USER_PIN);
            session.create(Attribute.of(Cka.CLASS, Cko.DATA), Attribute.of(Cka.LABEL, "found"));
            session.find(Attribute.of(Cka.LABEL, "found")).forEach(object -> object.label());
        }
    }

    private static List<Difference> replayed(
            Transcript transcript, long slot, java.util.function.Consumer<Cryptoki> before) {
        try (Emulator emulator = Emulator.builder()
                .slot(slot, dev.tokki.emulator.TokenPlan.ready("demo", "other-so-pin", "other-pin"))
                .build()) {
            before.accept(emulator.connect());
            return Replay.of(transcript, PINS, application -> emulator.connect(), false)
                    .differences();
        }
    }
}
