package dev.tokki.emulator.chapter;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Session;
import dev.tokki.emulator.token.Token;
import dev.tokki.storage.MasterKey;
import dev.tokki.storage.Role;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Token management, sections 5.5.7 to 5.5.9.
public final class TokenChapter {
    private static final int LABEL_LENGTH = 32;

    private TokenChapter() {}

    /// Initialises a token (section 5.5.7).
    ///
    /// @param label 32 bytes of UTF-8, padded with blanks
    public static void initToken(Token token, Supplier<byte[]> pin, byte[] label) {
        String text = unpadded(label);
        token.initialise(pin.get(), text);
    }

    private static String unpadded(byte[] label) {
        if (label.length != LABEL_LENGTH) {
            throw badLabel("The label has 32 bytes, padded with blanks; this one has " + label.length + ".");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(label))
                    .toString();
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            return text.substring(0, end);
        } catch (CharacterCodingException e) {
            throw badLabel("The label is UTF-8 text; these bytes are not.");
        }
    }

    private static Refusal badLabel(String rule) {
        return Refusal.of(
                Ckr.ARGUMENTS_BAD,
                "pLabel",
                rule,
                Function.INIT_TOKEN.section(),
                "Give 32 bytes of UTF-8, padded with blanks.");
    }

    /// Gives the normal user a PIN (section 5.5.8).
    public static void initPin(Session session, Supplier<byte[]> pin) {
        MasterKey key = session.home().securityOfficersKey();
        session.token().access().initialisePin(pin.get(), key);
    }

    /// Changes the PIN of the user who is logged in, or the normal user's (section 5.5.9).
    public static void setPin(Session session, Supplier<byte[]> oldPin, Supplier<byte[]> newPin) {
        if (!session.isReadWrite()) {
            throw Refusal.of(
                    Ckr.SESSION_READ_ONLY,
                    "hSession",
                    "A PIN is changed in a read/write session; this one is read-only.",
                    Function.SET_PIN.section(),
                    "Open a session with CKF_RW_SESSION.");
        }
        Role role = switch (session.login()) {
            case NONE, USER -> Role.USER;
            case SO -> Role.SO;
        };
        if (session.userName().isEmpty()) {
            session.token().access().changePin(role, oldPin.get(), newPin.get());
        } else {
            session.token().access().changePin(session.userName(), oldPin.get(), newPin.get());
        }
    }
}
