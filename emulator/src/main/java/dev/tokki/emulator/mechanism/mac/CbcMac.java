package dev.tokki.emulator.mechanism.mac;

import dev.tokki.emulator.crypto.RunningMac;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/// The last block of a cipher block chain over the data, filled up with zeros (FIPS PUB 113): the MACs of all block
/// ciphers.
public final class CbcMac implements RunningMac {
    private final Cipher cipher;
    private final int block;
    private byte[] last;
    private int rest;

    /// @param cipher a cipher in CBC mode without padding, initialised to encrypt with a vector of zeros
    public CbcMac(Cipher cipher) {
        this.cipher = cipher;
        this.block = cipher.getBlockSize();
        this.last = new byte[block];
    }

    @Override
    public void update(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] chained = cipher.update(data);
        if (chained != null && chained.length >= block) {
            last = Arrays.copyOfRange(chained, chained.length - block, chained.length);
        }
        rest = (rest + data.length) % block;
    }

    @Override
    public byte[] finish() {
        if (rest > 0) {
            update(new byte[block - rest]);
        }
        try {
            // Some providers hold the last whole block back.
            byte[] held = cipher.doFinal();
            return held.length >= block ? Arrays.copyOfRange(held, held.length - block, held.length) : last;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
