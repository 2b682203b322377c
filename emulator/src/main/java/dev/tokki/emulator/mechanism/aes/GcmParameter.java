package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.AesParameter.Gcm;
import dev.tokki.api.parameter.AesParameter.GcmWrap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import java.util.Optional;

/// What AES-GCM needs of its parameter, checked.
///
/// @param iv the initialisation vector
/// @param aad data authenticated but not encrypted
/// @param tagLength the length of the tag in bytes, 0 to 16
/// @param wrap the parameter as it was given, where it was that of C_WrapKey
record GcmParameter(Bytes iv, Bytes aad, int tagLength, Optional<GcmWrap> wrap) {
    /// `CK_GCM_PARAMS`, or for wrapping `CK_GCM_WRAP_PARAMS`.
    static final ParameterRule<GcmParameter> RULE = new ParameterRule<>("CK_GCM_PARAMS", "6.13.7", GcmParameter::read);

    private static GcmParameter read(Mechanism mechanism, ParameterRule<GcmParameter> rule) {
        return switch (mechanism.parameter()) {
            // ulIvBits is not looked at, as section 6.13.7.2 demands.
            case Gcm(Bytes iv, long ivBits, Bytes aad, long tagBits) -> of(iv, aad, tagBits, Optional.empty());
            case GcmWrap wrap -> {
                checkGenerator(wrap);
                yield of(wrap.iv(), wrap.aad(), wrap.tagBits(), Optional.of(wrap));
            }
            default ->
                throw rule.wrong(
                        mechanism,
                        "wants a CK_GCM_PARAMS, and got " + mechanism.parameter(),
                        "Pass a CK_GCM_PARAMS, or to wrap a CK_GCM_WRAP_PARAMS.");
        };
    }

    private static GcmParameter of(Bytes iv, Bytes aad, long tagBits, Optional<GcmWrap> wrap) {
        byte[] vector = ParameterRule.bytes(RULE, "pIv", iv);
        if (vector.length == 0) {
            throw RULE.wrong("ulIvLen", "The initialisation vector must have at least 1 byte.", "Pass 12 bytes.");
        }
        if (tagBits < 0 || tagBits > 128 || tagBits % 8 != 0) {
            throw RULE.wrong(
                    "ulTagBits",
                    "The tag has 0 to 128 bits, in whole bytes; asked for were " + Long.toUnsignedString(tagBits) + ".",
                    "Pass 128.");
        }
        return new GcmParameter(
                Bytes.of(vector), Bytes.of(ParameterRule.bytes(RULE, "pAAD", aad)), (int) (tagBits / 8), wrap);
    }

    private static void checkGenerator(GcmWrap wrap) {
        GeneratedVector.checkFixedBits(RULE, "ulIvFixedBits", wrap.ivFixedBits(), wrap.iv());
        long generator = wrap.ivGenerator();
        if (generator != Ckg.NO_GENERATE && generator != Ckg.GENERATE && generator != Ckg.GENERATE_RANDOM) {
            throw RULE.wrong(
                    "ivGenerator",
                    "One C_WrapKey has no counter to count on; asked for was generator " + Names.CKG.of(generator)
                            + ".",
                    "Pass CKG_GENERATE, CKG_GENERATE_RANDOM or CKG_NO_GENERATE.");
        }
    }

    /// {@return this with the initialisation vector that C_WrapKey is to use: the given one, or a new one
    /// after its fixed bits}
    GcmParameter generated(Crypto crypto) {
        if (wrap.isEmpty() || wrap.get().ivGenerator() == Ckg.NO_GENERATE) {
            return this;
        }
        GcmWrap given = wrap.get();
        Bytes made = GeneratedVector.after(crypto, iv, given.ivFixedBits());
        return new GcmParameter(
                made,
                aad,
                tagLength,
                Optional.of(new GcmWrap(
                        Bytes.of(made.copy()),
                        given.ivFixedBits(),
                        given.ivGenerator(),
                        given.aad(),
                        given.tagBits())));
    }

    /// Refuses the parameter of C_WrapKey where data are encrypted or decrypted.
    GcmParameter forData() {
        if (wrap.isPresent()) {
            throw RULE.wrong(
                    "pMechanism->pParameter",
                    "CK_GCM_WRAP_PARAMS is for C_WrapKey and C_UnwrapKey.",
                    "Pass a CK_GCM_PARAMS.");
        }
        return this;
    }
}
