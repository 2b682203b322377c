package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.bytes;
import static dev.tokki.emulator.mechanism.Recipes.number;

import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.CipherParameter;
import dev.tokki.api.parameter.DerivationParameter;
import dev.tokki.api.parameter.DerivationParameter.StringData;
import dev.tokki.api.parameter.KdfParameter;
import dev.tokki.api.parameter.Parameter;
import java.util.List;

/// Parameters of derivations from secret keys.
final class DerivationSamples {
    private DerivationSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(
                w -> new StringData(bytes(48)),
                Ckm.AES_ECB_ENCRYPT_DATA,
                Ckm.DES_ECB_ENCRYPT_DATA,
                Ckm.DES3_ECB_ENCRYPT_DATA,
                Ckm.CAMELLIA_ECB_ENCRYPT_DATA,
                Ckm.ARIA_ECB_ENCRYPT_DATA,
                Ckm.SEED_ECB_ENCRYPT_DATA,
                Ckm.CONCATENATE_BASE_AND_DATA,
                Ckm.CONCATENATE_DATA_AND_BASE,
                Ckm.XOR_BASE_AND_DATA);
        recipes.put(w -> new AesParameter.CbcEncryptData(bytes(16), bytes(48)), Ckm.AES_CBC_ENCRYPT_DATA);
        recipes.put(
                w -> new CipherParameter.DesCbcEncryptData(bytes(8), bytes(48)),
                Ckm.DES_CBC_ENCRYPT_DATA,
                Ckm.DES3_CBC_ENCRYPT_DATA);
        recipes.put(
                w -> new CipherParameter.CamelliaCbcEncryptData(bytes(16), bytes(48)), Ckm.CAMELLIA_CBC_ENCRYPT_DATA);
        recipes.put(w -> new CipherParameter.AriaCbcEncryptData(bytes(16), bytes(48)), Ckm.ARIA_CBC_ENCRYPT_DATA);
        recipes.put(w -> new CipherParameter.SeedCbcEncryptData(bytes(16), bytes(48)), Ckm.SEED_CBC_ENCRYPT_DATA);
        recipes.put(w -> new Parameter.ULong(w.wrappable().handle()), Ckm.CONCATENATE_BASE_AND_KEY);
        recipes.put(
                w -> new DerivationParameter.Hkdf(true, true, Ckm.SHA256, Ckf.HKDF_SALT_DATA, bytes(7), 0, bytes(9)),
                Ckm.HKDF_DERIVE,
                Ckm.HKDF_DATA);
        recipes.put(w -> new KdfParameter.Kdf(Ckm.SHA256_HMAC, pieces(w, true), List.of()), Ckm.SP800_108_COUNTER_KDF);
        recipes.put(
                w -> new KdfParameter.Kdf(Ckm.SHA256_HMAC, pieces(w, false), List.of()),
                Ckm.SP800_108_DOUBLE_PIPELINE_KDF);
        recipes.put(
                w -> new KdfParameter.FeedbackKdf(Ckm.SHA256_HMAC, pieces(w, false), bytes(32), List.of()),
                Ckm.SP800_108_FEEDBACK_KDF);
        recipes.put(number(13), Ckm.EXTRACT_KEY_FROM_KEY);
    }

    private static List<KdfParameter.PrfData> pieces(Workshop workshop, boolean withCounter) {
        return List.of(
                new KdfParameter.PrfData(
                        Ck.SP800_108_ITERATION_VARIABLE,
                        withCounter ? new KdfParameter.CounterFormat(false, 32) : Parameter.none()),
                new KdfParameter.PrfData(Ck.SP800_108_BYTE_ARRAY, new Parameter.Raw(bytes(6))),
                new KdfParameter.PrfData(
                        Ck.SP800_108_KEY_HANDLE,
                        new Parameter.ULong(workshop.wrappable().handle())),
                new KdfParameter.PrfData(
                        Ck.SP800_108_DKM_LENGTH,
                        new KdfParameter.DkmLengthFormat(Ck.SP800_108_DKM_LENGTH_SUM_OF_KEYS, false, 32)));
    }
}
