package dev.tokki.emulator.mechanism.mac;

import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.work.Signer;
import java.security.InvalidKeyException;
import java.util.Arrays;
import javax.crypto.Mac;

/// A message authentication code in progress, of which the first bytes are the signature.
public final class MacSigner implements Signer {
    private final Mac mac;
    private final int length;

    private MacSigner(Mac mac, int length) {
        this.mac = mac;
        this.length = length;
    }

    /// {@return a MAC begun}
    ///
    /// @param algorithm JCA's name
    /// @param length how many of its first bytes are wanted
    public static MacSigner begin(Crypto crypto, String algorithm, KeyView key, int length) {
        Mac mac = crypto.mac(algorithm);
        try {
            mac.init(SecretKeys.of(key));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
        return new MacSigner(mac, length);
    }

    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void update(byte[] data) {
        mac.update(data);
    }

    @Override
    public byte[] finish(byte[] data) {
        byte[] whole = mac.doFinal(data);
        return whole.length == length ? whole : Arrays.copyOf(whole, length);
    }
}
