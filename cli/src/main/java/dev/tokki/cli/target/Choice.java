package dev.tokki.cli.target;

import dev.tokki.api.constant.Ckf;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.Usage;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which token is meant.
///
/// @param slot the number of its slot, or null
/// @param label its label, or null
record Choice(@Nullable Long slot, @Nullable String label) {
    /// {@return the token named; without a name an initialised one, or the first there is}
    Token any(Application application) {
        if (isMade()) {
            return one(application, token -> true, "");
        }
        List<Token> present = application.tokens();
        return present.stream()
                .filter(Choice::isInitialised)
                .findFirst()
                .or(() -> present.stream().findFirst())
                .orElseThrow(() -> new Usage("no slot holds a token"));
    }

    private boolean isMade() {
        return slot != null || label != null;
    }

    /// {@return the initialised token that is meant}
    ///
    /// @throws Usage if none is meant, or it is not clear which
    Token initialised(Application application) {
        Token token = one(application, Choice::isInitialised, "initialised");
        if (!isInitialised(token)) {
            throw new Usage("the token in slot " + Long.toUnsignedString(token.slot())
                    + " is not initialised: \"tokki token init\" does that");
        }
        return token;
    }

    /// {@return the token that is meant to be initialised: the one named, else a blank one}
    ///
    /// @throws Usage if none is meant, or there is no blank one
    Token toInitialise(Application application) {
        if (isMade()) {
            return one(application, token -> true, "");
        }
        return application.tokens().stream()
                .filter(token -> !isInitialised(token))
                .findFirst()
                .orElseThrow(() -> new Usage("every token is initialised already: name one with --slot or --token; "
                        + present(application)));
    }

    private Token one(Application application, Predicate<Token> eligible, String what) {
        if (slot != null) {
            return application.token(slot);
        }
        List<Token> found = application.tokens().stream()
                .filter(label == null ? eligible : token -> token.info().label().equals(label))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (label != null) {
            throw new Usage(
                    found.isEmpty()
                            ? "no token is labelled \"" + label + "\"; " + present(application)
                            : found.size() + " tokens are labelled \"" + label + "\": name one with --slot; "
                                    + present(application));
        }
        throw new Usage(
                found.isEmpty()
                        ? "no token is " + what + " yet: \"tokki token init --label NAME\" does that"
                        : "there are " + found.size() + " tokens: name one with --token or --slot; "
                                + present(application));
    }

    private static String present(Application application) {
        return "present are "
                + application.tokens().stream()
                        .map(token -> isInitialised(token)
                                ? "\"" + token.info().label() + "\" in slot " + Long.toUnsignedString(token.slot())
                                : "a blank one in slot " + Long.toUnsignedString(token.slot()))
                        .collect(Collectors.joining(", "));
    }

    private static boolean isInitialised(Token token) {
        return (token.info().flags() & Ckf.TOKEN_INITIALIZED) != 0;
    }
}
