package dev.tokki.emulator.mechanism.cms;

import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.CmsParameter;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Underlying;
import java.util.List;
import java.util.Optional;

/// `CKM_CMS_SIG`, section 6.30.4: a SignerInfo of CMS, ready to be put beside its message.
public final class CmsMechanisms {
    private static final String SECTION = "6.30.4";

    private CmsMechanisms() {}

    /// A parameter that fits together.
    ///
    /// @param given the structure
    /// @param signing the mechanism that signs the attributes
    /// @param scheme the same in the terms of CMS
    /// @param hash the hash of the message, and of the attributes
    record Request(CmsParameter.Signature given, Mechanism signing, SignatureScheme scheme, Hash hash) {}

    /// @param others the mechanisms that sign underneath
    public static List<Declaration<?>> all(Underlying others) {
        ParameterRule<Request> rule = ParameterRule.structure(
                "CK_CMS_SIG_PARAMS", "6.30.3.1", CmsParameter.Signature.class, CmsMechanisms::read);
        return List.of(Declaration.of(Ckm.CMS_SIG, SECTION, KeyRule.UNDERNEATH, rule)
                .can(Use.SIGN, (crypto, request, key) -> signer(crypto, others, request, key, rule)));
    }

    private static Request read(CmsParameter.Signature given, ParameterRule<Request> rule) {
        Mechanism signing = given.signingMechanism();
        if (signing == null) {
            throw rule.wrong("pSigningMechanism", "It is NULL_PTR.", "Pass CKM_SHA256_RSA_PKCS for example.");
        }
        SignatureScheme scheme = SignatureScheme.of(signing.type())
                .orElseThrow(() -> rule.wrong(
                        "pSigningMechanism",
                        "Signatures by " + Names.CKM.of(signing.type()) + " are not laid out for CMS here.",
                        "Pass a mechanism of PKCS #1 v1.5, ECDSA or DSA."));
        Mechanism digest = given.digestMechanism();
        Optional<Hash> asked = digest == null ? Optional.empty() : Hash.byDigest(digest.type());
        Hash hash = scheme.hash().or(() -> asked).orElseThrow(() -> noDigest(rule));
        boolean isOther = digest != null && !asked.equals(Optional.of(hash));
        if (isOther
                || SignatureScheme.digestName(hash).isEmpty()
                || scheme.name(hash).isEmpty()) {
            throw rule.wrong(
                    "pDigestMechanism",
                    "The digest does not go with the signing mechanism.",
                    "Pass NULL_PTR where the signing mechanism hashes by itself.");
        }
        ParameterRule.bytes(rule, "pRequestedAttributes", given.requestedAttributes());
        ParameterRule.bytes(rule, "pRequiredAttributes", given.requiredAttributes());
        return new Request(given, signing, scheme, hash);
    }

    private static dev.tokki.emulator.rule.Refusal noDigest(ParameterRule<Request> rule) {
        return rule.wrong(
                "pDigestMechanism",
                "The signing mechanism signs digests, and does not say which.",
                "Pass the mechanism of the digest.");
    }

    private static Signer signer(
            Crypto crypto, Underlying others, Request request, KeyView key, ParameterRule<?> rule) {
        return CmsSigner.of(crypto, others, request, key, rule);
    }
}
