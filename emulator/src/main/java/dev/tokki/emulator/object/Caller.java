package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// On whose behalf an object is made, seen or changed: the session of a call and its state.
///
/// @param readWrite whether the session is read/write
/// @param login who is logged in
/// @param session the session's handle; session objects made by the call live and die with it
/// @param writeProtected whether the token cannot be written now
/// @param user the name of the user who is logged in; empty for one without
public record Caller(boolean readWrite, Login login, long session, boolean writeProtected, String user) {
    /// `CKA_VENDOR_DEFINED` and a number of ours: whose a private object is. Not told to applications.
    static final long OWNER = 0x8054_4B01L;

    /// A session with a token that can be written.
    Caller(boolean readWrite, Login login, long session) {
        this(readWrite, login, session, false, "");
    }

    /// {@return whether an object is for his eyes}
    boolean sees(AttributeMap object) {
        return !object.bool(Cka.PRIVATE, false)
                || (login == Login.USER && owner(object).equals(user));
    }

    /// {@return an object with its owner noted, where it needs one}
    AttributeMap owning(AttributeMap object) {
        return user.isEmpty() || !object.bool(Cka.PRIVATE, false)
                ? object
                : object.with(List.of(Attribute.of(OWNER, user.getBytes(StandardCharsets.UTF_8))));
    }

    /// {@return the name of the user whose private object it is; empty for the normal user's}
    static String owner(AttributeMap object) {
        return new String(object.bytes(OWNER), StandardCharsets.UTF_8);
    }
}
