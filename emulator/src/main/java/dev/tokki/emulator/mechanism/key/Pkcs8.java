package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RsaKey;
import dev.tokki.emulator.rule.Refusal;
import java.io.IOException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/// Private keys as PrivateKeyInfo (PKCS #8), the form in which they are wrapped (section 6.7).
public final class Pkcs8 {
    private static final String SECTION = "6.7";

    private Pkcs8() {}

    /// {@return the DER of a private key}
    public static byte[] encode(Crypto crypto, AttributeMap key) {
        long type = key.ulong(Cka.KEY_TYPE, -1);
        if (type == Ckk.RSA) {
            if (!RsaKeys.hasCrt(key)) {
                throw Refusal.of(
                        Ckr.KEY_NOT_WRAPPABLE,
                        "the key to be wrapped",
                        "RSAPrivateKey has primes, exponents and coefficient, and this key lacks some.",
                        SECTION,
                        "Create the key with all attributes of an RSA private key.");
            }
            return RsaKeys.privateKey(crypto, key).key().getEncoded();
        }
        if (KeyCheck.isEc(type)) {
            return EcDer.privateKeyInfo(key);
        }
        try {
            return KeyDer.of(type)
                    .orElseThrow(() -> unwritten(type))
                    .privateInfo(key)
                    .getEncoded("DER");
        } catch (IllegalArgumentException incomplete) {
            throw unwritten(type);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal unwritten(long keyType) {
        boolean isUsedUp = StatefulKeys.isStateful(keyType);
        return Refusal.of(
                Ckr.KEY_NOT_WRAPPABLE,
                "the key to be wrapped",
                isUsedUp
                        ? "A key that each signature uses up must never be in two places, and section 6.7 names no"
                                + " identifier for it."
                        : "Nothing says how a key of type " + Names.CKK.of(keyType)
                                + " with these attributes is written into a PrivateKeyInfo.",
                SECTION,
                isUsedUp ? "Generate a key where it is needed." : "Create the key with all its attributes.");
    }

    /// {@return the attributes of a private key: class, type and values}
    ///
    /// @param material the DER
    /// @param keyType the type the template asks for
    /// @param mayEndInZeros whether it was padded with zeros
    public static List<Attribute> decode(Crypto crypto, byte[] material, long keyType, boolean mayEndInZeros) {
        byte[] der = mayEndInZeros ? withoutZeros(material) : material;
        if (keyType == Ckk.RSA) {
            try {
                RSAPrivateCrtKey key = (RSAPrivateCrtKey)
                        RsaKey.ofPrivate(crypto, new PKCS8EncodedKeySpec(der)).key();
                return RsaKeys.attributes(key);
            } catch (InvalidKeySpecException e) {
                throw wrong(keyType);
            }
        }
        if (KeyCheck.isEc(keyType)) {
            return EcDer.privateKey(der, keyType).orElseThrow(() -> wrong(keyType));
        }
        return KeyDer.of(keyType).flatMap(family -> parsed(family, der)).orElseThrow(() -> wrong(keyType));
    }

    /// Whether these numbers can be a key is asked when the object is made.
    private static Optional<List<Attribute>> parsed(KeyDer family, byte[] der) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(der);
            if (!family.hasAlgorithm(info.getPrivateKeyAlgorithm().getAlgorithm())) {
                return Optional.empty();
            }
            List<Attribute> attributes = new ArrayList<>(family.privateKey(info));
            attributes.add(Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY));
            return Optional.of(List.copyOf(attributes));
        } catch (IOException | RuntimeException notOne) {
            return Optional.empty();
        }
    }

    private static Refusal wrong(long keyType) {
        return Refusal.of(
                Ckr.WRAPPED_KEY_INVALID,
                "pWrappedKey",
                "It does not hold the PrivateKeyInfo of a key of type " + Names.CKK.of(keyType) + ".",
                SECTION,
                "Ask for the type of the key that was wrapped, and check the unwrapping key.");
    }

    /// DER says how long it is; what follows is padding.
    private static byte[] withoutZeros(byte[] padded) {
        int length = Der.length(padded);
        for (int at = length; at < padded.length; at++) {
            if (padded[at] != 0) {
                return padded;
            }
        }
        return Arrays.copyOf(padded, length);
    }
}
