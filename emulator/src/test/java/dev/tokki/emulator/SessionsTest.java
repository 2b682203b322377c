package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.Sessions.CloseAllSessions;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.constant.Names;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sessions, their states and the login they share (section 5.6).
class SessionsTest {
    private static final Bytes USER_PIN = Bytes.utf8("1234");
    private static final Bytes SO_PIN = Bytes.utf8("12345678");

    private final Emulator emulator = Emulator.inMemory("test", "12345678", "1234");
    private final Cryptoki module = emulator.connect();

    @BeforeEach
    void initialise() {
        assertOk(new Initialize());
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void aSessionIsPublicUntilSomebodyLogsIn() {
        assertThat(state(openReadOnly())).isEqualTo(Cks.RO_PUBLIC_SESSION);
        assertThat(state(openReadWrite())).isEqualTo(Cks.RW_PUBLIC_SESSION);
    }

    @Test
    void aLoginIsSharedByAllSessionsOfTheApplication() {
        long readOnly = openReadOnly();
        long readWrite = openReadWrite();
        assertOk(new Login(readOnly, Cku.USER, USER_PIN));
        assertThat(state(readOnly)).isEqualTo(Cks.RO_USER_FUNCTIONS);
        assertThat(state(readWrite)).isEqualTo(Cks.RW_USER_FUNCTIONS);
        assertThat(state(openReadWrite())).isEqualTo(Cks.RW_USER_FUNCTIONS);
    }

    @Test
    void aLoginIsNotSharedWithOtherApplications() {
        assertOk(new Login(openReadOnly(), Cku.USER, USER_PIN));
        Cryptoki other = emulator.connect();
        other.call(new Initialize());
        long session = other.call(new OpenSession(0, Ckf.SERIAL_SESSION)).outputs();
        assertThat(other.call(new GetSessionInfo(session)).outputs().state()).isEqualTo(Cks.RO_PUBLIC_SESSION);
    }

    @Test
    void theSecurityOfficerHasReadWriteSessionsOnly() {
        long readOnly = openReadOnly();
        long readWrite = openReadWrite();
        assertRv(new Login(readWrite, Cku.SO, SO_PIN), Ckr.SESSION_READ_ONLY_EXISTS);
        assertOk(new CloseSession(readOnly));
        assertOk(new Login(readWrite, Cku.SO, SO_PIN));
        assertThat(state(readWrite)).isEqualTo(Cks.RW_SO_FUNCTIONS);
        assertRv(new OpenSession(0, Ckf.SERIAL_SESSION), Ckr.SESSION_READ_WRITE_SO_EXISTS);
    }

    @Test
    void twoLoginsInARowAreRefused() {
        long session = openReadWrite();
        assertOk(new Login(session, Cku.USER, USER_PIN));
        assertRv(new Login(session, Cku.USER, USER_PIN), Ckr.USER_ALREADY_LOGGED_IN);
        assertRv(new Login(session, Cku.SO, SO_PIN), Ckr.USER_ANOTHER_ALREADY_LOGGED_IN);
    }

    @Test
    void aLogoutWithoutALoginIsRefused() {
        long session = openReadWrite();
        assertRv(new Logout(session), Ckr.USER_NOT_LOGGED_IN);
        assertOk(new Login(session, Cku.USER, USER_PIN));
        assertOk(new Logout(session));
        assertRv(new Logout(session), Ckr.USER_NOT_LOGGED_IN);
    }

    @Test
    void theLoginEndsWithTheLastSession() {
        long first = openReadWrite();
        long second = openReadWrite();
        assertOk(new Login(first, Cku.USER, USER_PIN));
        assertOk(new CloseSession(first));
        assertThat(state(second)).isEqualTo(Cks.RW_USER_FUNCTIONS);
        assertOk(new CloseSession(second));
        assertThat(state(openReadWrite())).isEqualTo(Cks.RW_PUBLIC_SESSION);
    }

    @Test
    void closingAllSessionsEndsTheLogin() {
        long session = openReadWrite();
        openReadOnly();
        assertOk(new Login(session, Cku.USER, USER_PIN));
        assertOk(new CloseAllSessions(0));
        assertRv(new GetSessionInfo(session), Ckr.SESSION_HANDLE_INVALID);
        assertThat(state(openReadOnly())).isEqualTo(Cks.RO_PUBLIC_SESSION);
    }

    @Test
    void aClosedSessionIsNoSession() {
        long session = openReadOnly();
        assertOk(new CloseSession(session));
        assertRv(new CloseSession(session), Ckr.SESSION_HANDLE_INVALID);
        assertRv(new GetSessionInfo(session), Ckr.SESSION_HANDLE_INVALID);
    }

    @Test
    void aHandleIsNeverGivenTwice() {
        long session = openReadOnly();
        assertOk(new Finalize());
        assertOk(new Initialize());
        assertThat(openReadOnly()).isNotEqualTo(session);
    }

    @Test
    void aSessionOfAnotherApplicationIsNone() {
        long session = openReadOnly();
        Cryptoki other = emulator.connect();
        other.call(new Initialize());
        assertThat(other.call(new GetSessionInfo(session)).rv().value()).isEqualTo(Ckr.SESSION_HANDLE_INVALID);
    }

    @Test
    void parallelAndAsynchronousSessionsAreRefused() {
        assertRv(new OpenSession(0, Ckf.RW_SESSION), Ckr.SESSION_PARALLEL_NOT_SUPPORTED);
        assertRv(new OpenSession(0, Ckf.SERIAL_SESSION | Ckf.ASYNC_SESSION), Ckr.SESSION_ASYNC_NOT_SUPPORTED);
    }

    @Test
    void aSlotThatIsNotThereHasNoSessions() {
        assertRv(new OpenSession(1, Ckf.SERIAL_SESSION), Ckr.SLOT_ID_INVALID);
        assertRv(new CloseAllSessions(1), Ckr.SLOT_ID_INVALID);
    }

    @Test
    void anUnknownUserTypeIsRefused() {
        assertRv(new Login(openReadOnly(), 3, USER_PIN), Ckr.USER_TYPE_INVALID);
    }

    @Test
    void aContextSpecificLoginNeedsAnOperationThatWaitsForIt() {
        assertRv(new Login(openReadOnly(), Cku.CONTEXT_SPECIFIC, USER_PIN), Ckr.OPERATION_NOT_INITIALIZED);
    }

    private long openReadOnly() {
        return module.call(new OpenSession(0, Ckf.SERIAL_SESSION)).outputs();
    }

    private long openReadWrite() {
        return module.call(new OpenSession(0, Ckf.SERIAL_SESSION | Ckf.RW_SESSION))
                .outputs();
    }

    private long state(long session) {
        return module.call(new GetSessionInfo(session)).outputs().state();
    }

    private void assertOk(Call<?> call) {
        assertRv(call, Ckr.OK);
    }

    private void assertRv(Call<?> call, long expected) {
        Reply<?> reply = module.call(call);
        assertThat(reply.rv().toString()).as(() -> call + ": " + reply.why()).isEqualTo(Names.CKR.of(expected));
        assertThat(reply.why().isPresent()).isEqualTo(expected != Ckr.OK);
    }
}
