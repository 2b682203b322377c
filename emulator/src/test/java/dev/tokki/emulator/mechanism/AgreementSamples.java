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
import java.util.Optional;

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
        recipes.put(w -> new EcParameter.XEdDsa(Ckm.SHA512), Ckm.XEDDSA);
        recipes.put(
                w -> new EcParameter.EcmqvDerive(
                        Ckd.SHA256_KDF,
                        bytes(4),
                        Bytes.of(w.pair(Ckk.EC).publicKey().bytes(Cka.EC_POINT)),
                        32,
                        w.pair(Ckk.EC).privateKey().handle(),
                        Bytes.of(w.pair(Ckk.EC).publicKey().bytes(Cka.EC_POINT)),
                        w.pair(Ckk.EC).publicKey().handle()),
                Ckm.ECMQV_DERIVE);
        recipes.put(
                w -> new DhParameter.X942Dh2Derive(
                        Ckd.SHA1_KDF_CONCATENATE,
                        bytes(4),
                        Bytes.of(w.pair(Ckk.X9_42_DH).publicKey().bytes(Cka.VALUE)),
                        20,
                        w.pair(Ckk.X9_42_DH).privateKey().handle(),
                        Bytes.of(w.pair(Ckk.X9_42_DH).publicKey().bytes(Cka.VALUE))),
                Ckm.X9_42_DH_HYBRID_DERIVE);
        recipes.put(
                w -> new DhParameter.X942MqvDerive(
                        Ckd.NULL,
                        Bytes.NULL,
                        Bytes.of(w.pair(Ckk.X9_42_DH).publicKey().bytes(Cka.VALUE)),
                        20,
                        w.pair(Ckk.X9_42_DH).privateKey().handle(),
                        Bytes.of(w.pair(Ckk.X9_42_DH).publicKey().bytes(Cka.VALUE)),
                        w.pair(Ckk.X9_42_DH).publicKey().handle()),
                Ckm.X9_42_MQV_DERIVE);
        recipes.put(
                w -> new EcParameter.AesKeyWrap(192, Ckd.SHA256_KDF, bytes(4)),
                Ckm.ECDH_AES_KEY_WRAP,
                Ckm.ECDH_COF_AES_KEY_WRAP,
                Ckm.ECDH_X_AES_KEY_WRAP);
    }

    /// {@return the parameter for the functions of a KEM, which bring the other party's key themselves}
    static Optional<Parameter> ofKem(long mechanism) {
        if (mechanism == Ckm.ECDH1_DERIVE || mechanism == Ckm.ECDH1_COFACTOR_DERIVE) {
            return Optional.of(new EcParameter.Ecdh1Derive(Ckd.SHA256_KDF, bytes(4), Bytes.NULL));
        }
        if (mechanism == Ckm.X9_42_DH_DERIVE) {
            return Optional.of(new DhParameter.X942Dh1Derive(Ckd.NULL, Bytes.NULL, Bytes.NULL));
        }
        return mechanism == Ckm.DH_PKCS_DERIVE ? Optional.of(Parameter.none()) : Optional.empty();
    }
}
