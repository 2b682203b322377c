package dev.tokki.emulator.mechanism.pq;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.MlKem;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.MlKemKeys;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.work.Encapsulator;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import java.util.List;

/// ML-KEM, section 6.57.
public final class KemMechanisms {
    private static final String GENERATION = "6.57.4";
    private static final String SECTION = "6.57.5";
    private static final KeyRule KEYS = KeyRule.pair(
            new KeySize(MlKem.ML_KEM_512.publicLength(), MlKem.ML_KEM_1024.publicLength(), KeySize.Unit.ML_KEM_BYTES),
            Ckk.ML_KEM);

    private KemMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                Declaration.of(Ckm.ML_KEM_KEY_PAIR_GEN, GENERATION, KEYS, ParameterRule.none(GENERATION))
                        .can(
                                Use.GENERATE_PAIR,
                                (crypto, none, templates) ->
                                        MlKemKeys.generate(crypto, templates.publicKey(), templates.privateKey())),
                Declaration.of(Ckm.ML_KEM, SECTION, KEYS, ParameterRule.none(SECTION))
                        .can(Use.ENCAPSULATE, (crypto, none, input) -> encapsulate(crypto, input))
                        .can(Use.DECAPSULATE, (crypto, none, input) -> decapsulate(crypto, input)));
    }

    private static Encapsulator encapsulate(Crypto crypto, Use.Encapsulating input) {
        MlKem set = MlKemKeys.set(input.publicKey().attributes());
        DerivedKey derived = DerivedKey.ofTemplate(input.template(), SECTION);
        int length = derived.lengthWithin(MlKem.SECRET);
        return new Encapsulator(set.ciphertextLength(), () -> {
            MlKem.Encapsulated made =
                    MlKemKeys.encapsulating(crypto, input.publicKey()).encapsulate();
            return new Encapsulator.Made(
                    made.ciphertext(), key(derived, made.secret().array(), length));
        });
    }

    private static List<Attribute> decapsulate(Crypto crypto, Use.Decapsulating input) {
        MlKem set = MlKemKeys.set(input.privateKey().attributes());
        DerivedKey derived = DerivedKey.ofTemplate(input.template(), SECTION);
        int length = derived.lengthWithin(MlKem.SECRET);
        byte[] ciphertext = input.ciphertext().array();
        if (ciphertext.length != set.ciphertextLength()) {
            throw Refusal.of(
                    Ckr.WRAPPED_KEY_LEN_RANGE,
                    "pCiphertext",
                    "A ciphertext for this key has " + set.ciphertextLength() + " bytes; this one has "
                            + ciphertext.length + ".",
                    SECTION,
                    "Pass the ciphertext as C_EncapsulateKey made it.");
        }
        byte[] secret = MlKemKeys.decapsulating(crypto, input.privateKey()).decapsulate(ciphertext);
        return key(derived, secret, length);
    }

    /// Shorter keys lose bytes at the end: the text says nothing, and SP 800-56C would take the first ones.
    private static List<Attribute> key(DerivedKey derived, byte[] secret, int length) {
        return SecretKeys.attributes(derived.keyType(), Arrays.copyOf(secret, length));
    }
}
