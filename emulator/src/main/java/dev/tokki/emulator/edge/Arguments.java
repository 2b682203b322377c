package dev.tokki.emulator.edge;

import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The arguments of a call as C may have them: NULL_PTR where something is needed is `CKR_ARGUMENTS_BAD`.
///
/// @param function the function called
record Arguments(Function function) {
    /// Refuses NULL_PTR for a place where an output goes.
    void place(Out<?> place, String name) {
        if (place.isNull()) {
            throw isNull(name);
        }
    }

    /// {@return the bytes; none for NULL_PTR of length 0}
    byte[] bytes(Bytes given, String name) {
        if (given.isNull() && given.length() != 0) {
            throw isNull(name);
        }
        return given.array();
    }

    /// {@return a PIN or a label, which NULL_PTR never is}
    byte[] present(Bytes given, String name) {
        if (given.isNull()) {
            throw isNull(name);
        }
        return given.array();
    }

    /// {@return text in UTF-8; none for NULL_PTR of length 0}
    String text(Bytes given, String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(given, name)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of(Ckr.ARGUMENTS_BAD, name, "It is not UTF-8.", function.section(), "Pass UTF-8 text.");
        }
    }

    /// {@return the template; an empty one for NULL_PTR of no attributes}
    Template template(Template given, String name) {
        if (given.isNull() && given.count() != 0) {
            throw isNull(name);
        }
        return given;
    }

    /// {@return the template of what is asked}
    QueryTemplate template(QueryTemplate given, String name) {
        if (given.isNull() && given.count() != 0) {
            throw isNull(name);
        }
        return given;
    }

    /// {@return the mechanism}
    Mechanism mechanism(@Nullable Mechanism given) {
        if (given == null) {
            throw isNull("pMechanism");
        }
        return given;
    }

    /// {@return the length of a room that is filled}
    long room(Fill given, String name) {
        if (given.isNull() && given.length() != 0) {
            throw isNull(name);
        }
        return given.length();
    }

    /// Refuses a reserved pointer that is not NULL_PTR.
    void reserved(long pointer, String name) {
        if (pointer != 0) {
            throw Refusal.of(
                    Ckr.ARGUMENTS_BAD,
                    name,
                    "It is reserved and must be NULL_PTR.",
                    function.section(),
                    "Pass NULL_PTR.");
        }
    }

    private Refusal isNull(String name) {
        return Refusal.of(
                Ckr.ARGUMENTS_BAD, name, "It is NULL_PTR.", function.section(), "Pass a pointer to something.");
    }
}
