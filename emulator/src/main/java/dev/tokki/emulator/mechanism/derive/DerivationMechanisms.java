package dev.tokki.emulator.mechanism.derive;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.DerivationParameter.StringData;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.digest.TruncatedHash;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;

/// Keys out of secret keys: by encryption (section 6.17), hashing (6.21) and rearrangement (6.29).
public final class DerivationMechanisms {
    /// Every type of secret key can be a base key, whatever its length.
    private static final KeyRule ANY_SECRET = KeyRule.secret(KeySize.bits(0, Integer.MAX_VALUE), SecretKeyType.types());

    private static final String HASHED = "6.21.2";

    private DerivationMechanisms() {}

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>(List.of(
                ofData(Ckm.CONCATENATE_BASE_AND_DATA, "6.29.4", DerivationMechanisms::concatenated),
                ofData(Ckm.CONCATENATE_DATA_AND_BASE, "6.29.5", (base, data) -> concatenated(data, base)),
                ofData(Ckm.XOR_BASE_AND_DATA, "6.29.6", DerivationMechanisms::xored),
                concatenateKeys(),
                extract(),
                PublicKeyDerivation.declaration()));
        Arrays.stream(Hash.values())
                .filter(hash -> hash.deriving().keyDerivation() != Hash.NONE)
                .forEach(hash -> all.add(hashed(hash.deriving().keyDerivation(), hash.algorithm())));
        all.add(hashed(Ckm.SHAKE_128_KEY_DERIVATION, "SHAKE128-256"));
        all.add(hashed(Ckm.SHAKE_256_KEY_DERIVATION, "SHAKE256-512"));
        all.add(truncated());
        return List.copyOf(all);
    }

    private static Declaration<?> hashed(long mechanism, String digest) {
        return Declaration.of(mechanism, HASHED, ANY_SECRET, ParameterRule.none(HASHED))
                .can(Use.DERIVE, (crypto, none, input) -> hashed(crypto, digest, input));
    }

    /// SHA-512/t, whose parameter is t.
    private static Declaration<?> truncated() {
        return Declaration.of(Ckm.SHA512_T_KEY_DERIVATION, HASHED, ANY_SECRET, TruncatedHash.RULE)
                .can(Use.DERIVE, (crypto, digest, input) -> hashed(crypto, digest.algorithm(), input));
    }

    private static List<Attribute> hashed(Crypto crypto, String digest, Use.Derivation input) {
        DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), HASHED);
        byte[] hash = crypto.digest(digest).digest(input.baseKey().attributes().bytes(Cka.VALUE));
        return key.agreed(key.firstOf(hash), input.baseKey());
    }

    private static Declaration<?> ofData(long type, String section, BinaryOperator<byte[]> arrangement) {
        return Declaration.of(type, section, ANY_SECRET, data())
                .can(
                        Use.DERIVE,
                        (crypto, data, input) -> arranged(
                                arrangement.apply(input.baseKey().attributes().bytes(Cka.VALUE), data.array()),
                                input,
                                section,
                                input.baseKey()));
    }

    private static Declaration<?> concatenateKeys() {
        String section = "6.29.3";
        return Declaration.of(
                        Ckm.CONCATENATE_BASE_AND_KEY,
                        section,
                        ANY_SECRET,
                        ParameterRule.ulong("CK_OBJECT_HANDLE", section))
                .can(Use.DERIVE, (crypto, handle, input) -> {
                    KeyView other = input.others().apply(handle);
                    ANY_SECRET.check(Use.DERIVE, "CKM_CONCATENATE_BASE_AND_KEY", section, other);
                    return arranged(
                            concatenated(
                                    input.baseKey().attributes().bytes(Cka.VALUE),
                                    other.attributes().bytes(Cka.VALUE)),
                            input,
                            section,
                            input.baseKey(),
                            other);
                });
    }

    private static Declaration<?> extract() {
        String section = "6.29.7";
        return Declaration.of(
                        Ckm.EXTRACT_KEY_FROM_KEY,
                        section,
                        ANY_SECRET,
                        ParameterRule.ulong("CK_EXTRACT_PARAMS", section))
                .can(Use.DERIVE, (crypto, first, input) -> {
                    byte[] base = input.baseKey().attributes().bytes(Cka.VALUE);
                    if (Long.compareUnsigned(first, 8L * base.length) >= 0) {
                        throw ParameterRule.ulong("CK_EXTRACT_PARAMS", section)
                                .wrong(
                                        "the first bit",
                                        "The base key has " + 8L * base.length
                                                + " bits, counted from 0; asked for was bit "
                                                + Long.toUnsignedString(first) + ".",
                                        "Pass a bit of the base key.");
                    }
                    DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), section);
                    return key.inherited(
                            rotated(base, first.intValue(), key.lengthAtMost(base.length)), input.baseKey());
                });
    }

    private static List<Attribute> arranged(byte[] buffer, Use.Derivation input, String section, KeyView... bases) {
        DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), section);
        return key.inherited(key.firstOf(buffer), bases);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] xored(byte[] base, byte[] data) {
        byte[] mixed = new byte[Math.min(base.length, data.length)];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (byte) (base[i] ^ data[i]);
        }
        return mixed;
    }

    /// {@return `length` bytes of the base, beginning at a bit and going round at its end}
    private static byte[] rotated(byte[] base, int firstBit, int length) {
        byte[] rotated = new byte[length];
        int shift = firstBit % 8;
        for (int i = 0; i < length; i++) {
            int at = (firstBit / 8 + i) % base.length;
            int pair = ((base[at] & 0xFF) << 8) | (base[(at + 1) % base.length] & 0xFF);
            rotated[i] = (byte) (pair >> (8 - shift));
        }
        return rotated;
    }

    private static ParameterRule<Bytes> data() {
        return ParameterRule.structure(
                "CK_KEY_DERIVATION_STRING_DATA",
                "6.29.2.1",
                StringData.class,
                (given, rule) -> Bytes.of(ParameterRule.bytes(rule, "pData", given.data())));
    }
}
