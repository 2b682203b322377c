package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.Crypto;
import java.util.ArrayList;
import java.util.List;

/// The DER of a SubjectPublicKeyInfo (`CKA_PUBLIC_KEY_INFO`, sections 4.9 and 4.10).
public final class PublicKeyInfo {
    private static final byte[] UNKNOWN = {};

    private PublicKeyInfo() {}

    /// {@return the DER of the public key that a public or private key holds; empty where it holds none}
    public static byte[] of(Crypto crypto, AttributeMap key) {
        long type = key.ulong(Cka.KEY_TYPE, -1);
        if (type == Ckk.RSA && key.has(Cka.MODULUS) && key.has(Cka.PUBLIC_EXPONENT)) {
            return RsaKeys.publicKey(crypto, key).key().getEncoded();
        }
        if (type == Ckk.ML_KEM && key.has(Cka.PARAMETER_SET) && key.has(Cka.VALUE)) {
            return MlKemKeys.publicKeyInfo(key);
        }
        if (PqKeys.isPq(type) && key.has(Cka.PARAMETER_SET) && key.has(Cka.VALUE)) {
            return PqKeys.publicKeyInfo(key);
        }
        if (type == Ckk.GOSTR3410 && key.has(Cka.GOSTR3410_PARAMS) && key.has(Cka.VALUE)) {
            return GostKeys.publicKeyInfo(key);
        }
        boolean isComplete = key.has(Cka.EC_PARAMS) && (key.has(Cka.EC_POINT) || key.has(Cka.VALUE));
        return KeyCheck.isEc(type) && isComplete ? EcDer.publicKeyInfo(key) : UNKNOWN;
    }

    /// {@return a pair whose keys both tell the public key's DER}
    public static NewPair withInfo(Crypto crypto, List<Attribute> publicKey, List<Attribute> privateKey) {
        Attribute info = Attribute.of(Cka.PUBLIC_KEY_INFO, of(crypto, AttributeMap.of(publicKey)));
        return new NewPair(and(publicKey, info), and(privateKey, info));
    }

    private static List<Attribute> and(List<Attribute> attributes, Attribute further) {
        List<Attribute> all = new ArrayList<>(attributes);
        all.add(further);
        return List.copyOf(all);
    }
}
