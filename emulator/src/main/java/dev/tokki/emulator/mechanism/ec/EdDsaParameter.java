package dev.tokki.emulator.mechanism.ec;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.parameter.EcParameter.EdDsa;
import dev.tokki.emulator.crypto.EdwardsCurve.Scheme;
import dev.tokki.emulator.mechanism.declare.ParameterRule;

/// Which scheme of EdDSA a parameter chooses, section 6.3.14.
///
/// The section ties the parameter to curves named after RFC 8032 and says of curves named after RFC 8410 that
/// they are pure. Here a parameter counts for both, since a caller who passes one means it, and none means
/// pure for both.
///
/// @param scheme the scheme
/// @param context the context, at most 255 bytes
record EdDsaParameter(Scheme scheme, Bytes context) {
    private static final int LONGEST_CONTEXT = 255;

    /// `CK_EDDSA_PARAMS`, or none.
    static final ParameterRule<EdDsaParameter> RULE =
            new ParameterRule<>("CK_EDDSA_PARAMS", "6.3.16.1", EdDsaParameter::read);

    private static EdDsaParameter read(Mechanism mechanism, ParameterRule<EdDsaParameter> rule) {
        if (ParameterRule.isAbsent(mechanism)) {
            return new EdDsaParameter(Scheme.PURE, Bytes.EMPTY);
        }
        if (!(mechanism.parameter() instanceof EdDsa(boolean prehash, Bytes context))) {
            throw rule.wrong(
                    mechanism,
                    "wants a CK_EDDSA_PARAMS or none, and got " + mechanism.parameter(),
                    "Pass NULL_PTR, or a CK_EDDSA_PARAMS.");
        }
        byte[] bytes = ParameterRule.bytes(rule, "pContextData", context);
        if (bytes.length > LONGEST_CONTEXT) {
            throw rule.wrong(
                    "ulContextDataLen",
                    "The context has at most 255 bytes; this one has " + bytes.length + ".",
                    "Pass a shorter context.");
        }
        return new EdDsaParameter(prehash ? Scheme.PREHASHED : Scheme.WITH_CONTEXT, Bytes.of(bytes));
    }
}
