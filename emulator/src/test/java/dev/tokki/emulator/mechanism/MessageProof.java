package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.ChaChaParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.work.CipherMessage;
import java.util.List;

/// Messages encrypted and decrypted.
final class MessageProof {
    private MessageProof() {}

    static void of(Declaration<?> declaration) {
        long type = Workshop.keyType(declaration.keys());
        TestKey key = new TestKey(
                List.of(Attribute.of(Cka.KEY_TYPE, type), Attribute.of(Cka.VALUE, Workshop.value(type, 9))));
        byte[] data = Recipes.bytes(48).copy();
        Crypto crypto = Crypto.fastest();
        CipherMessage encryption =
                declaration.messages().encrypting(crypto, key).begin(parameter(declaration.type()), new byte[4]);
        CipherMessage.End end = encryption.finish(data, parameter(declaration.type()));
        CipherMessage decryption =
                declaration.messages().decrypting(crypto, key).begin(end.parameter(), new byte[4]);
        assertThat(decryption.finish(end.output().array(), end.parameter()).output())
                .isEqualTo(Bytes.of(data));
        assertThat(end.output()).isNotEqualTo(Bytes.of(data));
    }

    private static Parameter parameter(long mechanism) {
        if (mechanism == Ckm.AES_CCM) {
            return new AesParameter.CcmMessage(48, Recipes.bytes(12), 0, Ckg.NO_GENERATE, Bytes.of(new byte[16]));
        }
        if (mechanism == Ckm.AES_GCM) {
            return new AesParameter.GcmMessage(Recipes.bytes(12), 0, Ckg.NO_GENERATE, Bytes.of(new byte[16]), 128);
        }
        return new ChaChaParameter.Poly1305Message(
                Recipes.bytes(mechanism == Ckm.CHACHA20_POLY1305 ? 12 : 24), Bytes.of(new byte[16]));
    }
}
