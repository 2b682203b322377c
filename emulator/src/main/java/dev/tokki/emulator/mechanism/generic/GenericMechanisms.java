package dev.tokki.emulator.mechanism.generic;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import java.util.List;

/// Generic secret keys, section 6.8, the null mechanism, and the generation of secret keys of any type.
public final class GenericMechanisms {
    private GenericMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                generation(Ckm.GENERIC_SECRET_KEY_GEN, "6.8.3", Ckk.GENERIC_SECRET),
                generation(Ckm.HKDF_KEY_GEN, "6.51.5", Ckk.HKDF),
                NullMechanism.declaration());
    }

    /// {@return the generation of keys of a type: sizes are in bits where keys have any length, otherwise in bytes}
    public static Declaration<?> generation(long mechanism, String section, long keyType) {
        SecretKeyType type = SecretKeyType.of(keyType).orElseThrow();
        KeySize size = type.isAnyLength()
                ? KeySize.bits(8L * type.shortest(), 8L * type.longest())
                : KeySize.bytes(type.shortest(), type.longest());
        return generation(mechanism, section, keyType, size);
    }

    /// {@return the generation of keys of a type}
    public static Declaration<?> generation(long mechanism, String section, long keyType, KeySize size) {
        return Declaration.of(mechanism, section, KeyRule.secret(size, keyType), ParameterRule.none(section))
                .can(
                        Use.GENERATE,
                        (crypto, none, input) -> SecretKeys.generate(crypto, keyType, input.template(), section));
    }
}
