package dev.tokki.emulator.crypto;

import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Mac;

/// A message authentication code in progress.
public interface RunningMac {
    /// Takes data in.
    void update(byte[] data);

    /// {@return the whole code}
    byte[] finish();

    /// {@return a code computed by a provider}
    static RunningMac of(javax.crypto.Mac mac) {
        return new RunningMac() {
            @Override
            public void update(byte[] data) {
                mac.update(data);
            }

            @Override
            public byte[] finish() {
                return mac.doFinal();
            }
        };
    }

    /// {@return a code computed by Bouncy Castle's lightweight API}
    static RunningMac of(Mac mac, CipherParameters key) {
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
