package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/// Secret keys: making them, and their form for the providers.
public final class SecretKeys {
    private static final int DES_KEY = 8;
    /// The bytes of a SKIPJACK key's twelve that are the key; a checksum follows that was never published.
    private static final int SKIPJACK_KEY = 10;

    private SecretKeys() {}

    /// {@return the key for the providers, kept with the key}
    public static SecretKeySpec of(KeyView key) {
        return key.prepared(SecretKeySpec.class, SecretKeys::spec);
    }

    private static SecretKeySpec spec(AttributeMap attributes) {
        byte[] value = attributes.bytes(Cka.VALUE);
        long type = attributes.ulong(Cka.KEY_TYPE, -1);
        String algorithm = SecretKeyType.of(type).map(SecretKeyType::algorithm).orElse("HMAC");
        if (type == Ckk.DES2) {
            return new SecretKeySpec(threeKeys(value), algorithm);
        }
        if (type == Ckk.CDMF) {
            return new SecretKeySpec(Cdmf.desKey(value), algorithm);
        }
        if (type == Ckk.SKIPJACK) {
            return new SecretKeySpec(Arrays.copyOf(value, SKIPJACK_KEY), algorithm);
        }
        // JCA has no empty keys; to HMAC, which pads keys with zeros, one zero byte is the same key.
        return new SecretKeySpec(value.length == 0 ? new byte[1] : value, algorithm);
    }

    /// {@return a double-length DES key as a triple-length one: its third key is the first}
    static byte[] threeKeys(byte[] two) {
        byte[] three = Arrays.copyOf(two, two.length + DES_KEY);
        System.arraycopy(two, 0, three, two.length, DES_KEY);
        return three;
    }

    /// {@return what a mechanism contributes to a new random key of a type}
    ///
    /// @param section the section of the mechanism
    public static List<Attribute> generate(Crypto crypto, long keyType, AttributeMap template, String section) {
        Templates.agree(template, Cko.SECRET_KEY, keyType, section);
        SecretKeyType type = SecretKeyType.of(keyType).orElseThrow();
        boolean isFixed = type.lengths().size() == 1;
        if (!template.has(Cka.VALUE_LEN) && !isFixed) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCOMPLETE,
                    "CKA_VALUE_LEN",
                    "The length of the key is not given.",
                    section,
                    "Add CKA_VALUE_LEN, the length in bytes, to the template.");
        }
        long length = template.ulong(Cka.VALUE_LEN, isFixed ? type.shortest() : -1);
        if (!type.allows(length) || Long.compareUnsigned(length, SecretKeyType.LONGEST_GENERATED) > 0) {
            throw Refusal.of(
                    Ckr.ATTRIBUTE_VALUE_INVALID,
                    "CKA_VALUE_LEN",
                    "A key of type " + type.name() + " has " + type.lengthsText()
                            + " bytes (and one generated here at most "
                            + SecretKeyType.LONGEST_GENERATED + "); the template says "
                            + Long.toUnsignedString(length) + ".",
                    type.section(),
                    "Ask for such a length.");
        }
        return attributes(keyType, type.fitted(crypto.randomBytes((int) length)));
    }

    /// {@return the attributes of a secret key of a value}
    public static List<Attribute> attributes(long keyType, byte[] value) {
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, keyType),
                Attribute.of(Cka.VALUE, value)));
        if (SecretKeyType.of(keyType).map(SecretKeyType::hasLength).orElse(true)) {
            attributes.add(Attribute.of(Cka.VALUE_LEN, (long) value.length));
        }
        return List.copyOf(attributes);
    }
}
