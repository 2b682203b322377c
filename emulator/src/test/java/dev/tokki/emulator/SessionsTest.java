package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sessions, their states and the login they share (section 5.6).
class SessionsTest {
    private static final Bytes USER_PIN = Bytes.utf8(Bench.USER_PIN);
    private static final Bytes SO_PIN = Bytes.utf8(Bench.SO_PIN);

    private final Bench bench = Bench.ready();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSessionIsPublicUntilSomebodyLogsIn() {
        assertThat(bench.state(bench.openReadOnly())).isEqualTo(Cks.RO_PUBLIC_SESSION);
        assertThat(bench.state(bench.openReadWrite())).isEqualTo(Cks.RW_PUBLIC_SESSION);
    }

    @Test
    void aLoginIsSharedByAllSessionsOfTheApplication() {
        long readOnly = bench.openReadOnly();
        long readWrite = bench.openReadWrite();
        bench.ok(new Login(readOnly, Cku.USER, USER_PIN));
        assertThat(bench.state(readOnly)).isEqualTo(Cks.RO_USER_FUNCTIONS);
        assertThat(bench.state(readWrite)).isEqualTo(Cks.RW_USER_FUNCTIONS);
        assertThat(bench.state(bench.openReadWrite())).isEqualTo(Cks.RW_USER_FUNCTIONS);
    }

    @Test
    void aLoginIsNotSharedWithOtherApplications() {
        bench.ok(new Login(bench.openReadOnly(), Cku.USER, USER_PIN));
        Bench other = bench.another();
        assertThat(other.state(other.openReadOnly())).isEqualTo(Cks.RO_PUBLIC_SESSION);
    }

    @Test
    void theSecurityOfficerHasReadWriteSessionsOnly() {
        long readOnly = bench.openReadOnly();
        long readWrite = bench.openReadWrite();
        bench.expect(Ckr.SESSION_READ_ONLY_EXISTS, new Login(readWrite, Cku.SO, SO_PIN));
        bench.ok(new CloseSession(readOnly));
        bench.ok(new Login(readWrite, Cku.SO, SO_PIN));
        assertThat(bench.state(readWrite)).isEqualTo(Cks.RW_SO_FUNCTIONS);
        bench.expect(Ckr.SESSION_READ_WRITE_SO_EXISTS, new OpenSession(0, Ckf.SERIAL_SESSION));
    }

    @Test
    void twoLoginsInARowAreRefused() {
        long session = bench.openReadWrite();
        bench.ok(new Login(session, Cku.USER, USER_PIN));
        bench.expect(Ckr.USER_ALREADY_LOGGED_IN, new Login(session, Cku.USER, USER_PIN));
        bench.expect(Ckr.USER_ANOTHER_ALREADY_LOGGED_IN, new Login(session, Cku.SO, SO_PIN));
    }

    @Test
    void aLogoutWithoutALoginIsRefused() {
        long session = bench.openReadWrite();
        bench.expect(Ckr.USER_NOT_LOGGED_IN, new Logout(session));
        bench.ok(new Login(session, Cku.USER, USER_PIN));
        bench.ok(new Logout(session));
        bench.expect(Ckr.USER_NOT_LOGGED_IN, new Logout(session));
    }

    @Test
    void theLoginEndsWithTheLastSession() {
        long first = bench.openReadWrite();
        long second = bench.openReadWrite();
        bench.ok(new Login(first, Cku.USER, USER_PIN));
        bench.ok(new CloseSession(first));
        assertThat(bench.state(second)).isEqualTo(Cks.RW_USER_FUNCTIONS);
        bench.ok(new CloseSession(second));
        assertThat(bench.state(bench.openReadWrite())).isEqualTo(Cks.RW_PUBLIC_SESSION);
    }

    @Test
    void closingAllSessionsEndsTheLogin() {
        long session = bench.openReadWrite();
        bench.openReadOnly();
        bench.ok(new Login(session, Cku.USER, USER_PIN));
        bench.ok(new CloseAllSessions(0));
        bench.expect(Ckr.SESSION_HANDLE_INVALID, new GetSessionInfo(session));
        assertThat(bench.state(bench.openReadOnly())).isEqualTo(Cks.RO_PUBLIC_SESSION);
    }

    @Test
    void aClosedSessionIsNoSession() {
        long session = bench.openReadOnly();
        bench.ok(new CloseSession(session));
        bench.expect(Ckr.SESSION_HANDLE_INVALID, new CloseSession(session));
        bench.expect(Ckr.SESSION_HANDLE_INVALID, new GetSessionInfo(session));
    }

    @Test
    void aHandleIsNeverGivenTwice() {
        long session = bench.openReadOnly();
        bench.ok(new Finalize());
        bench.ok(new Initialize());
        assertThat(bench.openReadOnly()).isNotEqualTo(session);
    }

    @Test
    void aSessionOfAnotherApplicationIsNone() {
        long session = bench.openReadOnly();
        bench.another().expect(Ckr.SESSION_HANDLE_INVALID, new GetSessionInfo(session));
    }

    @Test
    void parallelAndAsynchronousSessionsAreRefused() {
        bench.expect(Ckr.SESSION_PARALLEL_NOT_SUPPORTED, new OpenSession(0, Ckf.RW_SESSION));
        bench.expect(Ckr.SESSION_ASYNC_NOT_SUPPORTED, new OpenSession(0, Ckf.SERIAL_SESSION | Ckf.ASYNC_SESSION));
    }

    @Test
    void aSlotThatIsNotThereHasNoSessions() {
        bench.expect(Ckr.SLOT_ID_INVALID, new OpenSession(1, Ckf.SERIAL_SESSION));
        bench.expect(Ckr.SLOT_ID_INVALID, new CloseAllSessions(1));
    }

    @Test
    void anUnknownUserTypeIsRefused() {
        bench.expect(Ckr.USER_TYPE_INVALID, new Login(bench.openReadOnly(), 3, USER_PIN));
    }

    @Test
    void aContextSpecificLoginNeedsAnOperationThatWaitsForIt() {
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Login(bench.openReadOnly(), Cku.CONTEXT_SPECIFIC, USER_PIN));
    }
}
