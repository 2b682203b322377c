package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.bytes;

import dev.tokki.api.constant.Ckh;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.SignatureParameter;

/// Parameters of ML-DSA and SLH-DSA.
final class PostQuantumSamples {
    private PostQuantumSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(
                w -> new SignatureParameter.HashContext(Ckh.HEDGE_REQUIRED, bytes(3), Ckm.SHA256),
                Ckm.HASH_ML_DSA,
                Ckm.HASH_SLH_DSA);
        recipes.put(
                w -> new SignatureParameter.Context(Ckh.DETERMINISTIC_REQUIRED, bytes(3)),
                Ckm.ML_DSA,
                Ckm.HASH_SLH_DSA_SHA256);
    }
}
