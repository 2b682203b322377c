package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.LOGIN_USER;
import static dev.tokki.api.Function.SET_PIN;

import dev.tokki.api.Bytes;
import dev.tokki.api.Version;
import dev.tokki.api.call.Sessions.LoginUser;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Cku;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;

/// Users with names: section 5.6.9. Who creates them is the module's affair; it is asked for alice and bob, each of
/// whom
/// has a PIN named after them, and a module that has not got them does not support the tests.
@Chapter(id = "login-user", title = "Users with names", section = "5.6.9")
record NamedUserTests(Bench bench) implements Suite {
    @Requirement(
            id = "login-user.login",
            functions = LOGIN_USER,
            section = "5.6.9",
            rule = "A user with a name logs in with a PIN of his own, and the sessions are R/W User Functions")
    void logsIn() {
        Session session = session();
        login(session, "alice");
        check("state", Cks.RW_USER_FUNCTIONS, session.state());
        session.logout();
        check("state", Cks.RW_PUBLIC_SESSION, session.state());
    }

    @Requirement(
            id = "login-user.unnamed",
            functions = LOGIN_USER,
            section = "5.6.9",
            rule = "Without a name it is the normal user who logs in")
    void withoutName() {
        Session session = session();
        expect(new LoginUser(session.handle(), Cku.USER, token().pin(User.USER), Bytes.NULL))
                .succeeds();
        check("state", Cks.RW_USER_FUNCTIONS, session.state());
    }

    @Requirement(
            id = "login-user.wrong",
            functions = LOGIN_USER,
            section = {"5.1.6", "5.6.9"},
            rule =
                    "A wrong PIN, the PIN of another user and an unknown name are CKR_PIN_INCORRECT; a type that is none is"
                            + " CKR_USER_TYPE_INVALID")
    void wrong() {
        Session session = session();
        login(session, "alice");
        session.logout();
        logging(session, Cku.USER, "alice", "wrong PIN").returns(Ckr.PIN_INCORRECT);
        logging(session, Cku.USER, "alice", "bob's PIN").returns(Ckr.PIN_INCORRECT);
        logging(session, Cku.USER, "nobody", "nobody's PIN").returns(Ckr.PIN_INCORRECT);
        logging(session, 77, "alice", "alice's PIN").returns(Ckr.USER_TYPE_INVALID);
        login(session, "alice");
    }

    @Requirement(
            id = "login-user.twice",
            functions = LOGIN_USER,
            section = "5.6.9",
            rule = "The same user again is CKR_USER_ALREADY_LOGGED_IN, another one CKR_USER_ANOTHER_ALREADY_LOGGED_IN")
    void twice() {
        Session session = session();
        login(session, "alice");
        logging(session, Cku.USER, "alice", "alice's PIN").returns(Ckr.USER_ALREADY_LOGGED_IN);
        logging(session, Cku.USER, "bob", "bob's PIN").returns(Ckr.USER_ANOTHER_ALREADY_LOGGED_IN);
        session.loggingIn(User.USER).returns(Ckr.USER_ANOTHER_ALREADY_LOGGED_IN);
    }

    @Requirement(
            id = "login-user.objects",
            functions = LOGIN_USER,
            section = "5.6.9",
            rule = "Each user may have private objects of his own")
    void privateObjects() {
        Session session = session();
        login(session, "alice");
        Draft draft = Draft.of()
                .with(Cka.CLASS, Cko.DATA)
                .with(Cka.TOKEN, true)
                .with(Cka.PRIVATE, true)
                .with(Cka.LABEL, "alice's");
        Item item = session.item(draft);
        check("found by alice", 1, session.find(named()).size());
        session.logout();
        login(session, "bob");
        int forBob = session.find(named()).size();
        item.reading(Cka.LABEL).returns(forBob == 0 ? Ckr.OBJECT_HANDLE_INVALID : Ckr.OK, Ckr.OBJECT_HANDLE_INVALID);
        session.logout();
        session.login(User.USER);
        check("found by the normal user", forBob, session.find(named()).size());
        session.logout();
        login(session, "alice");
        session.find(named()).forEach(found -> session.item(found).destroy());
        check("found by bob", 0, forBob);
    }

    @Requirement(
            id = "login-user.pin",
            functions = {LOGIN_USER, SET_PIN},
            section = {"5.5.9", "5.6.9"},
            rule = "C_SetPIN changes the PIN of the user with a name who is logged in, and of nobody else")
    void ownPin() {
        Session session = session();
        login(session, "bob");
        session.changingPin(Bytes.utf8("bob's PIN"), Bytes.utf8("new PIN")).succeeds();
        session.logout();
        logging(session, Cku.USER, "bob", "bob's PIN").returns(Ckr.PIN_INCORRECT);
        logging(session, Cku.USER, "bob", "new PIN").succeeds();
        session.changingPin(Bytes.utf8("new PIN"), Bytes.utf8("bob's PIN")).succeeds();
        session.logout();
        session.login(User.USER);
    }

    private static Draft named() {
        return Draft.of().with(Cka.LABEL, "alice's");
    }

    private void login(Session session, String name) {
        requires(Version.V3_0);
        if (logging(session, Cku.USER, name, name + "'s PIN").rv().isOk()) {
            return;
        }
        throw notSupported("it has no user " + name);
    }

    private Answer<Void> logging(Session session, long type, String name, String pin) {
        return expect(new LoginUser(session.handle(), type, Bytes.utf8(pin), Bytes.utf8(name)));
    }
}
