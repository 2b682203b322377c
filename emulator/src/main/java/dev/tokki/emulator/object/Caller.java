package dev.tokki.emulator.object;

/// On whose behalf an object is made, seen or changed: the session of a call and its state.
///
/// @param readWrite whether the session is read/write
/// @param login who is logged in
/// @param session the session's handle; session objects made by the call live and die with it
public record Caller(boolean readWrite, Login login, long session) {}
