package dev.tokki.emulator.mechanism.aes;

import dev.tokki.emulator.crypto.RunningMac;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.mac.MacSigner;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/// AES-GMAC, section 6.13.6: the tag of GCM over additional data alone.
final class Gmac {
    private Gmac() {}

    static Declaration<?> declaration(long mechanism) {
        return MacSigner.of(
                Declaration.of(mechanism, "6.13.6", AesMechanisms.KEYS, GcmParameter.RULE),
                (crypto, gcm, key) -> new MacSigner(tag(Gcm.begun(crypto, gcm.forData(), key)), gcm.tagLength()));
    }

    private static RunningMac tag(Cipher cipher) {
        return new RunningMac() {
            @Override
            public void update(byte[] data) {
                cipher.updateAAD(data);
            }

            @Override
            public byte[] finish() {
                try {
                    return cipher.doFinal();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
