package dev.tokki.emulator.mechanism.block;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.Maker;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.rule.Refusal;
import java.util.function.Function;

/// Keys made by encrypting data, sections 6.17, 6.34, 6.36 and 6.38.
final class EncryptedData {
    private EncryptedData() {}

    static <P> Declaration<P> derivation(
            Declaration<P> declaration, Function<P, Bytes> data, Maker<P, KeyView, CipherOperation> encryption) {
        return declaration.can(Use.DERIVE, (crypto, parameter, input) -> {
            DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), declaration.section());
            Bytes plain = data.apply(parameter);
            if (key.asked().orElse(0) > plain.length()) {
                throw Refusal.of(
                        Ckr.DATA_LEN_RANGE,
                        "pMechanism->pParameter",
                        "The data make a key of " + plain.length() + " bytes at most; the template asks for "
                                + key.asked().orElseThrow() + ".",
                        declaration.section(),
                        "Pass more data, or ask for a shorter key.");
            }
            byte[] encrypted =
                    encryption.make(crypto, parameter, input.baseKey()).finish(plain.array());
            return key.agreed(key.firstOf(encrypted), input.baseKey());
        });
    }
}
