package dev.tokki.emulator.object;

/// Who is logged in to a token, as far as its objects are concerned (section 5.6, session states).
public enum Login {
    /// Nobody: public objects only.
    NONE,
    /// The normal user: all objects.
    USER,
    /// The Security Officer: public objects only, and the right to trust.
    SO
}
