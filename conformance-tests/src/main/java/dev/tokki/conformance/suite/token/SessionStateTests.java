package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.FIND_OBJECTS;
import static dev.tokki.api.Function.GET_OPERATION_STATE;
import static dev.tokki.api.Function.GET_SESSION_INFO;
import static dev.tokki.api.Function.GET_SESSION_VALIDATION_FLAGS;
import static dev.tokki.api.Function.SESSION_CANCEL;
import static dev.tokki.api.Function.SET_OPERATION_STATE;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.OPERATION_NOT_INITIALIZED;
import static dev.tokki.api.constant.Ckr.SAVED_STATE_INVALID;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Out;
import dev.tokki.api.SessionInfo;
import dev.tokki.api.Template;
import dev.tokki.api.Version;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.call.Sessions.GetOperationState;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.GetSessionValidationFlags;
import dev.tokki.api.call.Sessions.SessionCancel;
import dev.tokki.api.call.Sessions.SetOperationState;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Names;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;

/// What sessions tell of themselves, and their operations as a whole; sections 5.6.4 to 5.6.7 and 5.6.11.
@Chapter(id = "session", title = "Sessions", section = "5.6")
public record SessionStateTests(Bench bench) implements Suite {
    @Requirement(
            id = "session.info.state",
            functions = GET_SESSION_INFO,
            section = {"5.6.4", "3.3.3"},
            rule = "A session is in the state that its kind and the login make: {0}")
    void stateOfKindAndLogin(SessionKind kind) {
        SessionInfo info = expect(new GetSessionInfo(open(kind).handle())).value();
        check("state", Names.CKS.all(kind.state()), Names.CKS.all(info.state()));
    }

    @Requirement(
            id = "session.info.flags",
            functions = GET_SESSION_INFO,
            section = "3.3.4",
            rule = "CKF_SERIAL_SESSION is always set, CKF_RW_SESSION for read/write sessions")
    void flagsTellTheKind() {
        check(
                "flags, read/write",
                Ckf.SERIAL_SESSION | Ckf.RW_SESSION,
                session().info().flags());
        check("flags, read-only", Ckf.SERIAL_SESSION, readOnlySession().info().flags());
    }

    @Requirement(
            id = "session.info.slot",
            functions = GET_SESSION_INFO,
            section = "3.3.4",
            rule = "A session tells the slot of its token")
    void tellsItsSlot() {
        check("slotID", token().slot(), session().info().slot());
    }

    @Requirement(
            id = "session.info.null-pointer",
            functions = GET_SESSION_INFO,
            section = {"5.6.4", "5.1.6"},
            rule = "NULL_PTR is no place for the information")
    void infoNeedsAPlace() {
        expect(new GetSessionInfo(session().handle(), Out.nullPointer())).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "session.cancel.nothing",
            functions = SESSION_CANCEL,
            section = "5.6.5",
            rule = "C_SessionCancel without flags, and with flags of operations that are not active, changes nothing")
    void cancellingNothing() {
        Session session = session();
        expect(new SessionCancel(session.handle(), 0)).succeeds();
        expect(new SessionCancel(session.handle(), Ckf.SIGN | Ckf.ENCRYPT | Ckf.FIND_OBJECTS))
                .succeeds();
    }

    @Requirement(
            id = "session.cancel.search",
            functions = {SESSION_CANCEL, FIND_OBJECTS},
            section = "5.6.5",
            rule = "CKF_FIND_OBJECTS cancels the search, so that a new one can begin")
    void cancellingASearch() {
        Session session = session();
        requires(new SessionCancel(session.handle(), 0));
        bench().perform(new FindObjectsInit(session.handle(), Template.of()));
        expect(new SessionCancel(session.handle(), Ckf.FIND_OBJECTS)).succeeds();
        expect(new FindObjects(session.handle(), Fill.of(1))).returns(OPERATION_NOT_INITIALIZED);
        expect(new FindObjectsInit(session.handle(), Template.of())).succeeds();
    }

    @Requirement(
            id = "session.state.nothing",
            functions = GET_OPERATION_STATE,
            section = "5.6.6",
            rule = "Where no operation is active there is no state to save")
    void noStateWithoutAnOperation() {
        expect(new GetOperationState(session().handle(), Buffer.query())).returns(OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "session.state.garbage",
            functions = SET_OPERATION_STATE,
            section = "5.6.7",
            rule = "What was never saved cannot be restored")
    void garbageIsNoState() {
        expect(new SetOperationState(session().handle(), Bytes.of(new byte[40]), 0, 0))
                .returns(SAVED_STATE_INVALID);
    }

    @Requirement(
            id = "session.validation-flags",
            functions = GET_SESSION_VALIDATION_FLAGS,
            section = {"5.6.11", "4.17.3"},
            rule = "The flags of the last operation can be asked for")
    void validationFlagsCanBeRead() {
        requires(Version.V3_2);
        expect(new GetSessionValidationFlags(session().handle(), Cks.LAST_VALIDATION_OK))
                .value();
    }

    private Session open(SessionKind kind) {
        return switch (kind) {
            case RO_PUBLIC -> readOnlySession();
            case RW_PUBLIC -> session();
            case RO_USER -> readOnlySession().login(User.USER);
            case RW_USER -> userSession();
            case RW_SO -> soSession();
        };
    }
}
