package dev.tokki.emulator.mechanism.rivest;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.RivestParameter;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.generic.GenericMechanisms;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.mac.CbcMac;
import dev.tokki.emulator.mechanism.mac.MacSigner;
import dev.tokki.emulator.mechanism.work.CipherStream;
import dev.tokki.emulator.mechanism.work.DataLengths;
import dev.tokki.emulator.mechanism.work.UnpaddingStream;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.RC5ParameterSpec;

/// RC2 and RC5, which only the header of v3.2 has: block ciphers whose parameter says how they work.
public final class RivestMechanisms {
    private static final String SECTION = "4.12";
    private static final int MOST_BITS = 1024;
    private static final int MOST_ROUNDS = 255;

    /// A variant of a cipher.
    ///
    /// @param algorithm JCA's name
    /// @param block the bytes of a block
    /// @param effectiveBits of RC2; 0 for RC5
    /// @param rounds of RC5
    /// @param iv the vector; zeros where there is none
    /// @param macLength the length of a MAC in bytes
    private record Variant(String algorithm, int block, int effectiveBits, int rounds, Bytes iv, int macLength) {
        Cipher cipher(Crypto crypto, String mode, int direction, KeyView key) {
            Cipher cipher = crypto.cipher(algorithm + "/" + mode);
            try {
                cipher.init(direction, SecretKeys.of(key), spec(mode.startsWith("CBC")));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            return cipher;
        }

        private AlgorithmParameterSpec spec(boolean hasIv) {
            if (effectiveBits > 0) {
                return hasIv ? new RC2ParameterSpec(effectiveBits, iv.array()) : new RC2ParameterSpec(effectiveBits);
            }
            return hasIv
                    ? new RC5ParameterSpec(16, rounds, 4 * block, iv.array())
                    : new RC5ParameterSpec(16, rounds, 4 * block);
        }
    }

    private RivestMechanisms() {}

    public static List<Declaration<?>> all() {
        KeyRule rc2 = KeyRule.secret(KeySize.bits(40, MOST_BITS), Ckk.RC2);
        KeyRule rc5 = KeyRule.secret(KeySize.bytes(1, 255), Ckk.RC5);
        return List.of(
                GenericMechanisms.generation(Ckm.RC2_KEY_GEN, SECTION, Ckk.RC2, KeySize.bits(8, MOST_BITS)),
                ecb(Declaration.of(Ckm.RC2_ECB, SECTION, rc2, RC2)),
                cbc(Declaration.of(Ckm.RC2_CBC, SECTION, rc2, RC2_CBC)),
                cbcPad(Declaration.of(Ckm.RC2_CBC_PAD, SECTION, rc2, RC2_CBC)),
                mac(Declaration.of(Ckm.RC2_MAC, SECTION, rc2, RC2)),
                mac(Declaration.of(Ckm.RC2_MAC_GENERAL, SECTION, rc2, RC2_GENERAL)),
                GenericMechanisms.generation(Ckm.RC5_KEY_GEN, SECTION, Ckk.RC5),
                ecb(Declaration.of(Ckm.RC5_ECB, SECTION, rc5, RC5)),
                cbc(Declaration.of(Ckm.RC5_CBC, SECTION, rc5, RC5_CBC)),
                cbcPad(Declaration.of(Ckm.RC5_CBC_PAD, SECTION, rc5, RC5_CBC)),
                mac(Declaration.of(Ckm.RC5_MAC, SECTION, rc5, RC5)),
                mac(Declaration.of(Ckm.RC5_MAC_GENERAL, SECTION, rc5, RC5_GENERAL)));
    }

    private static Declaration<?> ecb(Declaration<Variant> declaration) {
        return blocks(declaration, "ECB/NoPadding");
    }

    private static Declaration<?> cbc(Declaration<Variant> declaration) {
        return blocks(declaration, "CBC/NoPadding");
    }

    private static Declaration<?> blocks(Declaration<Variant> declaration, String mode) {
        return Wraps.secretKeys(16, SECTION)
                .of(
                        declaration,
                        (crypto, variant, key) -> new CipherStream(
                                variant.cipher(crypto, mode, Cipher.ENCRYPT_MODE, key),
                                new DataLengths.WholeBlocks(variant.block(), true, SECTION)),
                        (crypto, variant, key) -> new CipherStream(
                                variant.cipher(crypto, mode, Cipher.DECRYPT_MODE, key),
                                new DataLengths.WholeBlocks(variant.block(), false, SECTION)));
    }

    private static Declaration<?> cbcPad(Declaration<Variant> declaration) {
        return Wraps.allKeys(1, SECTION)
                .of(
                        declaration,
                        (crypto, variant, key) -> new CipherStream(
                                variant.cipher(crypto, "CBC/PKCS5Padding", Cipher.ENCRYPT_MODE, key),
                                new DataLengths.Padding(variant.block())),
                        (crypto, variant, key) -> new UnpaddingStream(
                                variant.cipher(crypto, "CBC/NoPadding", Cipher.DECRYPT_MODE, key),
                                variant.block(),
                                SECTION));
    }

    private static Declaration<?> mac(Declaration<Variant> declaration) {
        return MacSigner.of(declaration, (crypto, variant, key) -> {
            Cipher chain = variant.cipher(crypto, "CBC/NoPadding", Cipher.ENCRYPT_MODE, key);
            return new MacSigner(new CbcMac(chain), variant.macLength());
        });
    }

    private static final ParameterRule<Variant> RC2 = new ParameterRule<>(
            "CK_RC2_PARAMS, the effective bits", SECTION, (Mechanism mechanism, ParameterRule<Variant> rule) -> {
                if (mechanism.parameter() instanceof Parameter.ULong(long bits)) {
                    return rc2(bits, new byte[8], 4, rule);
                }
                throw rule.wrong(mechanism, "wants a CK_RC2_PARAMS, and got " + mechanism.parameter(), "Pass one.");
            });

    private static final ParameterRule<Variant> RC2_CBC = ParameterRule.structure(
            "CK_RC2_CBC_PARAMS",
            SECTION,
            RivestParameter.Rc2Cbc.class,
            (given, rule) -> rc2(given.effectiveBits(), given.iv().copy(), 4, rule));

    private static final ParameterRule<Variant> RC2_GENERAL = ParameterRule.structure(
            "CK_RC2_MAC_GENERAL_PARAMS",
            SECTION,
            RivestParameter.Rc2MacGeneral.class,
            (given, rule) -> rc2(given.effectiveBits(), new byte[8], given.macLength(), rule));

    private static final ParameterRule<Variant> RC5 = ParameterRule.structure(
            "CK_RC5_PARAMS",
            SECTION,
            RivestParameter.Rc5.class,
            (given, rule) -> rc5(given.wordBits(), given.rounds(), new byte[0], -1, rule));

    private static final ParameterRule<Variant> RC5_CBC = ParameterRule.structure(
            "CK_RC5_CBC_PARAMS",
            SECTION,
            RivestParameter.Rc5Cbc.class,
            (given, rule) ->
                    rc5(given.wordBits(), given.rounds(), ParameterRule.bytes(rule, "pIv", given.iv()), -1, rule));

    private static final ParameterRule<Variant> RC5_GENERAL = ParameterRule.structure(
            "CK_RC5_MAC_GENERAL_PARAMS",
            SECTION,
            RivestParameter.Rc5MacGeneral.class,
            (given, rule) -> rc5(given.wordBits(), given.rounds(), new byte[0], given.macLength(), rule));

    private static Variant rc2(long bits, byte[] iv, long macLength, ParameterRule<Variant> rule) {
        if (bits < 1 || bits > MOST_BITS) {
            throw rule.wrong("ulEffectiveBits", "RC2 has 1 to 1024 effective bits, not " + bits + ".", "Pass 128.");
        }
        checkMac(macLength, 8, rule);
        return new Variant("RC2", 8, (int) bits, 0, Bytes.of(iv), (int) macLength);
    }

    private static Variant rc5(long word, long rounds, byte[] iv, long macLength, ParameterRule<Variant> rule) {
        // The header speaks of the word size in bytes; callers have passed bits too.
        long bytes = word > 8 ? word / 8 : word;
        if (bytes != 4 && bytes != 8) {
            throw rule.wrong("ulWordsize", "Words of 4 and 8 bytes are served, not of " + word + ".", "Pass 4.");
        }
        if (rounds < 0 || rounds > MOST_ROUNDS) {
            throw rule.wrong("ulRounds", "RC5 has 0 to 255 rounds, not " + rounds + ".", "Pass 12.");
        }
        int block = (int) (2 * bytes);
        byte[] vector = iv.length == 0 ? new byte[block] : iv;
        if (vector.length != block) {
            throw rule.wrong("ulIvLen", "The vector is a block of " + block + " bytes.", "Pass as many.");
        }
        long mac = macLength < 0 ? bytes : macLength;
        checkMac(mac, block, rule);
        return new Variant(bytes == 4 ? "RC5" : "RC5-64", block, 0, (int) rounds, Bytes.of(vector), (int) mac);
    }

    private static void checkMac(long length, int block, ParameterRule<Variant> rule) {
        if (length < 1 || length > block) {
            throw rule.wrong("ulMacLength", "The MAC has 1 to " + block + " bytes, not " + length + ".", "Pass 4.");
        }
    }
}
