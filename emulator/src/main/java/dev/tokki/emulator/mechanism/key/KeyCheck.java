package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;

/// Whether the attributes of a key, or of domain parameters, made by a caller can be one of its type.
public final class KeyCheck {
    private KeyCheck() {}

    /// {@return whether keys of a type are on curves}
    public static boolean isEc(long keyType) {
        return keyType == Ckk.EC || keyType == Ckk.EC_EDWARDS || keyType == Ckk.EC_MONTGOMERY;
    }

    public static void of(Crypto crypto, AttributeMap key) {
        long keyClass = key.ulong(Cka.CLASS, -1);
        long keyType = key.ulong(Cka.KEY_TYPE, -1);
        if (keyClass == Cko.SECRET_KEY) {
            SecretKeyType.of(keyType).ifPresent(type -> type.check(key));
        } else if (keyType == Ckk.RSA) {
            RsaKeys.check(crypto, key);
        } else if (isEc(keyType)) {
            EcKeys.check(key);
        } else if (keyType == Ckk.ML_KEM) {
            MlKemKeys.check(key);
        } else if (PqKeys.isPq(keyType)) {
            PqKeys.check(key);
        } else if (DiscreteLogKeys.isDiscreteLog(keyType)) {
            DiscreteLogKeys.check(key);
        } else if (keyType == Ckk.GOSTR3410 && keyClass != Cko.DOMAIN_PARAMETERS) {
            GostKeys.check(key);
        }
    }
}
