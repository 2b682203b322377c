package dev.tokki.emulator.mechanism.ratchet;

import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.hash.Hash;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The hash that `CK_X3DH_KDF_TYPE` and `CK_X2RATCHET_KDF_TYPE` choose (sections 6.5.5.1 and 6.6.5.1): Signal's
/// documents use HKDF with it.
final class SignalKdf {
    private static final Set<Hash> HASHES =
            EnumSet.of(Hash.BLAKE2B_256, Hash.BLAKE2B_512, Hash.SHA3_256, Hash.SHA_256, Hash.SHA3_512, Hash.SHA_512);

    private SignalKdf() {}

    /// {@return the hash; nothing for `CKD_NULL`}
    static Optional<Hash> of(long kdf, String member, ParameterRule<?> rule) {
        if (kdf == Ckd.NULL) {
            return Optional.empty();
        }
        return Optional.of(
                Hash.by(hash -> hash.deriving().kdf(), kdf)
                        .filter(HASHES::contains)
                        .orElseThrow(
                                () -> rule.wrong(
                                        member,
                                        Names.CKD.of(kdf) + " is none of the functions of the table.",
                                        "Pass CKD_SHA256_KDF or CKD_SHA512_KDF, as Signal does, or SHA-3 or BLAKE2b of these lengths.")));
    }
}
