package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.Crypto;
import java.io.IOException;
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
        if (KeyCheck.isEc(type)) {
            boolean isComplete = key.has(Cka.EC_PARAMS) && (key.has(Cka.EC_POINT) || key.has(Cka.VALUE));
            return isComplete ? EcDer.publicKeyInfo(key) : UNKNOWN;
        }
        long keyClass = key.ulong(Cka.CLASS, -1);
        // Asked last, so that other keys load nothing of Bouncy Castle.
        return keyClass == Cko.PUBLIC_KEY || keyClass == Cko.PRIVATE_KEY
                ? KeyDer.of(type)
                        .filter(family -> family.tellsPublicKey(key))
                        .map(family -> encoded(family, key))
                        .orElse(UNKNOWN)
                : UNKNOWN;
    }

    private static byte[] encoded(KeyDer family, AttributeMap key) {
        try {
            return family.publicInfo(key).getEncoded("DER");
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
