package dev.tokki.emulator.mechanism.work;

import java.util.function.BiConsumer;

/// A verification over data that come at once.
///
/// @param verifying takes data and signature, and refuses what is wrong
public record WholeVerifier(BiConsumer<byte[], byte[]> verifying) implements Verifier {
    @Override
    public boolean takesParts() {
        return false;
    }

    @Override
    public void update(byte[] data) {
        throw new IllegalStateException("the mechanism takes its data at once");
    }

    @Override
    public void finish(byte[] data, byte[] signature) {
        verifying.accept(data, signature);
    }
}
