package dev.tokki.emulator.mechanism.wrap;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.key.Pkcs8;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;

/// What of a key is wrapped: the value of a secret key, the PrivateKeyInfo of a private key (section 6.7).
public final class KeyMaterial {
    private KeyMaterial() {}

    public static byte[] of(Crypto crypto, KeyView key, Wraps wraps) {
        AttributeMap attributes = key.attributes();
        long keyClass = attributes.ulong(Cka.CLASS, -1);
        if (attributes.ulong(Cka.KEY_TYPE, -1) == Ckk.X2RATCHET) {
            throw Refusal.of(
                    Ckr.KEY_NOT_WRAPPABLE,
                    "the key to be wrapped",
                    "A double ratchet is a state of many keys that moves on; its CKA_VALUE is not it.",
                    wraps.section(),
                    "Begin another ratchet where the key is needed.");
        }
        if (keyClass == Cko.SECRET_KEY) {
            return padded(attributes.bytes(Cka.VALUE), wraps.block());
        }
        if (keyClass == Cko.PRIVATE_KEY && wraps.takesPrivateKeys()) {
            return padded(Pkcs8.encode(crypto, attributes), wraps.block());
        }
        throw Refusal.of(
                Ckr.KEY_NOT_WRAPPABLE,
                "the key to be wrapped",
                "The mechanism wraps " + (wraps.takesPrivateKeys() ? "secret and private keys" : "secret keys")
                        + "; this is a " + Names.CKO.of(keyClass) + ".",
                wraps.section(),
                "Use CKM_AES_KEY_WRAP_KWP or CKM_AES_CBC_PAD for private keys; public keys need no wrapping.");
    }

    private static byte[] padded(byte[] material, int block) {
        return Arrays.copyOf(material, (material.length + block - 1) / block * block);
    }
}
