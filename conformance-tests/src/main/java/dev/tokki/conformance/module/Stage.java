package dev.tokki.conformance.module;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one test works on: a module loaded but not initialised, with a token in a known state.
///
/// The token is initialised, both PINs are set, and it holds no object of an earlier test.
public interface Stage extends AutoCloseable {
    /// {@return the module as the test's application sees it}
    Cryptoki cryptoki();

    /// {@return the module as a second application sees it, not initialised}
    ///
    /// @throws UnsupportedOperationException without [Permission#OTHER_APPLICATION]
    Cryptoki otherApplication();

    /// {@return what to give C_Initialize; null for NULL_PTR}
    @Nullable
    InitializeArgs arguments();

    /// {@return the prepared token}
    TokenFacts token();

    /// {@return what a test may do}
    Set<Permission> permissions();

    /// {@return the hand at the token; nothing for a module whose token nobody but a person can take out}
    default Optional<Hand> hand() {
        return Optional.empty();
    }

    /// Somebody at the slot of the prepared token.
    interface Hand {
        /// Takes the token out.
        void eject();

        /// Puts it back.
        void insert();

        /// Protects it from being written, or does so no more.
        void writeProtect(boolean fromWriting);
    }

    /// Ends whatever call is under way, from another thread; the stage is of no use afterwards.
    void kill();

    /// Ends the test: the module is left not initialised.
    @Override
    void close();
}
