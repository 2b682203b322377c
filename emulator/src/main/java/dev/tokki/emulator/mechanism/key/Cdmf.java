package dev.tokki.emulator.mechanism.key;

import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/// IBM's Commercial Data Masking Facility: DES with keys of which 40 bits count (Johnson, Matyas, Le, Wilkins, *IBM
/// Journal of Research and Development* 38, 2, 1994). Apart, so that other keys load nothing of Bouncy Castle.
final class Cdmf {
    private static final byte[] FIRST = {
        (byte) 0xC4, 0x08, (byte) 0xB0, 0x54, 0x0B, (byte) 0xA1, (byte) 0xE0, (byte) 0xAE
    };
    private static final byte[] SECOND = {(byte) 0xEF, 0x2C, 0x04, 0x1C, (byte) 0xE6, 0x38, 0x2F, (byte) 0xE6};
    private static final int PARITY = 0xFE;
    private static final int HALF = 0x0E;

    private Cdmf() {}

    /// {@return the DES key that stands for a key}
    static byte[] desKey(byte[] value) {
        byte[] bits = new byte[value.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) (value[i] & PARITY);
        }
        byte[] mixed = encrypted(FIRST, bits);
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) ((bits[i] ^ mixed[i]) & (i % 2 == 0 ? HALF : PARITY));
        }
        return encrypted(SECOND, bits);
    }

    private static byte[] encrypted(byte[] key, byte[] block) {
        DESEngine des = new DESEngine();
        des.init(true, new KeyParameter(key));
        byte[] encrypted = new byte[block.length];
        des.processBlock(block, 0, encrypted, 0);
        return encrypted;
    }
}
