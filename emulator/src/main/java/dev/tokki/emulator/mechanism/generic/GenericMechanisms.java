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

/// Generic secret keys, section 6.8.
public final class GenericMechanisms {
    /// Sizes of generated keys of any length, which the text wants in bits.
    public static final KeySize GENERATED = KeySize.bits(8, 8L * SecretKeyType.LONGEST_GENERATED);

    private static final String SECTION = "6.8.3";

    private GenericMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(Declaration.of(
                        Ckm.GENERIC_SECRET_KEY_GEN,
                        SECTION,
                        KeyRule.secret(GENERATED, Ckk.GENERIC_SECRET),
                        ParameterRule.none(SECTION))
                .can(
                        Use.GENERATE,
                        (crypto, none, template) ->
                                SecretKeys.generate(crypto, Ckk.GENERIC_SECRET, template, SECTION)));
    }
}
