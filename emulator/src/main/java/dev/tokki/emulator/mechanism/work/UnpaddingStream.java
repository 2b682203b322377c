package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.crypto.Pieces;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;

/// Decryption by a block cipher that removes the padding of PKCS #7.
///
/// Output comes as soon as section 5.2 wants it: one block is held back until another byte is there. The providers' own
/// padding would wait for a whole block more.
public final class UnpaddingStream implements CipherOperation {
    private final Cipher cipher;
    private final int block;
    private final DataLengths lengths;
    private final String section;
    private long total;
    private byte[] held = {};

    /// @param cipher a cipher initialised for decryption, without padding
    public UnpaddingStream(Cipher cipher, int block, String section) {
        this.cipher = cipher;
        this.block = block;
        this.lengths = new DataLengths.Unpadding(block, section);
        this.section = section;
    }

    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public long updateLength(long inputLength) {
        return lengths.update(held.length + inputLength);
    }

    @Override
    public long finishLength(long inputLength) {
        return lengths.finish(held.length + inputLength);
    }

    @Override
    public byte[] update(byte[] input) {
        byte[] pending = withHeld(input);
        int ready = Room.of(lengths.update(pending.length));
        total += input.length;
        held = Arrays.copyOfRange(pending, ready, pending.length);
        return Pieces.update(cipher, Arrays.copyOf(pending, ready), ready);
    }

    @Override
    public byte[] finish(byte[] input) {
        lengths.check(total + input.length, true);
        byte[] pending = withHeld(input);
        byte[] padded;
        try {
            padded = Pieces.finish(cipher, pending, pending.length);
        } catch (BadPaddingException e) {
            throw new IllegalStateException("a cipher without padding complains of padding", e);
        }
        return Arrays.copyOf(padded, padded.length - padding(padded));
    }

    private byte[] withHeld(byte[] input) {
        if (held.length == 0) {
            return input;
        }
        byte[] both = Arrays.copyOf(held, held.length + input.length);
        System.arraycopy(input, 0, both, held.length, input.length);
        return both;
    }

    /// {@return how many bytes of padding there are}
    ///
    /// It takes the same time wherever the padding is wrong.
    private int padding(byte[] padded) {
        int length = padded[padded.length - 1] & 0xff;
        int wrong = length == 0 || length > block ? 1 : 0;
        for (int i = 1; i <= block; i++) {
            int isPadding = i <= length ? 0xff : 0;
            wrong |= (padded[padded.length - i] ^ length) & isPadding;
        }
        if (wrong != 0) {
            throw Refusal.of(
                    Ckr.ENCRYPTED_DATA_INVALID,
                    "the encrypted data",
                    "The last block does not end in a padding after PKCS #7.",
                    section,
                    "Check key, initialisation vector and data against those of the encryption.");
        }
        return length;
    }
}
