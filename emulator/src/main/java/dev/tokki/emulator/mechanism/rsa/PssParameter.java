package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.RsaParameter.Pss;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;

/// What RSA PSS needs of its parameter, checked.
///
/// @param hash the hash of the data
/// @param mgf the hash of the mask generation function
/// @param saltLength length of the salt in bytes
record PssParameter(Hash hash, Hash mgf, long saltLength) {
    private static final String SECTION = "6.1.9.1";

    /// `CK_RSA_PKCS_PSS_PARAMS`, with any hash.
    static final ParameterRule<PssParameter> RULE =
            ParameterRule.structure("CK_RSA_PKCS_PSS_PARAMS", SECTION, Pss.class, PssParameter::of);

    /// {@return the rule of a mechanism that hashes: its parameter must name its hash}
    static ParameterRule<PssParameter> ruleOf(Hash hash) {
        return ParameterRule.structure("CK_RSA_PKCS_PSS_PARAMS", SECTION, Pss.class, (pss, rule) -> {
            PssParameter parameter = of(pss, rule);
            if (parameter.hash != hash) {
                throw rule.wrong(
                        "hashAlg",
                        "The mechanism hashes with " + hash.algorithm() + "; the parameter says "
                                + Names.CKM.of(pss.hashAlg()) + ".",
                        "Pass " + Names.CKM.of(hash.macs().digest()) + ".");
            }
            return parameter;
        });
    }

    private static PssParameter of(Pss pss, ParameterRule<?> rule) {
        return new PssParameter(
                OaepParameter.hash(pss.hashAlg(), rule), OaepParameter.mgf(pss.mgf(), rule), pss.saltLength());
    }

    /// Refuses a salt that does not fit beside the hash: at most _k*_ - 2 - _hLen_ bytes.
    void checkFits(BigInteger modulus) {
        int encoded = (modulus.bitLength() - 1 + 7) / 8;
        long most = encoded - 2L - hash.length();
        if (most < 0) {
            throw Refusal.of(
                    Ckr.KEY_SIZE_RANGE,
                    "the key",
                    "A PSS block with " + hash.algorithm() + " needs " + (hash.length() + 2)
                            + " bytes; the modulus has room for " + encoded + ".",
                    "6.1.10",
                    "Use a larger key or a shorter hash.");
        }
        if (Long.compareUnsigned(saltLength, most) > 0) {
            throw RULE.wrong(
                    "sLen",
                    "With this key and hash the salt has at most " + most + " bytes; asked for were "
                            + Long.toUnsignedString(saltLength) + ".",
                    "Pass a shorter salt; usual is the length of the hash, " + hash.length() + ".");
        }
    }
}
