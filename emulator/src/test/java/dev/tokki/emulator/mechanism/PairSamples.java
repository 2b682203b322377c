package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.fluent.Pair;
import java.util.List;
import java.util.Map;

/// How pairs of each type are made, and what proves them.
final class PairSamples {
    private PairSamples() {}

    /// {@return a pair of a type, allowed all its type can do}
    static Pair newPair(Workshop workshop, long type) {
        Generation generation = GENERATIONS.get(type);
        if (generation == null) {
            throw new IllegalStateException("no pair of type " + type);
        }
        return generation.pair(workshop);
    }

    static void provePair(Workshop workshop, Pair pair, long type) {
        long signing = Map.of(
                        Ckk.RSA, Ckm.SHA256_RSA_PKCS,
                        Ckk.EC, Ckm.ECDSA_SHA256,
                        Ckk.ML_DSA, Ckm.ML_DSA,
                        Ckk.SLH_DSA, Ckm.SLH_DSA,
                        Ckk.DSA, Ckm.DSA_SHA256,
                        Ckk.HSS, Ckm.HSS,
                        Ckk.XMSS, Ckm.XMSS,
                        Ckk.GOSTR3410, Ckm.GOSTR3410_WITH_GOSTR3411,
                        Ckk.EC_EDWARDS, Ckm.EDDSA)
                .getOrDefault(type, -1L);
        if (signing != -1) {
            Mechanism mechanism = Mechanism.of(signing);
            byte[] signature = pair.privateKey().sign(mechanism, new byte[9]);
            assertThat(pair.publicKey().verify(mechanism, new byte[9], signature))
                    .isTrue();
            assertThat(pair.publicKey().verify(mechanism, new byte[8], signature))
                    .isFalse();
        }
    }

    private static final List<Long> VERIFY = List.of(Cka.VERIFY);
    private static final List<Long> SIGN = List.of(Cka.SIGN);

    static final Map<Long, Generation> GENERATIONS = Map.ofEntries(
            Map.entry(
                    Ckk.RSA,
                    new Generation(
                            Ckm.RSA_PKCS_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.MODULUS_BITS, 2048)),
                            List.of(Cka.VERIFY, Cka.VERIFY_RECOVER, Cka.ENCRYPT, Cka.WRAP, Cka.ENCAPSULATE),
                            List.of(Cka.SIGN, Cka.SIGN_RECOVER, Cka.DECRYPT, Cka.UNWRAP, Cka.DECAPSULATE))),
            Map.entry(
                    Ckk.EC,
                    new Generation(
                            Ckm.EC_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.EC_PARAMS, Pairs.oid("1.2.840.10045.3.1.7"))),
                            List.of(Cka.VERIFY, Cka.ENCAPSULATE, Cka.WRAP),
                            List.of(Cka.SIGN, Cka.DERIVE, Cka.DECAPSULATE, Cka.UNWRAP))),
            Map.entry(
                    Ckk.EC_EDWARDS,
                    new Generation(
                            Ckm.EC_EDWARDS_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.EC_PARAMS, Pairs.oid("1.3.101.112"))),
                            VERIFY,
                            SIGN)),
            Map.entry(
                    Ckk.EC_MONTGOMERY,
                    new Generation(
                            Ckm.EC_MONTGOMERY_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.EC_PARAMS, Pairs.oid("1.3.101.110"))),
                            List.of(Cka.VERIFY, Cka.ENCAPSULATE, Cka.WRAP),
                            List.of(Cka.SIGN, Cka.DERIVE, Cka.DECAPSULATE, Cka.UNWRAP))),
            Map.entry(
                    Ckk.HSS,
                    new Generation(
                            Ckm.HSS_KEY_PAIR_GEN,
                            List.of(),
                            List.of(
                                    Attribute.of(Cka.HSS_LEVELS, 1L),
                                    new Attribute(Cka.HSS_LMS_TYPES, new Value.ULongArray(List.of(5L))),
                                    new Attribute(Cka.HSS_LMOTS_TYPES, new Value.ULongArray(List.of(4L)))),
                            VERIFY,
                            SIGN)),
            Map.entry(
                    Ckk.XMSS,
                    new Generation(Ckm.XMSS_KEY_PAIR_GEN, List.of(Attribute.of(Cka.PARAMETER_SET, 1L)), VERIFY, SIGN)),
            Map.entry(
                    Ckk.XMSSMT,
                    new Generation(
                            Ckm.XMSSMT_KEY_PAIR_GEN, List.of(Attribute.of(Cka.PARAMETER_SET, 2L)), VERIFY, SIGN)),
            Map.entry(
                    Ckk.GOSTR3410,
                    new Generation(
                            Ckm.GOSTR3410_KEY_PAIR_GEN,
                            GostSamples.PAIR,
                            List.of(Cka.VERIFY, Cka.WRAP),
                            List.of(Cka.SIGN, Cka.UNWRAP, Cka.DERIVE))),
            Map.entry(Ckk.DSA, new Generation(Ckm.DSA_KEY_PAIR_GEN, DsaDomain.ATTRIBUTES, VERIFY, SIGN)),
            Map.entry(
                    Ckk.DH,
                    new Generation(
                            Ckm.DH_PKCS_KEY_PAIR_GEN,
                            DsaDomain.WITHOUT_ORDER,
                            List.of(Cka.ENCAPSULATE),
                            List.of(Cka.DERIVE, Cka.DECAPSULATE))),
            Map.entry(
                    Ckk.X9_42_DH,
                    new Generation(
                            Ckm.X9_42_DH_KEY_PAIR_GEN,
                            DsaDomain.ATTRIBUTES,
                            List.of(Cka.ENCAPSULATE),
                            List.of(Cka.DERIVE, Cka.DECAPSULATE))),
            Map.entry(
                    Ckk.ML_DSA,
                    new Generation(
                            Ckm.ML_DSA_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.PARAMETER_SET, Ckp.ML_DSA_44)),
                            VERIFY,
                            SIGN)),
            Map.entry(
                    Ckk.SLH_DSA,
                    new Generation(
                            Ckm.SLH_DSA_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.PARAMETER_SET, Ckp.SLH_DSA_SHA2_128F)),
                            VERIFY,
                            SIGN)),
            Map.entry(
                    Ckk.ML_KEM,
                    new Generation(
                            Ckm.ML_KEM_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.PARAMETER_SET, Ckp.ML_KEM_512)),
                            List.of(Cka.ENCAPSULATE),
                            List.of(Cka.DECAPSULATE))));
}
