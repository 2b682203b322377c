package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.CREATE_OBJECT;
import static dev.tokki.api.Function.GET_SLOT_INFO;
import static dev.tokki.api.Function.GET_SLOT_LIST;
import static dev.tokki.api.Function.GET_TOKEN_INFO;
import static dev.tokki.api.Function.INIT_TOKEN;
import static dev.tokki.api.Function.OPEN_SESSION;
import static dev.tokki.api.Function.SET_PIN;
import static dev.tokki.api.Function.WAIT_FOR_SLOT_EVENT;
import static dev.tokki.api.constant.Ckr.CRYPTOKI_NOT_INITIALIZED;
import static dev.tokki.api.constant.Ckr.DEVICE_REMOVED;
import static dev.tokki.api.constant.Ckr.NO_EVENT;
import static dev.tokki.api.constant.Ckr.SESSION_HANDLE_INVALID;
import static dev.tokki.api.constant.Ckr.TOKEN_NOT_PRESENT;
import static dev.tokki.api.constant.Ckr.TOKEN_WRITE_PROTECTED;

import dev.tokki.api.Reply;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.SlotsAndTokens.GetSlotInfo;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.call.SlotsAndTokens.WaitForSlotEvent;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cks;
import dev.tokki.conformance.module.Stage;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.Token;
import dev.tokki.conformance.suite.User;
import java.util.concurrent.CompletableFuture;

/// Tokens that are taken out, put back and protected from being written: sections 5.1.2, 5.5.4 and 3.2.3. Only where
/// the suite has a hand at the token.
@Chapter(id = "reader", title = "Tokens that come and go", section = "5.5.4")
record ReaderTests(Bench bench) implements Suite {
    @Requirement(
            id = "reader.ejected.sessions",
            functions = {GET_TOKEN_INFO, OPEN_SESSION},
            section = {"5.1.2", "5.5.3", "5.6.1"},
            rule = "When a token is taken out its sessions are no more, and C_GetTokenInfo and C_OpenSession are"
                    + " CKR_TOKEN_NOT_PRESENT")
    void sessionsEnd() {
        Stage.Hand hand = hand();
        Session session = userSession();
        Token token = session.token();
        hand.eject();
        expect(new GetSessionInfo(session.handle())).returns(SESSION_HANDLE_INVALID, DEVICE_REMOVED);
        expect(new GetTokenInfo(token.slot())).returns(TOKEN_NOT_PRESENT);
        token.opening(Ckf.SERIAL_SESSION).returns(TOKEN_NOT_PRESENT);
    }

    @Requirement(
            id = "reader.ejected.slot",
            functions = {GET_SLOT_INFO, GET_SLOT_LIST},
            section = {"3.2.2", "5.5.1", "5.5.2"},
            rule = "A slot without its token has no CKF_TOKEN_PRESENT, and is in the list of all slots only")
    void slotIsEmpty() {
        Stage.Hand hand = hand();
        long slot = token().slot();
        check("CKF_TOKEN_PRESENT", true, isPresent(slot));
        hand.eject();
        check("CKF_TOKEN_PRESENT", false, isPresent(slot));
        check("among the slots with a token", false, bench.slots(true).contains(slot));
        check("among all slots", true, bench.slots(false).contains(slot));
    }

    @Requirement(
            id = "reader.inserted",
            functions = {OPEN_SESSION, GET_SLOT_INFO},
            section = {"5.1.2", "5.6.8"},
            rule = "A token that was put back has its objects; sessions of before stay dead and nobody is logged in")
    void comesBackAsItWas() {
        Stage.Hand hand = hand();
        Session session = userSession();
        Draft data = Draft.of().with(Cka.CLASS, Cko.DATA).with(Cka.TOKEN, true).with(Cka.LABEL, "kept");
        session.create(data);
        hand.eject();
        hand.insert();
        check("CKF_TOKEN_PRESENT", true, isPresent(session.token().slot()));
        expect(new GetSessionInfo(session.handle())).returns(SESSION_HANDLE_INVALID, DEVICE_REMOVED);
        Session later = session.token().readWrite();
        check("state", Cks.RW_PUBLIC_SESSION, later.state());
        check(
                "objects found",
                1,
                later.login(User.USER).find(Draft.of().with(Cka.LABEL, "kept")).size());
    }

    @Requirement(
            id = "reader.event",
            functions = WAIT_FOR_SLOT_EVENT,
            section = "5.5.4",
            rule = "Each change is one event, told once: then CKR_NO_EVENT")
    void eventsAreToldOnce() {
        Stage.Hand hand = hand();
        long slot = token().slot();
        expect(new WaitForSlotEvent(Ckf.DONT_BLOCK)).returns(NO_EVENT);
        hand.eject();
        check("slot", slot, expect(new WaitForSlotEvent(Ckf.DONT_BLOCK)).value());
        expect(new WaitForSlotEvent(Ckf.DONT_BLOCK)).returns(NO_EVENT);
        hand.insert();
        check("slot", slot, expect(new WaitForSlotEvent(Ckf.DONT_BLOCK)).value());
        expect(new WaitForSlotEvent(Ckf.DONT_BLOCK)).returns(NO_EVENT);
    }

    @Requirement(
            id = "reader.waiting",
            functions = WAIT_FOR_SLOT_EVENT,
            section = "5.5.4",
            rule = "Who waits is woken when a token is taken out, and by C_Finalize with"
                    + " CKR_CRYPTOKI_NOT_INITIALIZED")
    void waitersAreWoken() {
        Stage.Hand hand = hand();
        long slot = token().slot();
        CompletableFuture<Reply<Long>> waiter = waiting();
        hand.eject();
        check("slot", slot, waiter.join().value());
        CompletableFuture<Reply<Long>> another = waiting();
        // Whether it waits already or comes too late, the answer is the same.
        expect(new Finalize()).succeeds();
        check("return value", CRYPTOKI_NOT_INITIALIZED, another.join().rv().value());
    }

    @Requirement(
            id = "reader.write-protected",
            functions = {OPEN_SESSION, INIT_TOKEN, GET_TOKEN_INFO},
            section = {"3.2.3", "5.5.7", "5.6.1"},
            rule = "A write-protected token has CKF_WRITE_PROTECTED, and neither read/write sessions nor C_InitToken")
    void writeProtected() {
        Stage.Hand hand = hand();
        Token token = token();
        hand.writeProtect(true);
        check("CKF_WRITE_PROTECTED", true, token.has(Ckf.WRITE_PROTECTED));
        token.opening(Ckf.SERIAL_SESSION | Ckf.RW_SESSION).returns(TOKEN_WRITE_PROTECTED);
        token.opening(Ckf.SERIAL_SESSION).value();
        token.closingAll().succeeds();
        token.initialising(token.pin(User.SO), "anew").returns(TOKEN_WRITE_PROTECTED);
        hand.writeProtect(false);
        check("CKF_WRITE_PROTECTED", false, token.has(Ckf.WRITE_PROTECTED));
        token.opening(Ckf.SERIAL_SESSION | Ckf.RW_SESSION).value();
    }

    @Requirement(
            id = "reader.write-protected.session",
            functions = {CREATE_OBJECT, SET_PIN},
            section = {"3.2.3", "5.7.1", "5.5.9"},
            rule =
                    "In a session that was open before, token objects and PINs cannot be made or changed; session objects"
                            + " can")
    void writeProtectedMeanwhile() {
        Stage.Hand hand = hand();
        Session session = userSession();
        hand.writeProtect(true);
        Draft data = Draft.of().with(Cka.CLASS, Cko.DATA).with(Cka.LABEL, "data");
        session.creating(data.with(Cka.TOKEN, true)).returns(TOKEN_WRITE_PROTECTED);
        session.creating(data.with(Cka.TOKEN, false)).value();
        session.changingPin(session.token().pin(User.USER), session.token().pin(User.USER))
                .returns(TOKEN_WRITE_PROTECTED);
    }

    private CompletableFuture<Reply<Long>> waiting() {
        return CompletableFuture.supplyAsync(() -> bench.call(new WaitForSlotEvent(0)));
    }

    private boolean isPresent(long slot) {
        return (bench.set(new GetSlotInfo(slot)).flags() & Ckf.TOKEN_PRESENT) != 0;
    }

    private Stage.Hand hand() {
        return bench.stage().hand().orElseThrow(() -> notSupported("nobody is at the token to take it out"));
    }
}
