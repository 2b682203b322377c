package dev.tokki.emulator.object;

/// On whose behalf an object is made, seen or changed: the session of a call and its state.
///
/// @param readWrite whether the session is read/write
/// @param login who is logged in
/// @param session the session's handle; session objects made by the call live and die with it
/// @param writeProtected whether the token cannot be written now
public record Caller(boolean readWrite, Login login, long session, boolean writeProtected) {
    /// A session with a token that can be written.
    Caller(boolean readWrite, Login login, long session) {
        this(readWrite, login, session, false);
    }
}
