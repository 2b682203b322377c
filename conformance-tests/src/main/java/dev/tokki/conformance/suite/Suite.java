package dev.tokki.conformance.suite;

import dev.tokki.api.Function;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.text.FlagNames;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.result.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A group of tests: a record whose only component is its [Bench]; its methods marked [Requirement] are the tests.
///
/// Each test has a bench of its own, and the state it wants comes about by asking for it: [#token()] initialises the
/// module and finds the token, [#session()] opens a session as well, and so on. The calls made for that are set-up; a
/// module that refuses them does not support the test.
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

    /// {@return the prepared token as a second application sees it}
    default Token otherApplication() {
        requires(Permission.OTHER_APPLICATION);
        return bench().other().token();
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
        requires(Permission.SO_LOGIN);
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

    /// Makes the same demand of several things, and reports each of them that does not meet it.
    default <T> void each(Collection<T> things, Consumer<T> demand) {
        List<Finding> findings = new ArrayList<>();
        for (T thing : things) {
            try {
                demand.accept(thing);
            } catch (Deviation deviation) {
                findings.addAll(deviation.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new Deviation(findings);
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
                throw new NotSupported(
                        Names.CKM.of(mechanism) + " is not for " + FlagNames.of(MechanismInfo.class, use));
            }
        }
    }

    /// Ends the test as not supported unless it may do this to the module's token.
    default void requires(Permission permission) {
        if (!bench().stage().permissions().contains(permission)) {
            throw new NotSupported(permission.lack());
        }
    }

    /// Ends the test as not supported unless the module claims this version of the standard or a later one.
    default void requires(Version version) {
        token();
        Version claimed = bench().version();
        if (claimed.compareTo(version) < 0) {
            throw new NotSupported("the module claims version %s, this came with %s".formatted(claimed, version));
        }
    }

    /// Ends the test as not supported unless the module has the function at all.
    default void requires(Call<?> harmless) {
        if (bench().arrange(() -> bench().call(harmless)).rv().is(Ckr.FUNCTION_NOT_SUPPORTED)) {
            throw new NotSupported(Function.of(harmless) + " is not supported");
        }
    }

    /// {@return what ends the test as not supported, to be thrown}
    default NotSupported notSupported(String lack) {
        return new NotSupported(lack);
    }
}
