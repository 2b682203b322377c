package dev.tokki.emulator.crypto;

import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;

/// Bouncy Castle's message authentication codes. A class of its own, so that naming a mechanism loads none of it.
public final class LightMacs {
    private LightMacs() {}

    /// {@return Poly1305 begun with a key for one message}
    public static RunningMac poly1305(byte[] key) {
        return of(new Poly1305(), new KeyParameter(key));
    }

    /// {@return HMAC over a digest}
    static RunningMac hmac(String digest, byte[] key) {
        return of(new HMac(LightDigests.of(digest)), new KeyParameter(key));
    }

    private static RunningMac of(Mac mac, CipherParameters key) {
        mac.init(key);
        return new RunningMac() {
            @Override
            public void update(byte[] data) {
                mac.update(data, 0, data.length);
            }

            @Override
            public byte[] finish() {
                byte[] code = new byte[mac.getMacSize()];
                mac.doFinal(code, 0);
                return code;
            }
        };
    }
}
