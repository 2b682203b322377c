package dev.tokki.conformance.module;

import dev.tokki.nativeadapter.Options;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// A token that somebody gives to the suite, in a module that the suite has no set-up for.
///
/// @param library the module's library
/// @param slot the token's slot, by its number; else its label tells, or there is only one token
/// @param label the token's label, also of one that is to be initialised
/// @param userPin the user's PIN
/// @param soPin the SO's PIN; without it tests of the SO are left out
/// @param mayBeInitialised whether the token may be initialised, which destroys what it holds, and its PINs be changed
///        and locked; it needs the SO's PIN. Without it the token must be empty
/// @param options how the library is loaded
public record GivenToken(
        Path library,
        OptionalLong slot,
        Optional<String> label,
        String userPin,
        Optional<String> soPin,
        boolean mayBeInitialised,
        Options options) {
    @Override
    public String toString() {
        return "a token of " + library;
    }
}
