package dev.tokki.conformance.suite;

import dev.tokki.api.Function;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.result.Finding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A group of tests: a record whose only component is its [Bench]; its methods marked [Requirement] are the tests.
///
/// Each test has a bench of its own, and the state it wants comes about by asking for it: [#token()] initialises the
/// module and finds the token, [#session()] opens a session as well, and so on.
public interface Suite {
    /// {@return what the test works on}
    Bench bench();

    /// Makes a call and holds the reply against what the test demands next.
    default <R> Answer<R> expect(Call<R> call) {
        return bench().expect(call);
    }

    /// {@return the prepared token of the module, initialised if that has not happened yet}
    default Token token() {
        return bench().token();
    }

    /// {@return a new read/write session, nobody logged in by it}
    default Session session() {
        return token().readWrite();
    }

    /// {@return a new read-only session, nobody logged in by it}
    default Session readOnlySession() {
        return token().readOnly();
    }

    /// {@return a new read/write session with the user logged in}
    default Session userSession() {
        return session().login(User.USER);
    }

    /// {@return a new read/write session with the SO logged in}
    default Session soSession() {
        return session().login(User.SO);
    }

    /// Demands that a value be the expected one.
    default void check(String subject, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new Deviation(new Finding(subject, String.valueOf(expected), String.valueOf(actual), null));
        }
    }

    /// Demands that something hold.
    ///
    /// @param subject what is looked at
    /// @param expected what must hold, in words
    /// @param holds whether it does
    /// @param actual what was found instead
    default void check(String subject, String expected, boolean holds, @Nullable Object actual) {
        if (!holds) {
            throw new Deviation(new Finding(subject, expected, String.valueOf(actual), null));
        }
    }

    /// Ends the test as not supported unless the token lists the mechanism for all these uses (`CKF_SIGN`, …).
    default void requires(long mechanism, long... uses) {
        MechanismInfo info = bench().arrange(() -> bench().call(new GetMechanismInfo(token().slot(), mechanism)))
                .value();
        if (info == null) {
            throw new NotSupported("no " + Names.CKM.of(mechanism));
        }
        for (long use : uses) {
            if ((info.flags() & use) == 0) {
                throw new NotSupported(Names.CKM.of(mechanism) + " is not for " + Names.CKF.of(use));
            }
        }
    }

    /// Ends the test as not supported unless it may do this to the module's token.
    default void requires(Permission permission) {
        if (!bench().stage().permissions().contains(permission)) {
            throw new NotSupported(permission.lack());
        }
    }

    /// Ends the test as not supported unless the module has the function at all.
    default void requires(Call<?> harmless) {
        if (bench().arrange(() -> bench().call(harmless)).rv().is(Ckr.FUNCTION_NOT_SUPPORTED)) {
            throw new NotSupported(Function.of(harmless) + " is not supported");
        }
    }

    /// Ends the test as not supported.
    default NotSupported notSupported(String lack) {
        return new NotSupported(lack);
    }
}
