package dev.tokki.emulator.operation;

/// An operation in progress.
public sealed interface Operation
        permits Savable, Recovering, MessageCiphering, MessageSigning, MessageVerifying, Search {
    /// {@return how it uses its key; [KeyUse#none] without one}
    KeyUse use();
}
