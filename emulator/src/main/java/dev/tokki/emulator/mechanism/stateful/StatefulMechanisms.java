package dev.tokki.emulator.mechanism.stateful;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.StatefulSignature;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.StatefulKeys;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// HSS, XMSS and XMSS^MT, sections 6.54 and 6.55.
///
/// Every signature moves the key on. The key as it is afterwards is in the store, and on the disk, before the
/// signature leaves: whoever is killed in between has lost a signature, never used an index twice.
public final class StatefulMechanisms {
    private static final long MOST_REMAINING = 0xFFFF_FFFFL;
    private static final KeySize UNUSED = new KeySize(0, 0, KeySize.Unit.FIXED);

    private StatefulMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                generation(Ckm.HSS_KEY_PAIR_GEN, "6.54.4", Ckk.HSS),
                signature(Ckm.HSS, "6.54.5", Ckk.HSS),
                generation(Ckm.XMSS_KEY_PAIR_GEN, "6.55.6", Ckk.XMSS),
                signature(Ckm.XMSS, "6.55.8", Ckk.XMSS),
                generation(Ckm.XMSSMT_KEY_PAIR_GEN, "6.55.7", Ckk.XMSSMT),
                signature(Ckm.XMSSMT, "6.55.8", Ckk.XMSSMT));
    }

    private static Declaration<?> generation(long mechanism, String section, long keyType) {
        return Declaration.of(mechanism, section, KeyRule.pair(UNUSED, keyType), ParameterRule.none(section))
                .can(Use.GENERATE_PAIR, (crypto, none, templates) -> generate(crypto, keyType, templates, section));
    }

    private static Declaration<?> signature(long mechanism, String section, long keyType) {
        return Declaration.of(mechanism, section, KeyRule.pair(UNUSED, keyType), ParameterRule.none(section))
                .can(Use.SIGN, (crypto, none, key) -> sign(key, section))
                .can(Use.VERIFY, (crypto, none, key) -> verify(key, section));
    }

    private static NewPair generate(Crypto crypto, long keyType, Use.PairTemplates templates, String section) {
        Templates.agree(templates.publicKey(), Cko.PUBLIC_KEY, keyType, section);
        Templates.agree(templates.privateKey(), Cko.PRIVATE_KEY, keyType, section);
        boolean isHss = keyType == Ckk.HSS;
        AttributeMap asked = isHss ? templates.privateKey() : templates.publicKey();
        StatefulSignature scheme = StatefulKeys.scheme(keyType, asked)
                .orElseThrow(() -> Refusal.of(
                        asked.has(isHss ? Cka.HSS_LEVELS : Cka.PARAMETER_SET)
                                ? Ckr.ATTRIBUTE_VALUE_INVALID
                                : Ckr.TEMPLATE_INCOMPLETE,
                        isHss ? "CKA_HSS_LEVELS, CKA_HSS_LMS_TYPES, CKA_HSS_LMOTS_TYPES" : "CKA_PARAMETER_SET",
                        isHss
                                ? "They must be 1 to 8 levels of types of RFC 8554 or SP 800-208 with the same hash,"
                                        + " of trees with 2^10 leaves at most."
                                : "It must be the number of a parameter set of RFC 8391 or SP 800-208.",
                        section,
                        isHss
                                ? "Pass 1, {5} and {4} in the private key's template for example."
                                : "Pass 1 in the public key's template for example."));
        StatefulSignature.Pair pair = scheme.generate(crypto.random());
        List<Attribute> publicKey = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
                Attribute.of(Cka.KEY_TYPE, keyType),
                Attribute.of(Cka.VALUE, pair.publicKey().array())));
        List<Attribute> privateKey = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
                Attribute.of(Cka.KEY_TYPE, keyType),
                Attribute.of(Cka.VALUE, pair.privateKey().array())));
        if (scheme instanceof StatefulSignature.Hss hss) {
            publicKey.add(Attribute.of(Cka.HSS_LEVELS, (long) hss.trees().size()));
            publicKey.add(Attribute.of(Cka.HSS_LMS_TYPE, hss.trees().get(0)));
            publicKey.add(Attribute.of(Cka.HSS_LMOTS_TYPE, hss.oneTime().get(0)));
            privateKey.add(Attribute.of(Cka.HSS_LEVELS, (long) hss.trees().size()));
            privateKey.add(new Attribute(Cka.HSS_LMS_TYPES, new Value.ULongArray(hss.trees())));
            privateKey.add(new Attribute(Cka.HSS_LMOTS_TYPES, new Value.ULongArray(hss.oneTime())));
            privateKey.add(remaining(pair.remaining()));
        } else {
            Attribute set = Attribute.of(Cka.PARAMETER_SET, asked.ulong(Cka.PARAMETER_SET, 0));
            publicKey.add(set);
            privateKey.add(set);
        }
        return new NewPair(publicKey, privateKey);
    }

    private static Signer sign(KeyView key, String section) {
        StatefulSignature scheme = schemeOf(key, section);
        return new WholeSigner(scheme.signatureLength(), message -> {
            byte[][] signature = new byte[1][];
            key.advance(attributes -> {
                StatefulSignature.Signed signed = scheme.sign(attributes.bytes(Cka.VALUE), message)
                        .orElseThrow(() -> Refusal.of(
                                Ckr.KEY_EXHAUSTED,
                                "the key",
                                "Each of its signatures has been made.",
                                section,
                                "Generate a new key."));
                signature[0] = signed.signature().array();
                return attributes.with(
                        scheme instanceof StatefulSignature.Hss
                                ? List.of(
                                        Attribute.of(Cka.VALUE, signed.nextKey().array()),
                                        remaining(signed.remaining()))
                                : List.of(
                                        Attribute.of(Cka.VALUE, signed.nextKey().array())));
            });
            return signature[0];
        });
    }

    private static Verifier verify(KeyView key, String section) {
        byte[] publicKey = key.attributes().bytes(Cka.VALUE);
        boolean isHss = key.attributes().ulong(Cka.KEY_TYPE, -1) == Ckk.HSS;
        Optional<StatefulSignature> scheme = isHss ? Optional.empty() : Optional.of(schemeOf(key, section));
        return new WholeVerifier((message, signature) -> {
            boolean isRight = scheme.map(known -> known.verify(publicKey, message, signature))
                    .orElseGet(() -> StatefulSignature.hssVerifies(publicKey, message, signature));
            if (!isRight) {
                throw Signatures.invalid(section);
            }
        });
    }

    private static StatefulSignature schemeOf(KeyView key, String section) {
        return StatefulKeys.scheme(key.attributes().ulong(Cka.KEY_TYPE, -1), key.attributes())
                .orElseThrow(() -> Refusal.of(
                        Ckr.PARAMETER_SET_NOT_SUPPORTED,
                        "the key",
                        "Its parameter set is not served.",
                        section,
                        "Use a key that was generated here."));
    }

    private static Attribute remaining(long signatures) {
        return Attribute.of(Cka.HSS_KEYS_REMAINING, Math.min(signatures, MOST_REMAINING));
    }
}
