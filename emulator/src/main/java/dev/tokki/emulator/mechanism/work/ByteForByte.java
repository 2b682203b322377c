package dev.tokki.emulator.mechanism.work;

/// An operation that puts out a byte for each byte it is given, at once: a key stream, feedback, or nothing at all.
public interface ByteForByte extends CipherOperation {
    @Override
    default boolean takesParts() {
        return true;
    }

    @Override
    default long updateLength(long inputLength) {
        return inputLength;
    }

    @Override
    default long finishLength(long inputLength) {
        return inputLength;
    }

    @Override
    default byte[] finish(byte[] input) {
        return update(input);
    }
}
