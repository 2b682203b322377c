package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.FINALIZE;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.CRYPTOKI_NOT_INITIALIZED;
import static dev.tokki.api.constant.Ckr.FUNCTION_NOT_SUPPORTED;
import static dev.tokki.api.constant.Ckr.SESSION_HANDLE_INVALID;

import dev.tokki.api.Function;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.constant.Cks;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;
import dev.tokki.conformance.suite.object.Samples;
import java.util.List;

/// C_Finalize, and what functions answer while the module is not initialised, sections 5.4.2 and 5.1.6.
@Chapter(id = "general", title = "General purpose", section = "5.4")
public record FinalizeTests(Bench bench) implements Suite {
    private static final long POINTER = 0x1000;

    @Requirement(
            id = "general.finalize.ends",
            functions = FINALIZE,
            section = "5.4.2",
            rule = "After C_Finalize the module is not initialised")
    void endsTheApplication() {
        bench().initialize();
        expect(new Finalize()).succeeds();
        expect(new GetInfo()).returns(CRYPTOKI_NOT_INITIALIZED);
    }

    @Requirement(
            id = "general.finalize.not-initialized",
            functions = FINALIZE,
            section = "5.4.2",
            rule = "A module that is not initialised cannot be finalised")
    void needsAnInitialisedModule() {
        expect(new Finalize()).returns(CRYPTOKI_NOT_INITIALIZED);
    }

    @Requirement(
            id = "general.finalize.reserved",
            functions = FINALIZE,
            section = "5.4.2",
            rule = "pReserved must be NULL_PTR; if it is not, the module stays initialised")
    void withSomethingReserved() {
        bench().initialize();
        expect(new Finalize(POINTER)).returns(ARGUMENTS_BAD);
        expect(new GetInfo()).succeeds();
    }

    @Requirement(
            id = "general.finalize.sessions",
            functions = FINALIZE,
            section = {"5.4.2", "5.6.2"},
            rule = "Sessions end with the application, and their session objects with them")
    void endsSessions() {
        Session session = userSession();
        Draft data = Samples.data("finalize");
        session.create(data);
        bench().perform(new Finalize());
        bench().initialize();
        expect(new GetSessionInfo(session.handle())).returns(SESSION_HANDLE_INVALID);
        Session later = bench().find().readWrite().login(User.USER);
        check("objects found afterwards", List.of(), later.find(data));
    }

    @Requirement(
            id = "general.finalize.login",
            functions = FINALIZE,
            section = {"5.4.2", "5.6.8"},
            rule = "A login ends with the application")
    void logsOut() {
        userSession();
        bench().perform(new Finalize());
        bench().initialize();
        check("state", Cks.RW_PUBLIC_SESSION, bench().find().readWrite().state());
    }

    @Requirement(
            id = "general.finalize.other-application",
            functions = FINALIZE,
            section = "5.4.2",
            rule = "C_Finalize ends the calling application and no other")
    void leavesOtherApplications() {
        Session other = otherApplication().readWrite().login(User.USER);
        bench().initialize();
        expect(new Finalize()).succeeds();
        check("state of the other application's session", Cks.RW_USER_FUNCTIONS, other.state());
    }

    @Requirement(
            id = "general.not-initialized",
            functions = FINALIZE,
            section = "5.1.6",
            rule = "Before C_Initialize, functions of the chapter {0} answer CKR_CRYPTOKI_NOT_INITIALIZED")
    void nothingWorksBeforeInitialize(ChapterOfCalls chapter) {
        each(chapter.every(), call -> expect(call).returns(CRYPTOKI_NOT_INITIALIZED, FUNCTION_NOT_SUPPORTED));
    }

    @Requirement(
            id = "general.not-initialized.info",
            functions = Function.GET_INFO,
            section = {"5.4.3", "5.1.6"},
            rule = "C_GetInfo needs an initialised module")
    void infoNeedsInitialize() {
        expect(new GetInfo()).returns(CRYPTOKI_NOT_INITIALIZED);
    }
}
