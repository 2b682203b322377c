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

    private RsaMechanisms() {}

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>(List.of(
                Declaration.of(Ckm.RSA_PKCS_KEY_PAIR_GEN, "6.1.4", KEYS, ParameterRule.none("6.1.4"))
                        .can(Use.GENERATE_PAIR, RsaGeneration::pair),
                pkcs(),
                oaep(),
                raw(),
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
