package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.MlDsa;
import dev.tokki.emulator.crypto.PqSignature;
import dev.tokki.emulator.crypto.SlhDsa;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Keys of ML-DSA and SLH-DSA: sections 6.56.2, 6.56.3, 6.58.2 and 6.58.3.
public final class PqKeys {
    private static final Map<Long, Map<Long, PqSignature>> SETS = Map.of(
            Ckk.ML_DSA,
            Map.of(
                    Ckp.ML_DSA_44, MlDsa.ML_DSA_44,
                    Ckp.ML_DSA_65, MlDsa.ML_DSA_65,
                    Ckp.ML_DSA_87, MlDsa.ML_DSA_87),
            Ckk.SLH_DSA,
            Map.ofEntries(
                    Map.entry(Ckp.SLH_DSA_SHA2_128S, SlhDsa.SHA2_128S),
                    Map.entry(Ckp.SLH_DSA_SHAKE_128S, SlhDsa.SHAKE_128S),
                    Map.entry(Ckp.SLH_DSA_SHA2_128F, SlhDsa.SHA2_128F),
                    Map.entry(Ckp.SLH_DSA_SHAKE_128F, SlhDsa.SHAKE_128F),
                    Map.entry(Ckp.SLH_DSA_SHA2_192S, SlhDsa.SHA2_192S),
                    Map.entry(Ckp.SLH_DSA_SHAKE_192S, SlhDsa.SHAKE_192S),
                    Map.entry(Ckp.SLH_DSA_SHA2_192F, SlhDsa.SHA2_192F),
                    Map.entry(Ckp.SLH_DSA_SHAKE_192F, SlhDsa.SHAKE_192F),
                    Map.entry(Ckp.SLH_DSA_SHA2_256S, SlhDsa.SHA2_256S),
                    Map.entry(Ckp.SLH_DSA_SHAKE_256S, SlhDsa.SHAKE_256S),
                    Map.entry(Ckp.SLH_DSA_SHA2_256F, SlhDsa.SHA2_256F),
                    Map.entry(Ckp.SLH_DSA_SHAKE_256F, SlhDsa.SHAKE_256F)));

    private PqKeys() {}

    /// {@return whether a key type is one of these}
    public static boolean isPq(long keyType) {
        return SETS.containsKey(keyType);
    }

    /// {@return the object identifiers of the parameter sets of a key type, in dotted form, by parameter set}
    static Map<Long, String> identifiers(long keyType) {
        return SETS.getOrDefault(keyType, Map.of()).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().oid()));
    }

    /// {@return the parameter set of a key or a template}
    public static PqSignature set(long keyType, AttributeMap key) {
        Map<Long, PqSignature> sets = Map.copyOf(SETS.getOrDefault(keyType, Map.of()));
        PqSignature set = sets.get(key.ulong(Cka.PARAMETER_SET, 0));
        if (set == null) {
            throw Refusal.of(
                    Ckr.PARAMETER_SET_NOT_SUPPORTED,
                    "CKA_PARAMETER_SET",
                    "For " + Names.CKK.of(keyType) + " there are the sets 1 to " + sets.size() + ", not "
                            + Long.toUnsignedString(key.ulong(Cka.PARAMETER_SET, 0)) + ".",
                    section(keyType, true),
                    "Use one of them, " + Names.CKK.of(keyType).replace("CKK", "CKP") + "_…");
        }
        return set;
    }

    /// {@return the parameter set of a key}
    public static PqSignature set(AttributeMap key) {
        return set(key.ulong(Cka.KEY_TYPE, -1), key);
    }

    /// {@return the private key ready to sign, kept with the key}
    public static PqSignature.Signing signing(Crypto crypto, KeyView key) {
        return key.prepared(
                PqSignature.Signing.class, attributes -> set(attributes).signing(crypto, attributes.bytes(Cka.VALUE)));
    }

    /// {@return the public key ready to verify, kept with the key}
    public static PqSignature.Verifying verifying(Crypto crypto, KeyView key) {
        return key.prepared(
                PqSignature.Verifying.class,
                attributes -> set(attributes).verifying(crypto, attributes.bytes(Cka.VALUE)));
    }

    /// {@return a new pair}
    public static NewPair generate(
            Crypto crypto, long keyType, AttributeMap publicTemplate, AttributeMap privateTemplate) {
        Templates.agree(publicTemplate, Cko.PUBLIC_KEY, keyType, section(keyType, true));
        Templates.agree(privateTemplate, Cko.PRIVATE_KEY, keyType, section(keyType, false));
        PqSignature set = set(keyType, publicTemplate);
        byte[] made = set.generate(crypto.random());
        boolean isSeed = set.seedLength() > 0;
        byte[] value = isSeed ? set.grown(made) : made;
        Attribute parameterSet = Attribute.of(Cka.PARAMETER_SET, publicTemplate.ulong(Cka.PARAMETER_SET, 0));
        List<Attribute> privateKey = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
                Attribute.of(Cka.KEY_TYPE, keyType),
                parameterSet,
                Attribute.of(Cka.VALUE, value)));
        if (isSeed) {
            privateKey.add(Attribute.of(Cka.SEED, made));
        }
        return PublicKeyInfo.withInfo(
                crypto,
                List.of(
                        Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
                        Attribute.of(Cka.KEY_TYPE, keyType),
                        parameterSet,
                        Attribute.of(Cka.VALUE, set.publicKey(value).orElseThrow())),
                privateKey);
    }

    /// Refuses attributes that cannot be a key.
    static void check(AttributeMap key) {
        PqSignature set = set(key);
        boolean isPublic = key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY;
        byte[] value = key.bytes(Cka.VALUE);
        boolean isKey = isPublic ? set.isPublicKey(value) : set.publicKey(value).isPresent();
        if (!isKey) {
            throw Refusal.of(
                    Ckr.ATTRIBUTE_VALUE_INVALID,
                    "CKA_VALUE",
                    "A " + (isPublic ? "public" : "private") + " key of " + set.label() + " has "
                            + (isPublic ? set.publicLength() : set.privateLength()) + " bytes in the standard's form;"
                            + " this one has " + value.length + ".",
                    section(key.ulong(Cka.KEY_TYPE, -1), isPublic),
                    "Pass the key as it was generated, and its parameter set.");
        }
        byte[] seed = key.bytes(Cka.SEED);
        if (seed.length == 0) {
            return;
        }
        if (seed.length != set.seedLength() || !Arrays.equals(set.grown(seed), value)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCONSISTENT,
                    "CKA_SEED",
                    "A seed has " + set.seedLength() + " bytes, and CKA_VALUE is what grows of it.",
                    section(key.ulong(Cka.KEY_TYPE, -1), false),
                    "Pass seed and value of the same key, or leave the seed out.");
        }
    }

    /// {@return the public key of a private key}
    static byte[] publicKey(AttributeMap key) {
        return set(key).publicKey(key.bytes(Cka.VALUE)).orElseThrow();
    }

    private static String section(long keyType, boolean isPublic) {
        return (keyType == Ckk.ML_DSA ? "6.56." : "6.58.") + (isPublic ? "2" : "3");
    }
}
