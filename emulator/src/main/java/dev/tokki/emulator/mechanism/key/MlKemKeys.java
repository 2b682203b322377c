package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.MlKem;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Keys of ML-KEM, sections 6.57.2 and 6.57.3.
public final class MlKemKeys {
    private static final String PUBLIC = "6.57.2";
    private static final String PRIVATE = "6.57.3";
    private static final Map<Long, MlKem> SETS = Map.of(
            Ckp.ML_KEM_512, MlKem.ML_KEM_512, Ckp.ML_KEM_768, MlKem.ML_KEM_768, Ckp.ML_KEM_1024, MlKem.ML_KEM_1024);

    private MlKemKeys() {}

    /// {@return the object identifiers of the parameter sets, in dotted form, by parameter set}
    static Map<Long, String> identifiers() {
        return SETS.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().oid()));
    }

    /// {@return the parameter set of a key or a template}
    public static MlKem set(AttributeMap key) {
        MlKem set = SETS.get(key.ulong(Cka.PARAMETER_SET, 0));
        if (set == null) {
            throw Refusal.of(
                    Ckr.PARAMETER_SET_NOT_SUPPORTED,
                    "CKA_PARAMETER_SET",
                    "There are CKP_ML_KEM_512 (1), CKP_ML_KEM_768 (2) and CKP_ML_KEM_1024 (3), not "
                            + Long.toUnsignedString(key.ulong(Cka.PARAMETER_SET, 0)) + ".",
                    PUBLIC,
                    "Use one of them.");
        }
        return set;
    }

    /// {@return the encapsulation key made ready, kept with the key}
    public static MlKem.PublicKey encapsulating(Crypto crypto, KeyView key) {
        return key.prepared(
                MlKem.PublicKey.class,
                attributes -> set(attributes).encapsulating(crypto, attributes.bytes(Cka.VALUE)));
    }

    /// {@return the decapsulation key made ready, kept with the key}
    public static MlKem.PrivateKey decapsulating(Crypto crypto, KeyView key) {
        return key.prepared(
                MlKem.PrivateKey.class,
                attributes -> set(attributes).decapsulating(crypto, attributes.bytes(Cka.VALUE)));
    }

    /// {@return a new pair}
    public static NewPair generate(Crypto crypto, AttributeMap publicTemplate, AttributeMap privateTemplate) {
        Templates.agree(publicTemplate, Cko.PUBLIC_KEY, Ckk.ML_KEM, PUBLIC);
        Templates.agree(privateTemplate, Cko.PRIVATE_KEY, Ckk.ML_KEM, PRIVATE);
        MlKem set = set(publicTemplate);
        byte[] seed = crypto.randomBytes(MlKem.SEED);
        byte[] value = set.privateKey(seed);
        Attribute parameterSet = Attribute.of(Cka.PARAMETER_SET, publicTemplate.ulong(Cka.PARAMETER_SET, 0));
        return PublicKeyInfo.withInfo(
                crypto,
                List.of(
                        Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.ML_KEM),
                        parameterSet,
                        Attribute.of(Cka.VALUE, set.publicKey(value))),
                List.of(
                        Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.ML_KEM),
                        parameterSet,
                        Attribute.of(Cka.SEED, seed),
                        Attribute.of(Cka.VALUE, value)));
    }

    /// Refuses attributes that cannot be a key.
    public static void check(AttributeMap key) {
        MlKem set = set(key);
        byte[] value = key.bytes(Cka.VALUE);
        if (key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY) {
            if (!set.isPublicKey(value)) {
                throw invalid("CKA_VALUE", "an encapsulation key", set.publicLength(), value.length, PUBLIC);
            }
            return;
        }
        if (!set.isPrivateKey(value)) {
            throw invalid("CKA_VALUE", "a decapsulation key", set.privateLength(), value.length, PRIVATE);
        }
        byte[] seed = key.bytes(Cka.SEED);
        if (seed.length != 0 && seed.length != MlKem.SEED) {
            throw invalid("CKA_SEED", "a seed", MlKem.SEED, seed.length, PRIVATE);
        }
        if (seed.length != 0 && !Arrays.equals(set.privateKey(seed), value)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCONSISTENT,
                    "CKA_SEED",
                    "The key that grows of the seed is not CKA_VALUE.",
                    PRIVATE,
                    "Pass seed and value of the same key, or leave the seed out.");
        }
    }

    /// {@return the public key of a private key}
    static byte[] publicKey(AttributeMap key) {
        return set(key).publicKey(key.bytes(Cka.VALUE));
    }

    private static Refusal invalid(String attribute, String what, int wanted, int found, String section) {
        return Refusal.of(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                attribute,
                "It is not " + what + " of its parameter set, which has " + wanted + " bytes in the form of FIPS 203;"
                        + " this one has " + found + ".",
                section,
                "Pass the key as it was generated, and its parameter set.");
    }
}
