package dev.tokki.emulator.mechanism;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.crypto.Pieces;
import dev.tokki.emulator.rule.Refusal;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;

/// Encryption or decryption by a block cipher in a mode that takes parts.
final class CipherStream implements CipherOperation {
    private final Cipher cipher;
    private final DataLengths lengths;
    private final String section;
    private long total;
    private long pending;

    /// @param cipher a cipher initialised
    CipherStream(Cipher cipher, DataLengths lengths, String section) {
        this.cipher = cipher;
        this.lengths = lengths;
        this.section = section;
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
            // Providers want room for the padding they are about to remove.
            return Pieces.finish(cipher, input, Room.of(finishLength(input.length) + 1));
        } catch (BadPaddingException e) {
            throw Refusal.of(
                    Ckr.ENCRYPTED_DATA_INVALID,
                    "the encrypted data",
                    "The last block does not end in a padding after PKCS #7.",
                    section,
                    "Check key, initialisation vector and data against those of the encryption.");
        }
    }
}
