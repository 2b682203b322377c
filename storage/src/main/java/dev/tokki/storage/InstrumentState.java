package dev.tokki.storage;

/// What the instruments of a token remember when it is switched off.
///
/// @param counter no value of the monotonic counter up to this one is told again
/// @param counterResets how often the counter was reset
/// @param clockOffset by how many milliseconds the token's clock is ahead of the machine's
public record InstrumentState(long counter, long counterResets, long clockOffset) {
    /// Instruments that nobody has used yet.
    public static final InstrumentState NEW = new InstrumentState(0, 0, 0);
}
