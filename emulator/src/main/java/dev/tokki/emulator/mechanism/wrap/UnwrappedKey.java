package dev.tokki.emulator.mechanism.wrap;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.key.Pkcs8;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The key that unwrapped material makes, as its template says (section 5.18.4).
public final class UnwrappedKey {
    private static final String SECTION = "5.18.4";

    private UnwrappedKey() {}

    public static List<Attribute> of(Crypto crypto, byte[] material, AttributeMap template, Wraps wraps) {
        long keyClass = required(template, Cka.CLASS, "CKA_CLASS");
        long keyType = required(template, Cka.KEY_TYPE, "CKA_KEY_TYPE");
        if (keyClass == Cko.SECRET_KEY) {
            int length = length(material, keyType, template, wraps);
            return SecretKeys.attributes(keyType, Arrays.copyOf(material, length));
        }
        if (keyClass == Cko.PRIVATE_KEY && wraps.takesPrivateKeys()) {
            return Pkcs8.decode(crypto, material, keyType, wraps.block() > 1);
        }
        throw Refusal.of(
                Ckr.TEMPLATE_INCONSISTENT,
                "CKA_CLASS",
                "The mechanism unwraps " + (wraps.takesPrivateKeys() ? "secret and private keys" : "secret keys")
                        + "; the template asks for a " + Names.CKO.of(keyClass) + ".",
                wraps.section(),
                "Ask for a class that the mechanism unwraps.");
    }

    /// {@return the secret key in the last bytes of a raw RSA block, section 6.1.12: as many as the template
    /// says}
    public static List<Attribute> fromEnd(byte[] block, AttributeMap template, String section) {
        long keyClass = required(template, Cka.CLASS, "CKA_CLASS");
        long keyType = required(template, Cka.KEY_TYPE, "CKA_KEY_TYPE");
        if (keyClass != Cko.SECRET_KEY) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCONSISTENT,
                    "CKA_CLASS",
                    "The mechanism unwraps secret keys; the template asks for a " + Names.CKO.of(keyClass) + ".",
                    section,
                    "Ask for a CKO_SECRET_KEY.");
        }
        Optional<SecretKeyType> type = SecretKeyType.of(keyType);
        long length = required(template, Cka.VALUE_LEN, "CKA_VALUE_LEN");
        if (length < 0
                || length > block.length
                || !type.map(known -> known.allows(length)).orElse(true)) {
            throw wrongLength("The template asks for " + Long.toUnsignedString(length) + " bytes", block, type);
        }
        return SecretKeys.attributes(keyType, Arrays.copyOfRange(block, block.length - (int) length, block.length));
    }

    public static long required(AttributeMap template, long type, String name) {
        if (!template.has(type)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCOMPLETE,
                    name,
                    "The wrapped key does not say what it is, and neither does the template.",
                    SECTION,
                    "Add " + name + " to the template.");
        }
        return template.ulong(type, -1);
    }

    private static int length(byte[] material, long keyType, AttributeMap template, Wraps wraps) {
        Optional<SecretKeyType> type = SecretKeyType.of(keyType);
        if (template.has(Cka.VALUE_LEN)) {
            long length = template.ulong(Cka.VALUE_LEN, -1);
            boolean isPossible = length <= material.length && length > material.length - wraps.block() && length >= 0;
            if (!isPossible || !type.map(known -> known.allows(length)).orElse(true)) {
                throw wrongLength("The template asks for " + Long.toUnsignedString(length) + " bytes", material, type);
            }
            return (int) length;
        }
        int[] candidates = IntStream.rangeClosed(Math.max(0, material.length - wraps.block() + 1), material.length)
                .filter(length -> type.map(known -> known.allows(length)).orElse(true))
                .filter(length -> isPaddedFrom(length, material))
                .toArray();
        boolean isAmbiguous =
                wraps.block() > 1 && type.map(SecretKeyType::isAnyLength).orElse(true);
        if (candidates.length == 0) {
            throw wrongLength("The template leaves the length to the wrapped key", material, type);
        }
        if (candidates.length > 1 || isAmbiguous) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCOMPLETE,
                    "CKA_VALUE_LEN",
                    "The mechanism pads keys with zeros to multiples of " + wraps.block() + " bytes, and a key of type "
                            + Names.CKK.of(keyType) + " may have several lengths.",
                    SECTION,
                    "Add CKA_VALUE_LEN, the length of the key in bytes, to the template.");
        }
        return candidates[0];
    }

    private static boolean isPaddedFrom(int length, byte[] material) {
        for (int at = length; at < material.length; at++) {
            if (material[at] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Refusal wrongLength(String asked, byte[] material, Optional<SecretKeyType> type) {
        return Refusal.of(
                Ckr.WRAPPED_KEY_LEN_RANGE,
                "pWrappedKey",
                asked + ", the wrapped key holds " + material.length + " bytes"
                        + type.map(known -> ", and a key of type " + known.name() + " has " + known.lengthsText()
                                        + " bytes")
                                .orElse("")
                        + ".",
                SECTION,
                "Ask for the type and the length of the key that was wrapped.");
    }
}
