package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.RsaParameter.Oaep;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.hash.Hash;

/// What RSA OAEP needs of its parameter, checked.
///
/// @param hash the hash of the label
/// @param mgf the hash of the mask generation function
/// @param label the label
record OaepParameter(Hash hash, Hash mgf, Bytes label) {
    private static final String SECTION = "6.1.7.3";

    /// `CK_RSA_PKCS_OAEP_PARAMS`.
    static final ParameterRule<OaepParameter> RULE =
            ParameterRule.structure("CK_RSA_PKCS_OAEP_PARAMS", SECTION, Oaep.class, OaepParameter::of);

    static OaepParameter of(Oaep oaep, ParameterRule<?> rule) {
        byte[] label = ParameterRule.bytes(rule, "pSourceData", oaep.sourceData());
        // Source 0 without a label is what callers before v2.20 pass; it can only mean the empty label.
        if (oaep.source() != Ckz.DATA_SPECIFIED && !(oaep.source() == 0 && label.length == 0)) {
            throw rule.wrong(
                    "source",
                    "The source of the label must be CKZ_DATA_SPECIFIED; it is " + Names.CKZ.of(oaep.source()) + ".",
                    "Pass CKZ_DATA_SPECIFIED, also for the empty label.");
        }
        return new OaepParameter(hash(oaep.hashAlg(), rule), mgf(oaep.mgf(), rule), Bytes.of(label));
    }

    static Hash hash(long hashAlg, ParameterRule<?> rule) {
        return Hash.byDigest(hashAlg)
                .orElseThrow(() -> rule.wrong(
                        "hashAlg",
                        Names.CKM.of(hashAlg) + " is no digest that this token has.",
                        "Pass a digest mechanism, CKM_SHA256 for example."));
    }

    static Hash mgf(long mgf, ParameterRule<?> rule) {
        return Hash.by(hash -> hash.deriving().mgf(), mgf)
                .orElseThrow(() -> rule.wrong(
                        "mgf",
                        Names.CKG.of(mgf) + " is no mask generation function.",
                        "Pass one of CKG_MGF1_SHA1 to CKG_MGF1_SHA3_512."));
    }
}
