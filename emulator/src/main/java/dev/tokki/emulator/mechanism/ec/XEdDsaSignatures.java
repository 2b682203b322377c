package dev.tokki.emulator.mechanism.ec;

import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.EcParameter;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.MontgomeryCurve;
import dev.tokki.emulator.crypto.XEdDsa;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import java.util.Set;

/// XEdDSA, section 6.3.15.
final class XEdDsaSignatures {
    static final String SECTION = "6.3.15";

    /// The hashes of section 6.3.16.3.
    private static final Set<Long> HASHES =
            Set.of(Ckm.BLAKE2B_256, Ckm.BLAKE2B_512, Ckm.SHA3_256, Ckm.SHA3_512, Ckm.SHA256, Ckm.SHA512);

    /// `CK_XEDDSA_PARAMS`.
    static final ParameterRule<Hash> RULE = ParameterRule.structure(
            "CK_XEDDSA_PARAMS",
            "6.3.16.2",
            EcParameter.XEdDsa.class,
            (given, rule) -> Hash.byDigest(given.hash())
                    .filter(hash -> HASHES.contains(given.hash()))
                    .orElseThrow(() -> rule.wrong(
                            "hash",
                            Names.CKM.of(given.hash()) + " is none of the hashes of XEdDSA.",
                            "Pass CKM_SHA512, as Signal does, CKM_SHA256, or SHA-3 or BLAKE2b of these lengths.")));

    private XEdDsaSignatures() {}

    static Signer sign(Crypto crypto, Hash hash, KeyView key) {
        MontgomeryCurve curve = EcKeys.montgomery(key.attributes());
        XEdDsa scheme = new XEdDsa(curve, crypto.digest(hash.algorithm()));
        byte[] secret = EcKeys.privateBytes(curve, key.attributes());
        return new WholeSigner(
                scheme.signatureLength(), data -> scheme.sign(curve.scalar(secret), data, crypto.random()));
    }

    static Verifier verify(Crypto crypto, Hash hash, KeyView key) {
        MontgomeryCurve curve = EcKeys.montgomery(key.attributes());
        XEdDsa scheme = new XEdDsa(curve, crypto.digest(hash.algorithm()));
        byte[] publicKey = EcKeys.publicBytes(curve, key.attributes());
        return new WholeVerifier((data, signature) -> {
            Signatures.checkLength(signature, scheme.signatureLength(), SECTION);
            if (!scheme.verify(publicKey, data, signature)) {
                throw Signatures.invalid(SECTION);
            }
        });
    }
}
