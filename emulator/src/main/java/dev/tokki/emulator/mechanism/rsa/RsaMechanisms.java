package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.wrap.UnwrappedKey;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// RSA, section 6.1.
public final class RsaMechanisms {
    public static final int SMALLEST = 512;
    public static final int LARGEST = 16384;

    private static final KeyRule KEYS =
            KeyRule.pair(new KeySize(SMALLEST, LARGEST, KeySize.Unit.MODULUS_BITS), Ckk.RSA);

    /// The keys of ANSI X9.31.
    private static final KeyRule X9_31_KEYS =
            KeyRule.pair(new KeySize(X931Signatures.SMALLEST, LARGEST, KeySize.Unit.MODULUS_BITS), Ckk.RSA);

    private RsaMechanisms() {}

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>(List.of(
                generation(Ckm.RSA_PKCS_KEY_PAIR_GEN, KEYS, RsaGeneration.PKCS),
                generation(Ckm.RSA_X9_31_KEY_PAIR_GEN, X9_31_KEYS, RsaGeneration.X9_31),
                pkcs(),
                oaep(),
                raw(),
                iso9796(),
                x931(),
                x931Sha1(),
                tpm(Ckm.RSA_PKCS_TPM_1_1, TpmBinding.PKCS),
                tpm(Ckm.RSA_PKCS_OAEP_TPM_1_1, TpmBinding.OAEP),
                Declaration.of(Ckm.RSA_AES_KEY_WRAP, RsaAesWrap.SECTION, KEYS, RsaAesWrap.RULE)
                        .can(Use.WRAP, RsaAesWrap::wrap)
                        .can(Use.UNWRAP, RsaAesWrap::unwrap),
                Declaration.of(Ckm.RSA_PKCS_PSS, RsaSignatures.PSS, KEYS, PssParameter.RULE)
                        .can(Use.SIGN, RsaSignatures::signRawPss)
                        .can(Use.VERIFY, RsaSignatures::verifyRawPss)));
        Arrays.stream(Hash.values())
                .filter(hash -> hash.signing().rsaPkcs() != Hash.NONE)
                .forEach(hash -> {
                    all.add(hashed(hash));
                    if (hash.signing().rsaPss() != Hash.NONE) {
                        all.add(pss(hash));
                    }
                });
        return List.copyOf(all);
    }

    private static Declaration<?> generation(long mechanism, KeyRule keys, RsaGeneration generation) {
        String section = generation.section();
        return Declaration.of(mechanism, section, keys, ParameterRule.none(section))
                .can(Use.GENERATE_PAIR, generation::pair);
    }

    private static Declaration<?> iso9796() {
        String section = Iso9796Signatures.SECTION;
        return Declaration.of(Ckm.RSA_9796, section, KEYS, ParameterRule.none(section))
                .can(Use.SIGN, (crypto, none, key) -> Iso9796Signatures.sign(crypto, key))
                .can(Use.VERIFY, (crypto, none, key) -> Iso9796Signatures.verify(crypto, key))
                .can(Use.SIGN_RECOVER, (crypto, none, key) -> Iso9796Signatures.sign(crypto, key))
                .can(Use.VERIFY_RECOVER, (crypto, none, key) -> Iso9796Signatures.recover(crypto, key));
    }

    private static Declaration<?> x931() {
        String section = X931Signatures.BARE;
        return Declaration.of(Ckm.RSA_X9_31, section, X9_31_KEYS, ParameterRule.none(section))
                .can(Use.SIGN, (crypto, none, key) -> X931Signatures.sign(crypto, key, section))
                .can(Use.VERIFY, (crypto, none, key) -> X931Signatures.verify(crypto, key, section));
    }

    private static Declaration<?> x931Sha1() {
        String section = X931Signatures.SHA1;
        return Declaration.of(Ckm.SHA1_RSA_X9_31, section, X9_31_KEYS, ParameterRule.none(section))
                .can(Use.SIGN, (crypto, none, key) -> X931Signatures.signSha1(crypto, key))
                .can(Use.VERIFY, (crypto, none, key) -> X931Signatures.verifySha1(crypto, key));
    }

    private static Declaration<?> tpm(long mechanism, RsaCiphers ciphers) {
        String section = ciphers.section();
        return Wraps.secretKeys(1, section)
                .of(
                        Declaration.of(mechanism, section, KEYS, ParameterRule.none(section)),
                        (crypto, none, key) -> ciphers.encrypt(crypto, key),
                        (crypto, none, key) -> ciphers.decrypt(crypto, key));
    }

    private static Declaration<?> pkcs() {
        String section = RsaSignatures.PKCS;
        return Wraps.secretKeys(1, section)
                .of(
                        Declaration.of(Ckm.RSA_PKCS, section, KEYS, ParameterRule.none(section)),
                        (crypto, none, key) -> RsaCiphers.PKCS.encrypt(crypto, key),
                        (crypto, none, key) -> RsaCiphers.PKCS.decrypt(crypto, key))
                .can(Use.SIGN, (crypto, none, key) -> RsaSignatures.signPkcs(crypto, key))
                .can(Use.VERIFY, (crypto, none, key) -> RsaSignatures.verifyPkcs(crypto, key))
                .can(Use.SIGN_RECOVER, (crypto, none, key) -> RsaSignatures.signPkcs(crypto, key))
                .can(Use.VERIFY_RECOVER, (crypto, none, key) -> RsaSignatures.recoverPkcs(crypto, key))
                .can(Use.ENCAPSULATE, RsaKem.encapsulate(none -> RsaCiphers.PKCS))
                .can(Use.DECAPSULATE, RsaKem.decapsulate(none -> RsaCiphers.PKCS));
    }

    private static Declaration<?> oaep() {
        String section = "6.1.8";
        return Wraps.secretKeys(1, section)
                .of(
                        Declaration.of(Ckm.RSA_PKCS_OAEP, section, KEYS, OaepParameter.RULE),
                        (crypto, oaep, key) -> RsaCiphers.oaep(oaep).encrypt(crypto, key),
                        (crypto, oaep, key) -> RsaCiphers.oaep(oaep).decrypt(crypto, key))
                .can(Use.ENCAPSULATE, RsaKem.encapsulate(RsaCiphers::oaep))
                .can(Use.DECAPSULATE, RsaKem.decapsulate(RsaCiphers::oaep));
    }

    private static Declaration<?> raw() {
        String section = RsaSignatures.RAW;
        return Declaration.of(Ckm.RSA_X_509, section, KEYS, ParameterRule.none(section))
                .can(Use.ENCRYPT, (crypto, none, key) -> RsaCiphers.encryptRaw(crypto, key))
                .can(Use.DECRYPT, (crypto, none, key) -> RsaCiphers.decryptRaw(crypto, key))
                .can(Use.SIGN, (crypto, none, key) -> RsaSignatures.signRaw(crypto, key))
                .can(Use.VERIFY, (crypto, none, key) -> RsaSignatures.verifyRaw(crypto, key))
                .can(Use.SIGN_RECOVER, (crypto, none, key) -> RsaSignatures.signRaw(crypto, key))
                .can(Use.VERIFY_RECOVER, (crypto, none, key) -> RsaSignatures.recoverRaw(crypto, key))
                .can(Use.ENCAPSULATE, (crypto, none, input) -> RsaKem.encapsulateRaw(crypto, input))
                .can(Use.DECAPSULATE, (crypto, none, input) -> RsaKem.decapsulateRaw(crypto, input))
                .can(
                        Use.WRAP,
                        Wraps.secretKeys(1, section).wrapBy((crypto, none, key) -> RsaCiphers.encryptRaw(crypto, key)))
                .can(
                        Use.UNWRAP,
                        (crypto, none, input) -> UnwrappedKey.fromEnd(
                                Wraps.asUnwrapping(() -> RsaCiphers.decryptRaw(crypto, input.unwrappingKey())
                                        .finish(input.wrapped().array())),
                                input.template(),
                                section));
    }

    private static Declaration<?> hashed(Hash hash) {
        String section = RsaSignatures.HASHED;
        return Declaration.of(hash.signing().rsaPkcs(), section, KEYS, ParameterRule.none(section))
                .can(Use.SIGN, (crypto, none, key) -> RsaSignatures.signHashed(crypto, hash, key))
                .can(Use.VERIFY, (crypto, none, key) -> RsaSignatures.verifyHashed(crypto, hash, key));
    }

    private static Declaration<?> pss(Hash hash) {
        return Declaration.of(hash.signing().rsaPss(), RsaSignatures.PSS_HASHED, KEYS, PssParameter.ruleOf(hash))
                .can(Use.SIGN, RsaSignatures::signPss)
                .can(Use.VERIFY, RsaSignatures::verifyPss);
    }
}
