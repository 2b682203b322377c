package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.bytes;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.DhParameter;
import dev.tokki.api.parameter.EcParameter;
import dev.tokki.api.parameter.Parameter;

/// Parameters of key agreements: the other side is the same key pair.
final class AgreementSamples {
    private AgreementSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(w -> new Parameter.Raw(Bytes.of(w.pair(Ckk.DH).publicKey().bytes(Cka.VALUE))), Ckm.DH_PKCS_DERIVE);
        recipes.put(
                w -> new DhParameter.X942Dh1Derive(
                        Ckd.NULL,
                        Bytes.NULL,
                        Bytes.of(w.pair(Ckk.X9_42_DH).publicKey().bytes(Cka.VALUE))),
                Ckm.X9_42_DH_DERIVE);
        recipes.put(
                w -> new EcParameter.Ecdh1Derive(
                        Ckd.SHA256_KDF,
                        bytes(4),
                        Bytes.of(w.pair(Ckk.EC).publicKey().bytes(Cka.EC_POINT))),
                Ckm.ECDH1_DERIVE,
                Ckm.ECDH1_COFACTOR_DERIVE);
    }
}
