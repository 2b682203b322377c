package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Template;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Sessions.CloseAllSessions;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.call.SlotsAndTokens.GetSlotInfo;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.call.SlotsAndTokens.WaitForSlotEvent;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.fluent.Token;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Slots and tokens that come and go while applications run.
class ReadersTest {
    private static final TokenPlan PLAN = TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN);

    private final Bench bench =
            Bench.on(Emulator.builder().reader(0, PLAN).reader(1).slot(2, PLAN).build());
    private final Emulator emulator = bench.emulator();

    @AfterEach
    void close() {
        bench.close();
    }

    private long[] slots(Bench seer, boolean withToken) {
        long count = seer.get(new GetSlotList(withToken, Buffer.query())).count();
        return seer.get(new GetSlotList(withToken, Buffer.of(count))).toArray();
    }

    @Test
    void slotsTellWhetherATokenIsInThemAndCanBeTakenOut() {
        assertThat(bench.get(new GetSlotInfo(0)).flags()).isEqualTo(Ckf.TOKEN_PRESENT | Ckf.REMOVABLE_DEVICE);
        assertThat(bench.get(new GetSlotInfo(1)).flags()).isEqualTo(Ckf.REMOVABLE_DEVICE);
        assertThat(bench.get(new GetSlotInfo(2)).flags()).isEqualTo(Ckf.TOKEN_PRESENT);
        assertThat(slots(bench, false)).containsExactly(0, 1, 2);
        assertThat(slots(bench, true)).containsExactly(0, 2);
    }

    @Test
    void anEmptyReaderHasNoToken() {
        bench.expect(Ckr.TOKEN_NOT_PRESENT, new GetTokenInfo(1));
        bench.expect(Ckr.TOKEN_NOT_PRESENT, new GetMechanismList(1, Buffer.query()));
        bench.expect(Ckr.TOKEN_NOT_PRESENT, new OpenSession(1, Ckf.SERIAL_SESSION));
        bench.expect(Ckr.TOKEN_NOT_PRESENT, new CloseAllSessions(1));
        bench.expect(
                Ckr.TOKEN_NOT_PRESENT, new InitToken(1, Bytes.utf8(Bench.SO_PIN), Token.paddedLabel("nothing there")));
    }

    @Test
    void ejectingATokenClosesAllSessionsOfAllApplications() {
        long session = bench.openAsUser();
        try (Bench other = bench.another()) {
            long others = other.openReadOnly();
            emulator.eject(0);
            bench.expect(Ckr.SESSION_HANDLE_INVALID, new GetSessionInfo(session));
            other.expect(Ckr.SESSION_HANDLE_INVALID, new GetSessionInfo(others));
            bench.expect(Ckr.TOKEN_NOT_PRESENT, new OpenSession(0, Ckf.SERIAL_SESSION));
        }
    }

    @Test
    void aTokenInsertedAgainHasItsObjectsAndNobodyIsLoggedIn() {
        long session = bench.openAsUser();
        bench.ok(new CreateObject(
                session,
                Template.of(
                        Attribute.of(Cka.CLASS, Cko.DATA),
                        Attribute.of(Cka.TOKEN, true),
                        Attribute.of(Cka.LABEL, "stays"))));
        emulator.eject(0);
        emulator.insert(0);
        try (var again = bench.token().openReadOnly()) {
            assertThat(bench.state(again.handle())).isZero();
            assertThat(again.find(Attribute.of(Cka.LABEL, "stays"))).hasSize(1);
        }
        assertThat(bench.tokenInfo().sessionCount()).isZero();
    }

    @Test
    void everyChangeIsAnEventThatEachApplicationIsToldOnce() {
        try (Bench other = bench.another()) {
            bench.expect(Ckr.NO_EVENT, new WaitForSlotEvent(Ckf.DONT_BLOCK));
            emulator.eject(0);
            emulator.insert(1);
            assertThat(bench.get(new WaitForSlotEvent(Ckf.DONT_BLOCK))).isZero();
            assertThat(bench.get(new WaitForSlotEvent(0))).isEqualTo(1);
            bench.expect(Ckr.NO_EVENT, new WaitForSlotEvent(Ckf.DONT_BLOCK));
            assertThat(other.get(new WaitForSlotEvent(0))).isZero();
            bench.ok(new Finalize());
            bench.ok(new Initialize());
            bench.expect(Ckr.NO_EVENT, new WaitForSlotEvent(Ckf.DONT_BLOCK));
        }
    }

    @Test
    void aWaiterWakesWhenATokenComes() throws Exception {
        CompletableFuture<Long> waiter = CompletableFuture.supplyAsync(() -> bench.get(new WaitForSlotEvent(0)));
        emulator.insert(1, PLAN);
        assertThat(waiter.get(1, TimeUnit.MINUTES)).isEqualTo(1);
        assertThat(bench.get(new GetTokenInfo(1)).label()).isEqualTo("test");
    }

    @Test
    void aNewSlotIsSeenOnceTheListIsAskedForAnew() {
        emulator.addSlot(7, PLAN);
        bench.expect(Ckr.SLOT_ID_INVALID, new GetSlotInfo(7));
        assertThat(bench.get(new GetSlotList(false, Buffer.of(10))).toArray()).containsExactly(0, 1, 2);
        assertThat(slots(bench, false)).containsExactly(0, 1, 2, 7);
        bench.ok(new OpenSession(7, Ckf.SERIAL_SESSION));
    }

    @Test
    void aNewSlotIsSeenOnceItsEventIsTold() {
        emulator.addReader(7);
        assertThat(bench.get(new WaitForSlotEvent(0))).isEqualTo(7);
        bench.ok(new GetSlotInfo(7));
    }

    @Test
    void changesAreSeenAtOnceIfTheEmulatorReadsItSo() {
        TokenPolicy policy = TokenPolicy.standard().withReading(OtherReading.SLOT_CHANGES_AT_ONCE);
        try (Bench hasty = Bench.on(Emulator.builder().policy(policy).build())) {
            hasty.emulator().addReader(7);
            hasty.ok(new GetSlotInfo(7));
        }
    }

    @Test
    void aSlotRemovedIsEmptyUntilTheListIsAskedForAnew() {
        long session = bench.openReadOnly();
        emulator.removeSlot(0);
        bench.expect(Ckr.SESSION_HANDLE_INVALID, new GetSessionInfo(session));
        bench.ok(new GetSlotInfo(0));
        bench.expect(Ckr.TOKEN_NOT_PRESENT, new GetTokenInfo(0));
        assertThat(slots(bench, false)).containsExactly(1, 2);
        bench.expect(Ckr.SLOT_ID_INVALID, new GetSlotInfo(0));
    }

    @Test
    void aSlotAddedAgainHasTheTokenOfTheStore() {
        String serialNumber = bench.tokenInfo().serialNumber();
        emulator.removeSlot(0);
        emulator.addSlot(0, TokenPlan.fresh());
        slots(bench, false);
        assertThat(bench.tokenInfo().serialNumber()).isEqualTo(serialNumber);
    }

    @Test
    void whatCannotBeIsRefusedToTheTester() {
        assertThatIllegalStateException().isThrownBy(() -> emulator.eject(2));
        assertThatIllegalStateException().isThrownBy(() -> emulator.eject(1));
        assertThatIllegalStateException().isThrownBy(() -> emulator.insert(0));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.insert(9));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.removeSlot(9));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.addReader(0));
    }
}
