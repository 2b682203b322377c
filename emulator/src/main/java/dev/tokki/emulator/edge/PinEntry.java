package dev.tokki.emulator.edge;

import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.token.PinPad;
import dev.tokki.emulator.token.Token;
import java.util.function.Supplier;

/// How a PIN comes in: as an argument, or through the token's protected authentication path if the argument is
/// NULL_PTR (sections 5.5.7 to 5.5.9 and 5.6.8).
///
/// @param function the function called
/// @param token whose PIN it is
record PinEntry(Function function, Token token) {
    /// {@return the PIN, asked for when it is needed}
    ///
    /// @param argument the C name of the argument
    /// @throws Refusal `CKR_ARGUMENTS_BAD`; when it is asked for, `CKR_FUNCTION_CANCELED`
    Supplier<byte[]> pin(Bytes given, String argument, PinPad.Prompt prompt) {
        if (given.isNull() && given.length() == 0 && token.policy().pinPad().isPresent()) {
            return () -> ask(token.policy().pinPad().orElseThrow(), prompt);
        }
        byte[] pin = new Arguments(function).present(given, argument);
        return () -> pin;
    }

    private byte[] ask(PinPad pad, PinPad.Prompt prompt) {
        return pad.ask(prompt, token.label())
                .orElseThrow(() -> Refusal.of(
                        Ckr.FUNCTION_CANCELED,
                        "the protected authentication path",
                        "The PIN was to be entered there, and whoever was asked for it cancelled.",
                        function.section(),
                        "Call again and enter the PIN."));
    }
}
