package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.CLOSE_ALL_SESSIONS;
import static dev.tokki.api.Function.CLOSE_SESSION;
import static dev.tokki.api.Function.OPEN_SESSION;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.FUNCTION_NOT_SUPPORTED;
import static dev.tokki.api.constant.Ckr.OK;
import static dev.tokki.api.constant.Ckr.SESSION_ASYNC_NOT_SUPPORTED;
import static dev.tokki.api.constant.Ckr.SESSION_COUNT;
import static dev.tokki.api.constant.Ckr.SESSION_HANDLE_INVALID;
import static dev.tokki.api.constant.Ckr.SESSION_PARALLEL_NOT_SUPPORTED;
import static dev.tokki.api.constant.Ckr.SESSION_READ_WRITE_SO_EXISTS;

import dev.tokki.api.Out;
import dev.tokki.api.Version;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cks;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;
import dev.tokki.conformance.suite.object.Samples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Opening and closing sessions, sections 5.6.1 to 5.6.3.
@Chapter(id = "session", title = "Sessions", section = "5.6")
public record SessionTests(Bench bench) implements Suite {
    @Requirement(
            id = "session.open.serial-flag",
            functions = OPEN_SESSION,
            section = "5.6.1",
            rule = "CKF_SERIAL_SESSION must be set; without it the answer is CKR_SESSION_PARALLEL_NOT_SUPPORTED")
    void openNeedsTheSerialFlag() {
        token().opening(Ckf.RW_SESSION).returns(SESSION_PARALLEL_NOT_SUPPORTED);
        token().opening(0).returns(SESSION_PARALLEL_NOT_SUPPORTED);
    }

    @Requirement(
            id = "session.open.null-pointer",
            functions = OPEN_SESSION,
            section = {"5.6.1", "5.1.6"},
            rule = "NULL_PTR is no place for the session's handle")
    void openNeedsAPlace() {
        expect(new OpenSession(token().slot(), Ckf.SERIAL_SESSION, 0, null, Out.nullPointer()))
                .returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "session.open.handles",
            functions = OPEN_SESSION,
            section = {"5.6.1", "3.3.1"},
            rule = "Handles of sessions are not 0, and no two open sessions have the same")
    void handlesAreDistinctAndNotZero() {
        List<Long> handles = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            handles.add(token().opening(Ckf.SERIAL_SESSION).value());
        }
        check("distinct handles", 5, new HashSet<>(handles).size());
        check("handles", "none of them 0", !handles.contains(0L), handles);
    }

    @Requirement(
            id = "session.open.many",
            functions = OPEN_SESSION,
            section = {"5.6.1", "3.2.3"},
            rule = "As many sessions can be open as the token says, and not one more")
    void asManyAsTheTokenSays() {
        long most = token().info().maxSessionCount();
        boolean told = most > 0 && most <= 200;
        for (int i = 0; i < (told ? most : 100); i++) {
            token().opening(Ckf.SERIAL_SESSION).succeeds();
        }
        if (told) {
            token().opening(Ckf.SERIAL_SESSION).returns(SESSION_COUNT);
        }
    }

    @Requirement(
            id = "session.open.asynchronous",
            functions = OPEN_SESSION,
            section = {"5.6.1", "3.2.3"},
            rule = "CKF_ASYNC_SESSION_SUPPORTED tells whether an asynchronous session can be opened")
    void asynchronousAsPromised() {
        requires(Version.V3_2);
        boolean promised = token().has(Ckf.ASYNC_SESSION_SUPPORTED);
        token().opening(Ckf.SERIAL_SESSION | Ckf.ASYNC_SESSION).returns(promised ? OK : SESSION_ASYNC_NOT_SUPPORTED);
    }

    @Requirement(
            id = "session.open.read-only-beside-so",
            functions = OPEN_SESSION,
            section = "5.6.1",
            rule = "While the SO is logged in no read-only session can be opened")
    void noReadOnlySessionBesideTheSo() {
        soSession();
        token().opening(Ckf.SERIAL_SESSION).returns(SESSION_READ_WRITE_SO_EXISTS);
    }

    @Requirement(
            id = "session.open.joins-login",
            functions = OPEN_SESSION,
            section = {"5.6", "5.6.8"},
            rule = "A session opened while the user is logged in is the user's from the start")
    void aNewSessionSharesTheLogin() {
        userSession();
        check("state, read/write", Cks.RW_USER_FUNCTIONS, session().state());
        check("state, read-only", Cks.RO_USER_FUNCTIONS, readOnlySession().state());
    }

    @Requirement(
            id = "session.open.joins-so-login",
            functions = OPEN_SESSION,
            section = {"5.6", "5.6.8"},
            rule = "A read/write session opened while the SO is logged in is the SO's from the start")
    void aNewSessionSharesTheSoLogin() {
        soSession();
        check("state", Cks.RW_SO_FUNCTIONS, session().state());
    }

    @Requirement(
            id = "session.close.handle-ends",
            functions = CLOSE_SESSION,
            section = "5.6.2",
            rule = "The handle of a closed session is valid no longer")
    void aClosedSessionIsGone() {
        Session session = session();
        session.closing().succeeds();
        expect(new GetSessionInfo(session.handle())).returns(SESSION_HANDLE_INVALID);
        session.closing().returns(SESSION_HANDLE_INVALID);
    }

    @Requirement(
            id = "session.close.objects",
            functions = CLOSE_SESSION,
            section = "5.6.2",
            rule = "Session objects end with the session that made them, although others are open")
    void itsObjectsGoToo() {
        Session kept = userSession();
        Session closed = session();
        Draft data = Samples.data("gone");
        closed.create(data);
        check("found before", 1, kept.find(data).size());
        closed.closing().succeeds();
        check("found afterwards", List.of(), kept.find(data));
    }

    @Requirement(
            id = "session.close.other-objects",
            functions = CLOSE_SESSION,
            section = "5.6.2",
            rule = "Session objects of other sessions, and token objects, stay when a session is closed")
    void otherObjectsStay() {
        Session kept = userSession();
        Session closed = session();
        Draft data = Samples.data("of another session");
        kept.create(data);
        closed.create(Samples.aes().onToken().with(Cka.LABEL, "on the token"));
        closed.closing().succeeds();
        check("session objects found", 1, kept.find(data).size());
        Draft label = Draft.of().with(Cka.LABEL, "on the token");
        check("token objects found", 1, kept.find(label).size());
    }

    @Requirement(
            id = "session.close.last",
            functions = CLOSE_SESSION,
            section = "5.6.2",
            rule = "Closing an application's last session logs it out")
    void theLastOneLogsOut() {
        Session first = userSession();
        Session second = session();
        first.closing().succeeds();
        check("state while one is left", Cks.RW_USER_FUNCTIONS, second.state());
        second.closing().succeeds();
        check("state of a new session", Cks.RW_PUBLIC_SESSION, session().state());
    }

    @Requirement(
            id = "session.close-all.ends",
            functions = CLOSE_ALL_SESSIONS,
            section = "5.6.3",
            rule = "C_CloseAllSessions closes all sessions with the token")
    void closeAllEndsThemAll() {
        List<Session> sessions = List.of(session(), readOnlySession(), session());
        token().closingAll().succeeds();
        each(sessions, closed -> expect(new GetSessionInfo(closed.handle())).returns(SESSION_HANDLE_INVALID));
    }

    @Requirement(
            id = "session.close-all.login",
            functions = CLOSE_ALL_SESSIONS,
            section = "5.6.3",
            rule = "C_CloseAllSessions logs out and destroys session objects")
    void closeAllLogsOut() {
        Draft data = Samples.data("gone");
        userSession().create(data);
        token().closingAll().succeeds();
        Session later = session();
        check("state of a new session", Cks.RW_PUBLIC_SESSION, later.state());
        check("objects found", List.of(), later.login(User.USER).find(data));
    }

    @Requirement(
            id = "session.close-all.none",
            functions = CLOSE_ALL_SESSIONS,
            section = "5.6.3",
            rule = "C_CloseAllSessions has no complaint if no session is open")
    void closeAllOfNone() {
        token().closingAll().succeeds();
    }

    @Requirement(
            id = "session.close-all.other-application",
            functions = CLOSE_ALL_SESSIONS,
            section = "5.6.3",
            rule = "C_CloseAllSessions leaves the sessions of other applications open")
    void closeAllLeavesOtherApplications() {
        Session other = otherApplication().readWrite();
        session();
        token().closingAll().succeeds();
        check("state of the other application's session", Cks.RW_PUBLIC_SESSION, other.state());
    }

    @Requirement(
            id = "session.handle",
            functions = OPEN_SESSION,
            section = {"5.1.2", "5.1.7"},
            rule = "Functions of the chapter {0} refuse a handle that is no session's, before all else")
    void noSuchSession(ChapterOfCalls chapter) {
        Session closed = session();
        closed.close();
        var calls = chapter.everyWith(Set.of(0L, closed.handle(), 0x7FFF_FFF0L));
        if (calls.isEmpty()) {
            throw notSupported("no function of the chapter takes a session");
        }
        each(calls, call -> expect(call).returns(SESSION_HANDLE_INVALID, FUNCTION_NOT_SUPPORTED));
    }
}
