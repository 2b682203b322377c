package dev.tokki.emulator.mechanism.work;

import dev.tokki.emulator.crypto.Pieces;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;

/// Encryption or decryption by a block cipher in a mode that takes parts.
public final class CipherStream implements CipherOperation {
    private final Cipher cipher;
    private final DataLengths lengths;
    private long total;
    private long pending;

    /// @param cipher a cipher initialised
    public CipherStream(Cipher cipher, DataLengths lengths) {
        this.cipher = cipher;
        this.lengths = lengths;
    }

    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public long updateLength(long inputLength) {
        return lengths.update(pending + inputLength);
    }

    @Override
    public long finishLength(long inputLength) {
        return lengths.finish(pending + inputLength);
    }

    @Override
    public byte[] update(byte[] input) {
        lengths.check(total + input.length, false);
        byte[] output = Pieces.update(cipher, input, Room.of(updateLength(input.length)));
        total += input.length;
        pending += input.length - output.length;
        return output;
    }

    @Override
    public byte[] finish(byte[] input) {
        lengths.check(total + input.length, true);
        try {
            return Pieces.finish(cipher, input, Room.of(finishLength(input.length)));
        } catch (BadPaddingException e) {
            throw new IllegalStateException("a cipher that removes no padding complains of it", e);
        }
    }
}
