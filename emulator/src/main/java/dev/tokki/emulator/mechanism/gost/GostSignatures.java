package dev.tokki.emulator.mechanism.gost;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.GostCurve;
import dev.tokki.emulator.crypto.RunningMac;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.GostKeys;
import dev.tokki.emulator.mechanism.key.PublicKeyInfo;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.List;

/// Key pairs and signatures of GOST R 34.10-2001, sections 6.46.6 to 6.46.8.
final class GostSignatures {
    private static final String WITHOUT_HASH = "6.46.7";
    private static final String WITH_HASH = "6.46.8";
    private static final int DIGEST = 32;
    private static final int SIGNATURE = 64;

    private GostSignatures() {}

    static Declaration<?> generation() {
        String section = "6.46.6";
        return Declaration.of(Ckm.GOSTR3410_KEY_PAIR_GEN, section, GostMechanisms.PAIRS, ParameterRule.none(section))
                .can(Use.GENERATE_PAIR, (crypto, none, templates) -> generate(crypto, templates, section));
    }

    private static NewPair generate(Crypto crypto, Use.PairTemplates templates, String section) {
        Templates.agree(templates.publicKey(), Cko.PUBLIC_KEY, Ckk.GOSTR3410, section);
        Templates.agree(templates.privateKey(), Cko.PRIVATE_KEY, Ckk.GOSTR3410, section);
        AttributeMap template = templates.publicKey();
        if (!template.has(Cka.GOSTR3410_PARAMS)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCOMPLETE,
                    "CKA_GOSTR3410_PARAMS",
                    "The parameter set is not given.",
                    section,
                    "Add its object identifier, in DER, to the public key's template.");
        }
        GostCurve curve = GostKeys.curve(template, Ckr.DOMAIN_PARAMS_INVALID);
        byte[] secret = curve.generate(crypto.random());
        List<Attribute> parameters = new ArrayList<>();
        for (long type : new long[] {Cka.GOSTR3410_PARAMS, Cka.GOSTR3411_PARAMS, Cka.GOST28147_PARAMS}) {
            template.find(type).ifPresent(value -> parameters.add(new Attribute(type, value)));
        }
        return PublicKeyInfo.withInfo(
                crypto,
                half(Cko.PUBLIC_KEY, parameters, curve.publicKey(secret)),
                half(Cko.PRIVATE_KEY, parameters, secret));
    }

    private static List<Attribute> half(long keyClass, List<Attribute> parameters, byte[] value) {
        List<Attribute> all = new ArrayList<>(parameters);
        all.add(Attribute.of(Cka.CLASS, keyClass));
        all.add(Attribute.of(Cka.KEY_TYPE, Ckk.GOSTR3410));
        all.add(Attribute.of(Cka.VALUE, value));
        return all;
    }

    static Declaration<?> ofDigests() {
        return Declaration.of(Ckm.GOSTR3410, WITHOUT_HASH, GostMechanisms.PAIRS, ParameterRule.none(WITHOUT_HASH))
                .can(Use.SIGN, (crypto, none, key) -> {
                    GostCurve curve = curve(key);
                    return new WholeSigner(SIGNATURE, digest -> {
                        checkDigest(digest);
                        return sign(crypto, curve, key, digest);
                    });
                })
                .can(Use.VERIFY, (crypto, none, key) -> {
                    GostCurve curve = curve(key);
                    return new WholeVerifier((digest, signature) -> {
                        checkDigest(digest);
                        verify(curve, key, digest, signature, WITHOUT_HASH);
                    });
                });
    }

    static Declaration<?> ofData() {
        ParameterRule<Bytes> rule = new ParameterRule<>(
                "object identifier of a set of GOST R 34.11-94, or none", WITH_HASH, (mechanism, wanted) -> {
                    if (ParameterRule.isAbsent(mechanism)) {
                        return Bytes.NULL;
                    }
                    if (mechanism.parameter() instanceof Parameter.Raw(Bytes bytes)
                            && GostCurve.digest(bytes.array()).isPresent()) {
                        return bytes;
                    }
                    throw wanted.wrong(
                            mechanism,
                            "wants the DER of the object identifier of a set of GOST R 34.11-94, and got "
                                    + mechanism.parameter(),
                            "Pass none for that of the key.");
                });
        return Declaration.of(Ckm.GOSTR3410_WITH_GOSTR3411, WITH_HASH, GostMechanisms.PAIRS, rule)
                .can(Use.SIGN, (crypto, set, key) -> {
                    GostCurve curve = curve(key);
                    return new HashingSigner(digest(set, key), digest -> sign(crypto, curve, key, digest));
                })
                .can(Use.VERIFY, (crypto, set, key) -> {
                    GostCurve curve = curve(key);
                    return new HashingVerifier(
                            digest(set, key), (digest, signature) -> verify(curve, key, digest, signature, WITH_HASH));
                });
    }

    private static RunningMac digest(Bytes set, KeyView key) {
        byte[] identifier = set.isNull() ? key.attributes().bytes(Cka.GOSTR3411_PARAMS) : set.array();
        return GostCurve.digest(identifier)
                .orElseThrow(() -> Refusal.of(
                        Ckr.KEY_TYPE_INCONSISTENT,
                        "CKA_GOSTR3411_PARAMS",
                        "It is the object identifier of no parameter set that is served.",
                        WITH_HASH,
                        "Pass that of a set as parameter (1.2.643.2.2.30.1), in DER."));
    }

    private static GostCurve curve(KeyView key) {
        return GostKeys.curve(key.attributes(), Ckr.KEY_TYPE_INCONSISTENT);
    }

    private static byte[] sign(Crypto crypto, GostCurve curve, KeyView key, byte[] digest) {
        return curve.sign(GostCiphers.value(key), digest, crypto.random());
    }

    private static void verify(GostCurve curve, KeyView key, byte[] digest, byte[] signature, String section) {
        Signatures.checkLength(signature, SIGNATURE, section);
        if (!curve.verifies(GostCiphers.value(key), digest, signature)) {
            throw Signatures.invalid(section);
        }
    }

    private static void checkDigest(byte[] digest) {
        if (digest.length != DIGEST) {
            throw Refusal.of(
                    Ckr.DATA_LEN_RANGE,
                    "pData",
                    "The mechanism signs a digest of 32 bytes; these are " + digest.length + ".",
                    WITHOUT_HASH,
                    "Pass a digest by CKM_GOSTR3411, or use CKM_GOSTR3410_WITH_GOSTR3411.");
        }
    }

    /// Makes a signature of a digest.
    @FunctionalInterface
    private interface Signing {
        byte[] of(byte[] digest);
    }

    /// Checks a signature of a digest.
    @FunctionalInterface
    private interface Verifying {
        void of(byte[] digest, byte[] signature);
    }

    private record HashingSigner(RunningMac hash, Signing signing) implements Signer {
        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public long length() {
            return SIGNATURE;
        }

        @Override
        public void update(byte[] data) {
            hash.update(data);
        }

        @Override
        public byte[] finish(byte[] data) {
            hash.update(data);
            return signing.of(hash.finish());
        }
    }

    private record HashingVerifier(RunningMac hash, Verifying verifying) implements Verifier {
        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public void update(byte[] data) {
            hash.update(data);
        }

        @Override
        public void finish(byte[] data, byte[] signature) {
            hash.update(data);
            verifying.of(hash.finish(), signature);
        }
    }
}
