package dev.tokki.emulator.mechanism.work;

import java.util.function.UnaryOperator;

/// A signature over data that come at once.
///
/// @param length the length of the signature in bytes
/// @param signing makes it, or refuses the data
public record WholeSigner(long length, UnaryOperator<byte[]> signing) implements Signer {
    @Override
    public boolean takesParts() {
        return false;
    }

    @Override
    public void update(byte[] data) {
        throw new IllegalStateException("the mechanism takes its data at once");
    }

    @Override
    public byte[] finish(byte[] data) {
        return signing.apply(data);
    }
}
