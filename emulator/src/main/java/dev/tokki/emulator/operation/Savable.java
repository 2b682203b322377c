package dev.tokki.emulator.operation;

/// An operation that can be saved and restored (sections 5.6.6 and 5.6.7).
public sealed interface Savable extends Operation permits Ciphering, Digesting, Signing, Verifying, VerifyingKnown {
    /// {@return what came in so far}
    Inputs inputs();

    /// Takes a part again that it had taken before it was saved.
    void replay(byte[] part);
}
