package dev.tokki.emulator.mechanism.mac;

import dev.tokki.emulator.crypto.RunningMac;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// AES-XCBC-MAC (RFC 3566): a cipher block chain under a key derived from the key, whose last block is masked.
///
/// RFC 3566 speaks of AES-128; longer keys derive theirs in the same way.
public final class XcbcMac implements RunningMac {
    private static final int BLOCK = 16;

    private final Cipher chain;
    private final byte[] whole;
    private final byte[] padded;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /// @param single a cipher in ECB mode without padding
    public XcbcMac(Cipher single, SecretKey key) {
        chain = single;
        byte[] first = encrypted(single, key, filled(1));
        whole = encrypted(single, key, filled(2));
        padded = encrypted(single, key, filled(3));
        initialise(single, new SecretKeySpec(first, "AES"));
    }

    @Override
    public void update(byte[] more) {
        data.writeBytes(more);
    }

    @Override
    public byte[] finish() {
        byte[] all = data.toByteArray();
        int blocks = Math.max(1, (all.length + BLOCK - 1) / BLOCK);
        boolean isWhole = all.length == blocks * BLOCK;
        byte[] message = Arrays.copyOf(all, blocks * BLOCK);
        if (!isWhole) {
            message[all.length] = (byte) 0x80;
        }
        byte[] state = new byte[BLOCK];
        for (int at = 0; at < message.length; at += BLOCK) {
            mix(state, message, at);
            if (at + BLOCK == message.length) {
                mix(state, isWhole ? whole : padded, 0);
            }
            state = encrypted(state);
        }
        return state;
    }

    private static void mix(byte[] state, byte[] other, int from) {
        for (int i = 0; i < BLOCK; i++) {
            state[i] ^= other[from + i];
        }
    }

    private byte[] encrypted(byte[] block) {
        try {
            return chain.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encrypted(Cipher single, SecretKey key, byte[] block) {
        initialise(single, key);
        try {
            return single.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void initialise(Cipher single, SecretKey key) {
        try {
            single.init(Cipher.ENCRYPT_MODE, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] filled(int value) {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) value);
        return block;
    }
}
