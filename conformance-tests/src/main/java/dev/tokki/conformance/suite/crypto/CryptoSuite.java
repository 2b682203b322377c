package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Mechanism;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;

/// What the suites of the cryptographic chapters have in common.
interface CryptoSuite extends Suite {
    /// {@return the vocabulary of operations, in a new read/write session with the user logged in}
    default Crypto crypto() {
        return new Crypto(userSession());
    }

    /// Demands that bytes be the expected ones.
    default void same(String subject, byte[] expected, byte[] actual) {
        check(subject, Data.shown(expected), Data.shown(actual));
    }

    /// Ends the test as not supported unless the token lists the mechanism for these uses.
    default void requires(Mechanism mechanism, long... uses) {
        requires(mechanism.type(), uses);
    }

    /// Begins an operation in a session.
    ///
    /// @return the handle of its key, 0 for a digest
    default long begin(Session session, Kind kind) {
        requires(kind.mechanism(), kind.flag());
        long key = kind.key().map(session::create).orElse(0L);
        bench().perform(kind.init(session.handle(), kind.mechanism(), key));
        return key;
    }
}
