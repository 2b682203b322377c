package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.INITIALIZE;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.CANT_LOCK;
import static dev.tokki.api.constant.Ckr.CRYPTOKI_ALREADY_INITIALIZED;
import static dev.tokki.api.constant.Ckr.NEED_TO_CREATE_THREADS;
import static dev.tokki.api.constant.Ckr.OK;

import dev.tokki.api.InitializeArgs;
import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.constant.Ckf;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Suite;

/// C_Initialize and its arguments, section 5.4.1.
@Chapter(id = "general", title = "General purpose", section = "5.4")
public record InitializeTests(Bench bench) implements Suite {
    @Requirement(
            id = "general.initialize.no-arguments",
            functions = INITIALIZE,
            section = "5.4.1",
            rule = "NULL_PTR as the arguments stands for arguments that are all NULL_PTR or 0")
    void withoutArguments() {
        expect(new Initialize()).succeeds();
        expect(new GetInfo()).succeeds();
    }

    @Requirement(
            id = "general.initialize.empty-arguments",
            functions = INITIALIZE,
            section = "5.4.1",
            rule = "Without the flag and without mutexes, an application promises to call from one thread at a time")
    void withEmptyArguments() {
        initializing(Mutexes.NONE, 0, OK);
    }

    @Requirement(
            id = "general.initialize.os-locking",
            functions = INITIALIZE,
            section = "5.4.1",
            rule = "With CKF_OS_LOCKING_OK alone the module locks with the system's means, or says CKR_CANT_LOCK")
    void withTheSystemsLocks() {
        initializing(Mutexes.NONE, Ckf.OS_LOCKING_OK, OK, CANT_LOCK);
    }

    @Requirement(
            id = "general.initialize.mutexes",
            functions = INITIALIZE,
            section = {"5.4.1", "3.7.4"},
            rule = "With four mutex functions alone the module locks with them, or says CKR_CANT_LOCK")
    void withTheApplicationsLocks() {
        initializing(Mutexes.ALL, 0, OK, CANT_LOCK);
    }

    @Requirement(
            id = "general.initialize.mutexes-or-os-locking",
            functions = INITIALIZE,
            section = {"5.4.1", "3.7.4"},
            rule = "With the flag and four mutex functions the module takes its choice, or says CKR_CANT_LOCK")
    void withEitherLocks() {
        initializing(Mutexes.ALL, Ckf.OS_LOCKING_OK, OK, CANT_LOCK);
    }

    @Requirement(
            id = "general.initialize.some-mutexes",
            functions = INITIALIZE,
            section = "5.4.1",
            rule = "Some but not all of the four mutex functions are bad arguments")
    void withSomeOfTheLocks() {
        initializing(Mutexes.SOME, 0, ARGUMENTS_BAD);
        initializing(Mutexes.SOME, Ckf.OS_LOCKING_OK, ARGUMENTS_BAD);
    }

    @Requirement(
            id = "general.initialize.reserved",
            functions = INITIALIZE,
            section = "5.4.1",
            rule = "pReserved must be NULL_PTR in this version")
    void withSomethingReserved() {
        expect(new Initialize(new InitializeArgs(Mutexes.NONE, 0, "reserved"))).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "general.initialize.no-threads",
            functions = INITIALIZE,
            section = "5.4.1",
            rule = "A module that may not create threads does without them, or says CKR_NEED_TO_CREATE_THREADS")
    void withoutThreads() {
        long flags = Ckf.LIBRARY_CANT_CREATE_OS_THREADS | Ckf.OS_LOCKING_OK;
        initializing(Mutexes.NONE, flags, OK, NEED_TO_CREATE_THREADS, CANT_LOCK);
    }

    @Requirement(
            id = "general.initialize.twice",
            functions = INITIALIZE,
            section = {"5.4.1", "5.1.6"},
            rule = "A module that is initialised says so, and stays as it is")
    void twice() {
        long session = session().handle();
        expect(new Initialize(bench().stage().arguments())).returns(CRYPTOKI_ALREADY_INITIALIZED);
        expect(new GetSessionInfo(session)).succeeds();
    }

    @Requirement(
            id = "general.initialize.again",
            functions = INITIALIZE,
            section = "5.4.2",
            rule = "After C_Finalize the module can be initialised once more")
    void againAfterFinalize() {
        bench().initialize();
        bench().perform(new Finalize());
        expect(new Initialize(bench().stage().arguments())).succeeds();
        expect(new GetInfo()).succeeds();
    }

    /// The text that some modules want in `pReserved` is left in its place.
    private void initializing(Mutexes mutexes, long flags, long... permitted) {
        InitializeArgs usual = bench().stage().arguments();
        expect(new Initialize(new InitializeArgs(mutexes, flags, usual == null ? null : usual.reserved())))
                .returns(permitted);
    }
}
