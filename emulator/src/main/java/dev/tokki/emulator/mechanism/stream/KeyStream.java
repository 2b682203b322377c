package dev.tokki.emulator.mechanism.stream;

import dev.tokki.emulator.mechanism.work.CipherOperation;
import org.bouncycastle.crypto.StreamCipher;

/// Data with a key stream added: encryption and decryption alike.
///
/// @param cipher the cipher, initialised
record KeyStream(StreamCipher cipher) implements CipherOperation {
    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public long updateLength(long inputLength) {
        return inputLength;
    }

    @Override
    public long finishLength(long inputLength) {
        return inputLength;
    }

    @Override
    public byte[] update(byte[] input) {
        byte[] output = new byte[input.length];
        cipher.processBytes(input, 0, input.length, output, 0);
        return output;
    }

    @Override
    public byte[] finish(byte[] input) {
        return update(input);
    }
}
