package dev.tokki.emulator.mechanism.work;

import java.io.ByteArrayOutputStream;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/// An encryption or decryption that needs all of its input, which may come in parts.
public final class CollectingCipher implements CipherOperation {
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final LongUnaryOperator length;
    private final UnaryOperator<byte[]> transformation;

    /// @param length the most it puts out for an input of a length
    /// @param transformation does it, or refuses
    public CollectingCipher(LongUnaryOperator length, UnaryOperator<byte[]> transformation) {
        this.length = length;
        this.transformation = transformation;
    }

    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public long updateLength(long inputLength) {
        return 0;
    }

    @Override
    public long finishLength(long inputLength) {
        return length.applyAsLong(collected.size() + inputLength);
    }

    @Override
    public byte[] update(byte[] input) {
        collected.writeBytes(input);
        return new byte[0];
    }

    @Override
    public byte[] finish(byte[] input) {
        if (collected.size() == 0) {
            return transformation.apply(input);
        }
        collected.writeBytes(input);
        return transformation.apply(collected.toByteArray());
    }
}
