package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.LOGOUT;
import static dev.tokki.api.constant.Cka.LABEL;
import static dev.tokki.api.constant.Cka.PRIVATE;
import static dev.tokki.api.constant.Ckr.OBJECT_HANDLE_INVALID;
import static dev.tokki.api.constant.Ckr.USER_NOT_LOGGED_IN;

import dev.tokki.api.constant.Cks;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;
import dev.tokki.conformance.suite.object.Samples;
import java.util.List;

/// Logging out, and what becomes of private objects; section 5.6.10.
@Chapter(id = "login", title = "Login", section = "5.6.8")
public record LogoutTests(Bench bench) implements Suite {
    private static final Draft PRIVATE_DATA = Samples.data("private").with(PRIVATE, true);
    private static final Draft PUBLIC_DATA = Samples.data("public").with(PRIVATE, false);
    private static final Draft PRIVATE_KEY =
            Samples.aes().onToken().with(PRIVATE, true).with(LABEL, "private key");
    private static final Draft BY_LABEL = Draft.of().with(LABEL, "private key");

    @Requirement(
            id = "logout.all-sessions",
            functions = LOGOUT,
            section = "5.6.10",
            rule = "Logging out brings all sessions of the application back to public")
    void allSessions() {
        Session session = userSession();
        Session other = readOnlySession();
        session.loggingOut().succeeds();
        check("state of the session used", Cks.RW_PUBLIC_SESSION, session.state());
        check("state of another session", Cks.RO_PUBLIC_SESSION, other.state());
    }

    @Requirement(
            id = "logout.by-another-session",
            functions = LOGOUT,
            section = "5.6.10",
            rule = "Any session of the application can log out")
    void byAnotherSession() {
        Session session = userSession();
        readOnlySession().loggingOut().succeeds();
        check("state of the session that logged in", Cks.RW_PUBLIC_SESSION, session.state());
    }

    @Requirement(
            id = "logout.so",
            functions = LOGOUT,
            section = "5.6.10",
            rule = "The SO can log out, and the user log in then")
    void theSo() {
        Session session = soSession();
        session.loggingOut().succeeds();
        session.loggingIn(User.USER).succeeds();
    }

    @Requirement(
            id = "logout.nobody",
            functions = LOGOUT,
            section = {"5.6.10", "5.1.6"},
            rule = "Where nobody is logged in nobody can log out")
    void nobody() {
        session().loggingOut().returns(USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "logout.twice",
            functions = LOGOUT,
            section = {"5.6.10", "5.1.6"},
            rule = "Logging out works once")
    void twice() {
        Session session = userSession();
        session.logout();
        session.loggingOut().returns(USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "logout.private-handles",
            functions = LOGOUT,
            section = "5.6.10",
            rule = "Handles of private token objects are invalid after logging out")
    void handlesOfPrivateObjectsEnd() {
        Session session = userSession();
        Item key = session.item(PRIVATE_KEY);
        session.loggingOut().succeeds();
        key.reading(LABEL).returns(OBJECT_HANDLE_INVALID);
    }

    @Requirement(
            id = "logout.private-handles-stay-invalid",
            functions = LOGOUT,
            section = "5.6.10",
            rule = "Handles of private token objects stay invalid after a new login; the objects have new handles")
    void handlesOfPrivateObjectsDoNotReturn() {
        Session session = userSession();
        Item key = session.item(PRIVATE_KEY);
        session.logout();
        session.login(User.USER);
        key.reading(LABEL).returns(OBJECT_HANDLE_INVALID);
        check("objects found", 1, session.find(BY_LABEL).size());
    }

    @Requirement(
            id = "logout.private-hidden",
            functions = LOGOUT,
            section = {"5.6.10", "5.7.7"},
            rule = "Private objects are not found after logging out")
    void privateObjectsAreNotFound() {
        Session session = userSession();
        session.create(PRIVATE_KEY);
        session.loggingOut().succeeds();
        check("objects found", List.of(), session.find(BY_LABEL));
    }

    @Requirement(
            id = "logout.private-session-objects",
            functions = LOGOUT,
            section = "5.6.10",
            rule = "Private session objects are destroyed by logging out: a new login does not bring them back")
    void privateSessionObjectsEnd() {
        Session session = userSession();
        session.create(PRIVATE_DATA);
        session.loggingOut().succeeds();
        session.login(User.USER);
        check("objects found", List.of(), session.find(PRIVATE_DATA));
    }

    @Requirement(
            id = "logout.public-session-objects",
            functions = LOGOUT,
            section = "5.6.10",
            rule = "Public session objects stay, with their handles")
    void publicSessionObjectsStay() {
        Session session = userSession();
        Item data = session.item(PUBLIC_DATA);
        session.loggingOut().succeeds();
        data.has(LABEL, "public");
    }

    @Requirement(
            id = "logout.other-application",
            functions = LOGOUT,
            section = "5.6.10",
            rule = "Logging out is of one application: another stays logged in")
    void notInOtherApplications() {
        Session other = otherApplication().readWrite().login(User.USER);
        userSession().loggingOut().succeeds();
        check("state of the other application's session", Cks.RW_USER_FUNCTIONS, other.state());
    }
}
