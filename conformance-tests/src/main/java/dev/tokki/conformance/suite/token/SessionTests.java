package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.CLOSE_SESSION;
import static dev.tokki.api.Function.OPEN_SESSION;

import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;

/// Opening, closing and describing sessions, section 5.6.
@Chapter(id = "session", title = "Sessions", section = "5.6")
public record SessionTests(Bench bench) implements Suite {
    @Requirement(
            id = "session.open.serial-flag",
            functions = OPEN_SESSION,
            section = "5.6.1",
            rule = "CKF_SERIAL_SESSION must be set; without it the answer is CKR_SESSION_PARALLEL_NOT_SUPPORTED")
    void openNeedsTheSerialFlag() {
        expect(new OpenSession(token().slot(), Ckf.RW_SESSION)).returns(Ckr.SESSION_PARALLEL_NOT_SUPPORTED);
    }

    @Requirement(
            id = "session.close.handle-ends",
            functions = CLOSE_SESSION,
            section = "5.6.2",
            rule = "The handle of a closed session is valid no longer")
    void aClosedSessionIsGone() {
        Session session = session();
        session.close();
        expect(new GetSessionInfo(session.handle())).returns(Ckr.SESSION_HANDLE_INVALID);
    }
}
