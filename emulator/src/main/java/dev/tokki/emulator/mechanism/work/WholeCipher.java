package dev.tokki.emulator.mechanism.work;

import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/// An encryption or decryption that takes its input at once.
///
/// @param length the most it puts out for an input of a length
/// @param transformation does it, or refuses
public record WholeCipher(LongUnaryOperator length, UnaryOperator<byte[]> transformation) implements CipherOperation {
    @Override
    public boolean takesParts() {
        return false;
    }

    @Override
    public long updateLength(long inputLength) {
        return 0;
    }

    @Override
    public long finishLength(long inputLength) {
        return length.applyAsLong(inputLength);
    }

    @Override
    public byte[] update(byte[] input) {
        throw new IllegalStateException("the mechanism takes its input at once");
    }

    @Override
    public byte[] finish(byte[] input) {
        return transformation.apply(input);
    }
}
