package dev.tokki.conformance.suite.token;

import dev.tokki.conformance.suite.Suite;
import java.util.List;

/// The test classes of the chapters from general-purpose functions to login, in the order of the specification.
public final class TokenSuites {
    /// The classes.
    public static final List<Class<? extends Suite>> ALL = List.of(
            InitializeTests.class,
            FinalizeTests.class,
            InformationTests.class,
            SlotTests.class,
            ReaderTests.class,
            TokenInfoTests.class,
            InitTokenTests.class,
            MechanismTests.class,
            PinTests.class,
            PinLockTests.class,
            SessionTests.class,
            SessionStateTests.class,
            ValidationTests.class,
            LoginTests.class,
            NamedUserTests.class,
            LogoutTests.class,
            AlwaysAuthenticateTests.class);

    private TokenSuites() {}
}
