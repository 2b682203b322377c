package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Interface;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.ULongs;
import dev.tokki.api.Version;
import dev.tokki.api.call.GeneralPurpose.GetFunctionList;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.GetInterface;
import dev.tokki.api.call.GeneralPurpose.GetInterfaceList;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.GetSlotInfo;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.fluent.Token;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the engine, its slots and its tokens tell about themselves, and C_InitToken (sections 5.4 and 5.5).
class TokensTest {
    private static final Bytes SO = Bytes.utf8(Bench.SO_PIN);
    private static final Bytes LABEL = Token.paddedLabel("my token");

    @Test
    void theModuleSpeaksVersion32() {
        try (Bench bench = Bench.ready()) {
            assertThat(bench.get(new GetInfo()).cryptokiVersion()).isEqualTo(Version.V3_2);
            assertThat(bench.get(new GetInfo()).flags()).isZero();
        }
    }

    @Test
    void theFunctionListOfCGetFunctionListEndsWithVersion240() {
        try (Bench bench = Bench.ready()) {
            assertThat(bench.get(new GetFunctionList())).isEqualTo(Version.V2_40);
        }
    }

    @Test
    void theDefaultInterfaceIsTheNewest() {
        try (Bench bench = Bench.ready()) {
            assertThat(bench.get(new GetInterface(null, null, 0)).version()).isEqualTo(Version.V3_2);
            assertThat(bench.get(new GetInterface(Interface.PKCS_11, Version.V3_0, 0))
                            .version())
                    .isEqualTo(Version.V3_0);
            bench.expect(Ckr.ARGUMENTS_BAD, new GetInterface("Vendor X", null, 0));
            bench.expect(Ckr.ARGUMENTS_BAD, new GetInterface(null, new Version(4, 0), 0));
            bench.expect(Ckr.ARGUMENTS_BAD, new GetInterface(null, null, Ckf.INTERFACE_FORK_SAFE));
        }
    }

    @Test
    void interfacesAreListedByTheConventionOfLists() {
        try (Bench bench = Bench.ready()) {
            assertThat(bench.get(new GetInterfaceList(Buffer.query())).count()).isEqualTo(4);
            assertThat(bench.expect(Ckr.BUFFER_TOO_SMALL, new GetInterfaceList(Buffer.of(3)))
                            .outputs()
                            .count())
                    .isEqualTo(4);
            assertThat(bench.get(new GetInterfaceList(Buffer.of(4))).values()).hasSize(4);
            bench.expect(Ckr.ARGUMENTS_BAD, new GetInterfaceList(Buffer.noLength()));
        }
    }

    @Test
    void slotsHaveTheNumbersTheyWereGiven() {
        try (Bench bench = Bench.on(Emulator.builder().slot(7).slot(-1).slot(3).build())) {
            assertThat(bench.get(new GetSlotList(true, Buffer.of(3))).toArray()).containsExactly(3, 7, -1);
            assertThat(bench.expect(Ckr.BUFFER_TOO_SMALL, new GetSlotList(false, Buffer.of(2)))
                            .value())
                    .isEqualTo(ULongs.count(3));
            assertThat(bench.get(new GetSlotInfo(7)).flags()).isEqualTo(Ckf.TOKEN_PRESENT);
            bench.expect(Ckr.SLOT_ID_INVALID, new GetSlotInfo(0));
        }
    }

    @Test
    void aReadyTokenTellsWhatTheOasisProfilesExpect() {
        try (Bench bench = Bench.ready()) {
            TokenInfo info = bench.tokenInfo();
            assertThat(info.flags())
                    .isEqualTo(Ckf.RNG
                            | Ckf.LOGIN_REQUIRED
                            | Ckf.USER_PIN_INITIALIZED
                            | Ckf.RESTORE_KEY_NOT_NEEDED
                            | Ckf.DUAL_CRYPTO_OPERATIONS
                            | Ckf.TOKEN_INITIALIZED);
            assertThat(List.of(
                            info.maxSessionCount(),
                            info.sessionCount(),
                            info.maxRwSessionCount(),
                            info.rwSessionCount(),
                            info.totalPublicMemory(),
                            info.freePublicMemory(),
                            info.totalPrivateMemory(),
                            info.freePrivateMemory()))
                    .containsOnly(0L);
            assertThat(info.minPinLen()).isEqualTo(4);
            assertThat(info.maxPinLen()).isEqualTo(255);
        }
    }

    @Test
    void anApplicationSeesItsOwnSessionsCounted() {
        try (Bench bench = Bench.ready()) {
            bench.another().openReadWrite();
            bench.openReadOnly();
            bench.openReadWrite();
            assertThat(bench.tokenInfo().sessionCount()).isEqualTo(2);
            assertThat(bench.tokenInfo().rwSessionCount()).isEqualTo(1);
        }
    }

    @Test
    void aFreshTokenWantsToBeInitialisedFirst() {
        try (Bench bench = Bench.on(Emulator.inMemory())) {
            assertThat(bench.tokenInfo().flags() & Ckf.TOKEN_INITIALIZED).isZero();
            bench.expect(Ckr.TOKEN_NOT_INITIALIZED, new OpenSession(0, Ckf.SERIAL_SESSION));
            bench.ok(new InitToken(0, SO, LABEL));
            assertThat(bench.tokenInfo().label()).isEqualTo("my token");
            bench.openReadOnly();
        }
    }

    @Test
    void initialisingKeepsTheSlotAndTheSerialNumber() {
        try (Bench bench = Bench.on(Emulator.builder().slot(5).build())) {
            String serialNumber = bench.get(new GetTokenInfo(5)).serialNumber();
            bench.ok(new InitToken(5, SO, LABEL));
            bench.ok(new InitToken(5, SO, LABEL));
            assertThat(bench.get(new GetSlotList(true, Buffer.of(9))).toArray()).containsExactly(5);
            assertThat(bench.get(new GetTokenInfo(5)).serialNumber()).isEqualTo(serialNumber);
        }
    }

    @Test
    void aTokenWithSessionsOfAnyApplicationIsNotInitialised() {
        try (Bench bench = Bench.ready()) {
            Bench other = bench.another();
            other.openReadOnly();
            bench.expect(Ckr.SESSION_EXISTS, new InitToken(0, SO, LABEL));
            other.module().close();
            bench.ok(new InitToken(0, SO, LABEL));
        }
    }

    @Test
    void aFirstPinOfAWrongLengthIsABadArgument() {
        try (Bench bench = Bench.on(Emulator.inMemory())) {
            bench.expect(Ckr.ARGUMENTS_BAD, new InitToken(0, Bytes.utf8("123"), LABEL));
            bench.expect(Ckr.ARGUMENTS_BAD, new InitToken(0, Bytes.NULL, LABEL));
            bench.expect(Ckr.ARGUMENTS_BAD, new InitToken(0, SO, Bytes.NULL));
            bench.expect(Ckr.ARGUMENTS_BAD, new InitToken(0, SO, Bytes.utf8("too short")));
        }
    }

    @Test
    void sessionsAreLimitedByThePolicy() {
        try (Bench bench = Bench.on(Emulator.builder()
                .policy(TokenPolicy.standard().withSessionLimits(3, 1))
                .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN))
                .build())) {
            assertThat(bench.tokenInfo().maxSessionCount()).isEqualTo(3);
            bench.openReadWrite();
            bench.expect(Ckr.SESSION_COUNT, new OpenSession(0, Ckf.SERIAL_SESSION | Ckf.RW_SESSION));
            bench.openReadOnly();
            bench.openReadOnly();
            bench.expect(Ckr.SESSION_COUNT, new OpenSession(0, Ckf.SERIAL_SESSION));
            bench.another().openReadWrite();
        }
    }

    @Test
    void aPlanWithPinsThatItsPolicyForbidsIsRefused() {
        EmulatorBuilder builder = Emulator.builder().slot(0, TokenPlan.ready("test", "1", "1"));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slot 0");
    }
}
