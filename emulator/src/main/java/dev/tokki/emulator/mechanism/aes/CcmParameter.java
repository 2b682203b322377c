package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.AesParameter.CcmWrap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.rule.Refusal;
import java.util.Optional;

/// What AES-CCM needs of its parameter, checked.
///
/// @param dataLength the length of the data in bytes; -1 for wrapping, where the key tells it
/// @param nonce the nonce, 7 to 13 bytes
/// @param aad data authenticated but not encrypted
/// @param tagLength the length of the tag in bytes: 4, 6, … 16
/// @param wrap the parameter as it was given, where it was that of C_WrapKey
record CcmParameter(long dataLength, Bytes nonce, Bytes aad, int tagLength, Optional<CcmWrap> wrap) {
    /// `CK_CCM_PARAMS`, or for wrapping `CK_CCM_WRAP_PARAMS`.
    static final ParameterRule<CcmParameter> RULE = new ParameterRule<>("CK_CCM_PARAMS", "6.13.7", CcmParameter::read);

    private static CcmParameter read(Mechanism mechanism, ParameterRule<CcmParameter> rule) {
        return switch (mechanism.parameter()) {
            case AesParameter.Ccm(long length, Bytes nonce, Bytes aad, long tag) ->
                of(length, nonce, aad, tag, Optional.empty());
            case CcmWrap wrap -> {
                checkGenerator(wrap);
                yield of(-1, wrap.nonce(), wrap.aad(), wrap.macLength(), Optional.of(wrap));
            }
            default ->
                throw rule.wrong(
                        mechanism,
                        "wants a CK_CCM_PARAMS, and got " + mechanism.parameter(),
                        "Pass a CK_CCM_PARAMS, or to wrap a CK_CCM_WRAP_PARAMS.");
        };
    }

    static CcmParameter of(long length, Bytes nonce, Bytes aad, long tag, Optional<CcmWrap> wrap) {
        byte[] bytes = ParameterRule.bytes(RULE, "pNonce", nonce);
        if (bytes.length < 7 || bytes.length > 13) {
            throw RULE.wrong(
                    "ulNonceLen", "The nonce has 7 to 13 bytes; this one has " + bytes.length + ".", "Pass 12 bytes.");
        }
        if (tag < 4 || tag > 16 || tag % 2 != 0) {
            throw RULE.wrong(
                    "ulMACLen",
                    "The tag has 4, 6, 8, 10, 12, 14 or 16 bytes; asked for were " + Long.toUnsignedString(tag) + ".",
                    "Pass 16.");
        }
        long mostBits = 8L * (15 - bytes.length);
        if (wrap.isEmpty() && (length < 0 || (mostBits < Long.SIZE && length >= 1L << mostBits))) {
            throw RULE.wrong(
                    "ulDataLen",
                    "With a nonce of " + bytes.length + " bytes the length of the data has " + mostBits
                            + " bits; it was to be " + Long.toUnsignedString(length) + ".",
                    "Pass the length of the data in bytes, or a shorter nonce.");
        }
        return new CcmParameter(
                length, Bytes.of(bytes), Bytes.of(ParameterRule.bytes(RULE, "pAAD", aad)), (int) tag, wrap);
    }

    private static void checkGenerator(CcmWrap wrap) {
        long generator = wrap.nonceGenerator();
        if (generator != Ckg.NO_GENERATE && generator != Ckg.GENERATE && generator != Ckg.GENERATE_RANDOM) {
            throw RULE.wrong(
                    "nonceGenerator",
                    "One C_WrapKey has no counter to count on; asked for was generator " + Names.CKG.of(generator)
                            + ".",
                    "Pass CKG_GENERATE, CKG_GENERATE_RANDOM or CKG_NO_GENERATE.");
        }
        GeneratedVector.checkFixedBits(RULE, "ulNonceFixedBits", wrap.nonceFixedBits(), wrap.nonce());
    }

    /// Refuses data of another length than announced.
    void checkLength(long length, long refusedAs) {
        if (dataLength >= 0 && dataLength != length) {
            throw Refusal.of(
                    refusedAs,
                    "the data",
                    "CK_CCM_PARAMS.ulDataLen announced " + dataLength + " bytes of data; there are " + length + ".",
                    "6.13.7.5",
                    "Set ulDataLen to the length of the data, without the tag.");
        }
    }

    /// {@return this with the nonce that C_WrapKey is to use: the given one, or a new one after its fixed bits}
    CcmParameter generated(Crypto crypto) {
        if (wrap.isEmpty() || wrap.get().nonceGenerator() == Ckg.NO_GENERATE) {
            return this;
        }
        CcmWrap given = wrap.get();
        Bytes made = GeneratedVector.after(crypto, nonce, given.nonceFixedBits());
        return new CcmParameter(
                dataLength,
                made,
                aad,
                tagLength,
                Optional.of(new CcmWrap(
                        given.dataLength(),
                        Bytes.of(made.copy()),
                        given.nonceFixedBits(),
                        given.nonceGenerator(),
                        given.aad(),
                        given.macLength())));
    }

    /// Refuses the parameter of C_WrapKey where data are encrypted or decrypted.
    CcmParameter forData() {
        if (wrap.isPresent()) {
            throw RULE.wrong(
                    "pMechanism->pParameter",
                    "CK_CCM_WRAP_PARAMS is for C_WrapKey and C_UnwrapKey.",
                    "Pass a CK_CCM_PARAMS.");
        }
        return this;
    }
}
