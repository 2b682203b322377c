package dev.tokki.emulator.mechanism.ec;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.EcParameter.Ecdh1Derive;
import dev.tokki.emulator.crypto.KeyDerivation;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.hash.Hash;
import java.util.Optional;

/// What ECDH needs of its parameter, checked.
///
/// @param kdf how keys come from the shared secret; nothing for the secret itself
/// @param sharedData data shared between the parties
/// @param publicData the other party's public key; nothing for encapsulation
record EcdhParameter(Optional<Kdf> kdf, Bytes sharedData, Bytes publicData) {
    /// A key derivation function over a hash.
    record Kdf(KeyDerivation function, Hash hash) {}

    /// `CK_ECDH1_DERIVE_PARAMS`.
    static final ParameterRule<EcdhParameter> RULE =
            ParameterRule.structure("CK_ECDH1_DERIVE_PARAMS", "6.3.16.5", Ecdh1Derive.class, EcdhParameter::of);

    private static EcdhParameter of(Ecdh1Derive derive, ParameterRule<?> rule) {
        byte[] other = ParameterRule.bytes(rule, "pPublicData", derive.publicData());
        return of(derive.kdf(), derive.sharedData(), Bytes.of(other), rule);
    }

    /// {@return a function and the data that go into it}
    static EcdhParameter of(long function, Bytes sharedData, Bytes publicData, ParameterRule<?> rule) {
        byte[] shared = ParameterRule.bytes(rule, "pSharedData", sharedData);
        Optional<Kdf> kdf = function == Ckd.NULL ? Optional.empty() : Optional.of(kdf(function, rule));
        if (kdf.isEmpty() && shared.length > 0) {
            throw rule.wrong(
                    "pSharedData",
                    "CKD_NULL takes no shared data; there are " + shared.length + " bytes.",
                    "Pass NULL_PTR and length 0, or another key derivation function.");
        }
        return new EcdhParameter(kdf, Bytes.of(shared), publicData);
    }

    /// {@return the other party's public key, which C_DeriveKey needs}
    byte[] otherParty() {
        if (publicData.length() == 0) {
            throw RULE.wrong(
                    "pPublicData", "The other party's public key is missing.", "Pass the other party's public key.");
        }
        return publicData.array();
    }

    /// Refuses another party's public key where the function itself brings it (section 6.3.17).
    void checkNoOtherParty() {
        if (publicData.length() != 0) {
            throw RULE.wrong(
                    "pPublicData",
                    "To encapsulate and decapsulate it must be NULL_PTR and its length 0.",
                    "Leave it out; hPublicKey and pCiphertext hold the public keys.");
        }
    }

    private static Kdf kdf(long kdf, ParameterRule<?> rule) {
        return Hash.by(hash -> hash.deriving().kdf(), kdf)
                .map(hash -> new Kdf(KeyDerivation.X963, hash))
                .or(() -> Hash.by(hash -> hash.deriving().kdfSp800(), kdf)
                        .map(hash -> new Kdf(KeyDerivation.SP800_56A, hash)))
                .orElseThrow(() -> rule.wrong(
                        "kdf",
                        "The token has no key derivation function " + Names.CKD.of(kdf) + " for curves.",
                        "Pass CKD_NULL, or one over SHA-1, SHA-2 or SHA-3."));
    }
}
