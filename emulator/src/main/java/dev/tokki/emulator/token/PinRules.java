package dev.tokki.emulator.token;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// What a PIN must look like to be set: so many bytes (section 3.2.3, `ulMinPinLen` and `ulMaxPinLen`), all
/// of them UTF-8. A PIN that is only tried need not follow these rules; it is just wrong then.
record PinRules(PinPolicy policy) {
    /// Refuses a PIN that cannot be set, with `CKR_PIN_LEN_RANGE` or `CKR_PIN_INVALID`.
    void check(byte[] pin, String argument, Function function) {
        if (!fits(pin)) {
            throw Refusal.of(
                    Ckr.PIN_LEN_RANGE,
                    argument,
                    "A PIN has " + lengths() + " bytes; this one has " + pin.length + ".",
                    function.section(),
                    "Choose a PIN of such a length.");
        }
        if (!isUtf8(pin)) {
            throw Refusal.of(
                    Ckr.PIN_INVALID,
                    argument,
                    "A PIN is UTF-8 text; these bytes are not.",
                    function.section(),
                    "Encode the PIN in UTF-8.");
        }
        if (!policy.characters().allow(pin)) {
            throw Refusal.of(
                    Ckr.PIN_INVALID,
                    argument,
                    "A PIN of this token is made of " + policy.characters().text() + "; this one has others.",
                    function.section(),
                    "Choose a PIN of such characters.");
        }
    }

    /// Refuses a first SO PIN; C_InitToken lists neither `CKR_PIN_LEN_RANGE` nor `CKR_PIN_INVALID`.
    void checkFirst(byte[] soPin) {
        if (!fits(soPin) || !isUtf8(soPin) || !policy.characters().allow(soPin)) {
            throw Refusal.of(
                    Ckr.ARGUMENTS_BAD,
                    "pPin",
                    "The PIN becomes the SO's; it must have " + lengths() + " bytes, all of them "
                            + policy.characters().text() + ", and has " + soPin.length + " bytes.",
                    Function.INIT_TOKEN.section(),
                    "Choose such a PIN.");
        }
    }

    private boolean fits(byte[] pin) {
        return pin.length >= policy.minLength() && pin.length <= policy.maxLength();
    }

    private String lengths() {
        return policy.minLength() + " to " + policy.maxLength();
    }

    static boolean isUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
