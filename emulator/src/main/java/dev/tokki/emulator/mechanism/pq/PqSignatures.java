package dev.tokki.emulator.mechanism.pq;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckh;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.SignatureParameter.Context;
import dev.tokki.api.parameter.SignatureParameter.HashContext;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.PqSignature;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.PqKeys;
import dev.tokki.emulator.mechanism.work.HashThenSign;
import dev.tokki.emulator.mechanism.work.HashThenVerify;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// ML-DSA and SLH-DSA, sections 6.56 and 6.58: pure, over a hash made by the caller, and over each hash made here.
public final class PqSignatures {
    private static final int LONGEST_CONTEXT = 255;

    /// A mechanism that hashes, of both families.
    private record Hashed(PreHash hash, long mlDsa, long slhDsa) {}

    private static final List<Hashed> HASHED = List.of(
            new Hashed(PreHash.SHA_224, Ckm.HASH_ML_DSA_SHA224, Ckm.HASH_SLH_DSA_SHA224),
            new Hashed(PreHash.SHA_256, Ckm.HASH_ML_DSA_SHA256, Ckm.HASH_SLH_DSA_SHA256),
            new Hashed(PreHash.SHA_384, Ckm.HASH_ML_DSA_SHA384, Ckm.HASH_SLH_DSA_SHA384),
            new Hashed(PreHash.SHA_512, Ckm.HASH_ML_DSA_SHA512, Ckm.HASH_SLH_DSA_SHA512),
            new Hashed(PreHash.SHA3_224, Ckm.HASH_ML_DSA_SHA3_224, Ckm.HASH_SLH_DSA_SHA3_224),
            new Hashed(PreHash.SHA3_256, Ckm.HASH_ML_DSA_SHA3_256, Ckm.HASH_SLH_DSA_SHA3_256),
            new Hashed(PreHash.SHA3_384, Ckm.HASH_ML_DSA_SHA3_384, Ckm.HASH_SLH_DSA_SHA3_384),
            new Hashed(PreHash.SHA3_512, Ckm.HASH_ML_DSA_SHA3_512, Ckm.HASH_SLH_DSA_SHA3_512),
            new Hashed(PreHash.SHAKE_128, Ckm.HASH_ML_DSA_SHAKE128, Ckm.HASH_SLH_DSA_SHAKE128),
            new Hashed(PreHash.SHAKE_256, Ckm.HASH_ML_DSA_SHAKE256, Ckm.HASH_SLH_DSA_SHAKE256));

    /// What is signed, and how.
    private record Form(boolean isHedged, Bytes bytes, Optional<PreHash> hash, String section) {
        /// {@return the message in the standards' form (FIPS 204, algorithms 2 and 4; FIPS 205, 22 and 23)}
        byte[] of(byte[] message) {
            byte[] context = bytes.array();
            byte[] oid = hash.map(PreHash::oid).orElse(new byte[0]);
            byte[] formed = new byte[2 + context.length + oid.length + message.length];
            formed[0] = (byte) (hash.isPresent() ? 1 : 0);
            formed[1] = (byte) context.length;
            System.arraycopy(context, 0, formed, 2, context.length);
            System.arraycopy(oid, 0, formed, 2 + context.length, oid.length);
            System.arraycopy(message, 0, formed, 2 + context.length + oid.length, message.length);
            return formed;
        }
    }

    private PqSignatures() {}

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>();
        KeyRule mlDsa = KeyRule.pair(new KeySize(1312, 2592, KeySize.Unit.PQ_PUBLIC_BYTES), Ckk.ML_DSA);
        KeyRule slhDsa = KeyRule.pair(new KeySize(32, 64, KeySize.Unit.PQ_PUBLIC_BYTES), Ckk.SLH_DSA);
        all.add(generation(Ckm.ML_DSA_KEY_PAIR_GEN, "6.56.4", mlDsa, Ckk.ML_DSA));
        all.add(pure(Ckm.ML_DSA, "6.56.5", mlDsa));
        all.add(hashedBefore(Ckm.HASH_ML_DSA, "6.56.6", mlDsa));
        all.add(generation(Ckm.SLH_DSA_KEY_PAIR_GEN, "6.58.4", slhDsa, Ckk.SLH_DSA));
        all.add(pure(Ckm.SLH_DSA, "6.58.5", slhDsa));
        all.add(hashedBefore(Ckm.HASH_SLH_DSA, "6.58.6", slhDsa));
        for (Hashed row : HASHED) {
            all.add(hashing(row.mlDsa(), "6.56.7", mlDsa, row.hash()));
            all.add(hashing(row.slhDsa(), "6.58.7", slhDsa, row.hash()));
        }
        return List.copyOf(all);
    }

    private static Declaration<?> generation(long mechanism, String section, KeyRule keys, long keyType) {
        return Declaration.of(mechanism, section, keys, ParameterRule.none(section))
                .can(
                        Use.GENERATE_PAIR,
                        (crypto, none, templates) ->
                                PqKeys.generate(crypto, keyType, templates.publicKey(), templates.privateKey()));
    }

    private static Declaration<?> pure(long mechanism, String section, KeyRule keys) {
        return Declaration.of(mechanism, section, keys, context(section, Optional.empty()))
                .can(Use.SIGN, (crypto, form, key) -> sign(crypto, form, key))
                .can(Use.VERIFY, (crypto, form, key) -> verify(crypto, form, key));
    }

    private static Declaration<?> hashing(long mechanism, String section, KeyRule keys, PreHash hash) {
        return Declaration.of(mechanism, section, keys, context(section, Optional.of(hash)))
                .can(
                        Use.SIGN,
                        (crypto, form, key) ->
                                new HashThenSign(crypto.digest(hash.algorithm()), sign(crypto, form, key)))
                .can(
                        Use.VERIFY,
                        (crypto, form, key) ->
                                new HashThenVerify(crypto.digest(hash.algorithm()), verify(crypto, form, key)));
    }

    private static Declaration<?> hashedBefore(long mechanism, String section, KeyRule keys) {
        ParameterRule<Form> rule = ParameterRule.structure(
                "CK_HASH_SIGN_ADDITIONAL_CONTEXT", section, HashContext.class, (given, wanted) -> {
                    PreHash hash = PreHash.of(given.hash())
                            .orElseThrow(() -> wanted.wrong(
                                    "hash",
                                    "The hashes are SHA-2, SHA-3 and SHAKE; asked for was " + Names.CKM.of(given.hash())
                                            + ".",
                                    "Pass CKM_SHA256 for example."));
                    byte[] context = ParameterRule.bytes(wanted, "pContext", given.context());
                    return form(given.hedge(), context, Optional.of(hash), section, wanted);
                });
        return Declaration.of(mechanism, section, keys, rule)
                .can(Use.SIGN, (crypto, form, key) -> sign(crypto, form, key))
                .can(Use.VERIFY, (crypto, form, key) -> verify(crypto, form, key));
    }

    private static ParameterRule<Form> context(String section, Optional<PreHash> hash) {
        ParameterRule<Form> given = ParameterRule.structure(
                "CK_SIGN_ADDITIONAL_CONTEXT",
                section,
                Context.class,
                (context, rule) -> form(
                        context.hedge(),
                        ParameterRule.bytes(rule, "pContext", context.context()),
                        hash,
                        section,
                        rule));
        return new ParameterRule<>(
                "CK_SIGN_ADDITIONAL_CONTEXT, or none",
                section,
                (Mechanism mechanism, ParameterRule<Form> rule) -> mechanism.parameter() instanceof Parameter.None
                        ? new Form(true, Bytes.NULL, hash, section)
                        : given.read(mechanism));
    }

    private static Form form(
            long hedge, byte[] context, Optional<PreHash> hash, String section, ParameterRule<Form> rule) {
        if (context.length > LONGEST_CONTEXT) {
            throw rule.wrong(
                    "ulContextLen",
                    "A context has 255 bytes at most; this one has " + context.length + ".",
                    "Pass a shorter one, or its hash.");
        }
        if (hedge != Ckh.HEDGE_PREFERRED && hedge != Ckh.HEDGE_REQUIRED && hedge != Ckh.DETERMINISTIC_REQUIRED) {
            throw rule.wrong(
                    "hedgeVariant",
                    "It is CKH_HEDGE_PREFERRED, CKH_HEDGE_REQUIRED or CKH_DETERMINISTIC_REQUIRED, not "
                            + Long.toUnsignedString(hedge) + ".",
                    "Pass CKH_HEDGE_PREFERRED.");
        }
        return new Form(hedge != Ckh.DETERMINISTIC_REQUIRED, Bytes.of(context), hash, section);
    }

    private static Signer sign(Crypto crypto, Form form, KeyView key) {
        PqSignature set = PqKeys.set(key.attributes());
        PqSignature.Signing signing = PqKeys.signing(crypto, key);
        return new WholeSigner(set.signatureLength(), message -> {
            checkHash(form, message);
            return signing.sign(form.of(message), form.isHedged() ? Optional.of(crypto.random()) : Optional.empty());
        });
    }

    private static Verifier verify(Crypto crypto, Form form, KeyView key) {
        PqSignature set = PqKeys.set(key.attributes());
        PqSignature.Verifying verifying = PqKeys.verifying(crypto, key);
        return new WholeVerifier((message, signature) -> {
            checkHash(form, message);
            Signatures.checkLength(signature, set.signatureLength(), form.section());
            if (!verifying.verify(form.of(message), signature)) {
                throw Signatures.invalid(form.section());
            }
        });
    }

    private static void checkHash(Form form, byte[] message) {
        form.hash().ifPresent(hash -> {
            if (message.length != hash.length()) {
                throw Refusal.of(
                        Ckr.DATA_LEN_RANGE,
                        "pData",
                        "The data are a hash by " + hash.algorithm() + ", " + hash.length() + " bytes; these are "
                                + message.length + ".",
                        form.section(),
                        "Pass the hash, or use a mechanism that hashes.");
            }
        });
    }
}
