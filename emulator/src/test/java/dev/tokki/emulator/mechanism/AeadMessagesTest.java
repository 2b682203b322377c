package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.ChaChaParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.work.CipherMessage;
import dev.tokki.emulator.mechanism.work.MessageCipher;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages of the AEADs are what C_Encrypt makes of the same data (sections 6.13.4 and 6.50.2).
class AeadMessagesTest {
    private static final MechanismTable TABLE = MechanismTable.all();
    private static final TestKey AES = TestKey.secret(Ckk.AES, Recipes.bytes(16).copy());
    private static final byte[] DATA = Recipes.bytes(45).copy();
    private static final byte[] AAD = {9, 8, 7};
    private static final Bytes ROOM = Bytes.of(new byte[16]);

    private static AesParameter.CcmMessage ccm(long length, Bytes nonce, long fixed, long generator) {
        return new AesParameter.CcmMessage(length, nonce, fixed, generator, ROOM);
    }

    private static MessageCipher ccmCipher(boolean isEncryption) {
        Mechanism mechanism = Mechanism.of(Ckm.AES_CCM);
        return isEncryption ? TABLE.messageEncrypt(mechanism, AES) : TABLE.messageDecrypt(mechanism, AES);
    }

    @Test
    void aMessageOfCcmIsWhatEncryptMakes() {
        Bytes nonce = Recipes.bytes(12);
        AesParameter.CcmMessage parameter = ccm(45, nonce, 0, Ckg.NO_GENERATE);
        CipherMessage message = ccmCipher(true).begin(parameter, AAD);
        byte[] first = message.update(Arrays.copyOf(DATA, 20));
        CipherMessage.End end = message.finish(Arrays.copyOfRange(DATA, 20, 45), parameter);
        byte[] whole = TABLE.encrypt(Mechanism.of(Ckm.AES_CCM, new AesParameter.Ccm(45, nonce, Bytes.of(AAD), 16)), AES)
                .finish(DATA);
        assertThat(first).isEmpty();
        assertThat(end.output().copy()).isEqualTo(Arrays.copyOf(whole, 45));
        assertThat(((AesParameter.CcmMessage) end.parameter()).mac().copy())
                .isEqualTo(Arrays.copyOfRange(whole, 45, 61));
        CipherMessage back = ccmCipher(false).begin(end.parameter(), AAD);
        assertThat(back.finish(end.output().array(), end.parameter()).output()).isEqualTo(Bytes.of(DATA));
        Refused.with(
                Ckr.AEAD_DECRYPT_FAILED,
                () -> ccmCipher(false)
                        .begin(end.parameter(), new byte[1])
                        .finish(end.output().array(), end.parameter()));
    }

    @Test
    void aMessageOfCcmHasTheLengthItAnnounced() {
        AesParameter.CcmMessage parameter = ccm(44, Recipes.bytes(12), 0, Ckg.NO_GENERATE);
        Refused.with(
                Ckr.DATA_LEN_RANGE, () -> ccmCipher(true).begin(parameter, AAD).finish(DATA, parameter));
        Refused.with(
                Ckr.ENCRYPTED_DATA_LEN_RANGE,
                () -> ccmCipher(false).begin(parameter, AAD).finish(DATA, parameter));
    }

    /// The nonce is counted from zero after its fixed bits.
    @Test
    void ccmGeneratesNonces() {
        MessageCipher cipher = ccmCipher(true);
        for (int i = 0; i < 3; i++) {
            AesParameter.CcmMessage parameter = ccm(45, Recipes.bytes(12, 0x77), 32, Ckg.GENERATE_COUNTER);
            CipherMessage message = cipher.begin(parameter, AAD);
            byte[] nonce = ((AesParameter.CcmMessage)
                            message.finish(DATA, message.parameter()).parameter())
                    .nonce()
                    .copy();
            assertThat(Arrays.copyOf(nonce, 4)).containsOnly(0x77);
            assertThat(nonce[11]).isEqualTo((byte) i);
        }
    }

    @ParameterizedTest
    @CsvSource({"11", "14", "6"})
    void aNonceOrATagOfAnotherLengthIsRefused(int length) {
        boolean isTag = length == 11;
        AesParameter.CcmMessage parameter = new AesParameter.CcmMessage(
                45, Recipes.bytes(isTag ? 12 : length), 0, Ckg.NO_GENERATE, Bytes.of(new byte[isTag ? length : 16]));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> ccmCipher(true).begin(parameter, AAD));
    }

    @ParameterizedTest
    @CsvSource({"true, 8", "true, 12", "true, 24", "false, 8", "false, 24"})
    void aMessageOfPoly1305IsWhatEncryptMakes(boolean isChaCha, int nonceLength) {
        long mechanism = isChaCha ? Ckm.CHACHA20_POLY1305 : Ckm.SALSA20_POLY1305;
        TestKey key = TestKey.secret(
                isChaCha ? Ckk.CHACHA20 : Ckk.SALSA20, Recipes.bytes(32).copy());
        Bytes nonce = Recipes.bytes(nonceLength);
        Parameter parameter = new ChaChaParameter.Poly1305Message(nonce, ROOM);
        CipherMessage.End end = TABLE.messageEncrypt(Mechanism.of(mechanism), key)
                .begin(parameter, AAD)
                .finish(DATA, parameter);
        byte[] whole = TABLE.encrypt(Mechanism.of(mechanism, new ChaChaParameter.Poly1305(nonce, Bytes.of(AAD))), key)
                .finish(DATA);
        assertThat(end.output().copy()).isEqualTo(Arrays.copyOf(whole, 45));
        assertThat(((ChaChaParameter.Poly1305Message) end.parameter()).tag().copy())
                .isEqualTo(Arrays.copyOfRange(whole, 45, 61));
        MessageCipher decryption = TABLE.messageDecrypt(Mechanism.of(mechanism), key);
        assertThat(decryption
                        .begin(end.parameter(), AAD)
                        .finish(end.output().array(), end.parameter())
                        .output())
                .isEqualTo(Bytes.of(DATA));
        Refused.with(
                Ckr.AEAD_DECRYPT_FAILED,
                () -> decryption.begin(parameter, AAD).finish(end.output().array(), parameter));
    }

    @Test
    void salsa20HasNoNonceOf12Bytes() {
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> TABLE.messageEncrypt(
                                Mechanism.of(Ckm.SALSA20_POLY1305),
                                TestKey.secret(Ckk.SALSA20, Recipes.bytes(32).copy()))
                        .begin(new ChaChaParameter.Poly1305Message(Recipes.bytes(12), ROOM), AAD));
    }

    @Test
    void ccmWrapsAKeyOfAnyLength() {
        AesParameter.CcmMessage parameter = ccm(0, Recipes.bytes(12), 0, Ckg.NO_GENERATE);
        Mechanism mechanism = Mechanism.of(Ckm.AES_CCM, parameter);
        TestKey secret = TestKey.secret(Ckk.GENERIC_SECRET, DATA);
        var wrapped = TABLE.wrapAuthenticated(mechanism, AES, secret, AAD);
        assertThat(wrapped.bytes().length()).isEqualTo(45);
        var template = Pairs.template(
                dev.tokki.api.Attribute.of(dev.tokki.api.constant.Cka.CLASS, dev.tokki.api.constant.Cko.SECRET_KEY),
                dev.tokki.api.Attribute.of(dev.tokki.api.constant.Cka.KEY_TYPE, Ckk.GENERIC_SECRET));
        assertThat(new TestKey(TABLE.unwrapAuthenticated(
                                Mechanism.of(Ckm.AES_CCM, wrapped.parameter()),
                                AES,
                                wrapped.bytes().array(),
                                template,
                                AAD))
                        .value())
                .isEqualTo(DATA);
        Refused.with(
                Ckr.WRAPPED_KEY_INVALID,
                () -> TABLE.unwrapAuthenticated(
                        Mechanism.of(Ckm.AES_CCM, wrapped.parameter()),
                        AES,
                        wrapped.bytes().array(),
                        template,
                        new byte[0]));
    }
}
