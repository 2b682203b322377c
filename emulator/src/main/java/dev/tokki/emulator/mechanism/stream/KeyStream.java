package dev.tokki.emulator.mechanism.stream;

import dev.tokki.emulator.mechanism.work.ByteForByte;
import java.math.BigInteger;
import org.bouncycastle.crypto.StreamCipher;
import org.bouncycastle.crypto.engines.RC4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/// Data with a key stream added: encryption and decryption alike.
///
/// @param cipher the cipher, initialised
record KeyStream(StreamCipher cipher) implements ByteForByte {
    /// {@return a stream of ChaCha20 or Salsa20 from a block on}
    static KeyStream of(StreamKind kind, byte[] key, byte[] nonce, BigInteger block) {
        return new KeyStream(kind.begin(key, nonce, block));
    }

    /// {@return a stream of RC4}
    static KeyStream rc4(byte[] key) {
        RC4Engine engine = new RC4Engine();
        engine.init(true, new KeyParameter(key));
        return new KeyStream(engine);
    }

    @Override
    public byte[] update(byte[] input) {
        byte[] output = new byte[input.length];
        cipher.processBytes(input, 0, input.length, output, 0);
        return output;
    }
}
