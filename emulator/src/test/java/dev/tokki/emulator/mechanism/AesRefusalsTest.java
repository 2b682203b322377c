package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AesRefusalsTest {
    private static final byte[] IV = new byte[16];

    private final MechanismTable table = MechanismTable.all();
    private final TestKey key = TestKey.aes("000102030405060708090a0b0c0d0e0f");

    static Stream<Mechanism> wrongParameters() {
        byte[] vector = new byte[12];
        return Stream.of(
                Mechanism.iv(Ckm.AES_ECB, IV),
                Mechanism.of(Ckm.AES_CBC),
                Mechanism.iv(Ckm.AES_CBC, new byte[15]),
                Mechanism.iv(Ckm.AES_CBC_PAD, new byte[17]),
                Mechanism.of(Ckm.AES_CBC, new Parameter.Raw(Bytes.nullOf(16))),
                Mechanism.of(Ckm.AES_CTR),
                Mechanism.of(Ckm.AES_CTR, new AesParameter.Ctr(0, Bytes.of(IV))),
                Mechanism.of(Ckm.AES_CTR, new AesParameter.Ctr(129, Bytes.of(IV))),
                Mechanism.of(Ckm.AES_CTR, new AesParameter.Ctr(-1, Bytes.of(IV))),
                Mechanism.of(Ckm.AES_CTR, new AesParameter.Ctr(128, Bytes.of(vector))),
                Mechanism.of(Ckm.AES_GCM),
                Mechanism.iv(Ckm.AES_GCM, vector),
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.EMPTY, Bytes.NULL, 128)),
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.nullOf(12), Bytes.NULL, 128)),
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(vector), Bytes.nullOf(1), 128)),
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(vector), Bytes.NULL, 129)),
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(vector), Bytes.NULL, 136)),
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(vector), Bytes.NULL, -8)),
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(vector), Bytes.NULL, 100)),
                Mechanism.of(
                        Ckm.AES_GCM, new AesParameter.GcmWrap(Bytes.of(vector), 0, Ckg.NO_GENERATE, Bytes.NULL, 128)),
                Mechanism.iv(Ckm.AES_KEY_WRAP, new byte[4]),
                Mechanism.iv(Ckm.AES_KEY_WRAP_KWP, new byte[8]));
    }

    @ParameterizedTest
    @MethodSource
    void wrongParameters(Mechanism mechanism) {
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> table.encrypt(mechanism, key));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> table.decrypt(mechanism, key));
    }

    @Test
    void parameterOfLengthZeroIsNone() {
        assertThat(table.encrypt(Mechanism.of(Ckm.AES_ECB, Parameter.of()), key).finish(IV))
                .hasSize(16);
        assertThat(table.encrypt(Mechanism.of(Ckm.AES_ECB, new Parameter.Raw(Bytes.NULL)), key)
                        .finish(IV))
                .hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 17, -1})
    void macHasOneToSixteenBytes(long length) {
        Mechanism mechanism = Mechanism.of(Ckm.AES_CMAC_GENERAL, new Parameter.ULong(length));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> table.sign(mechanism, key));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> table.verify(mechanism, key));
    }

    @Test
    void keyMustBeAnAesKeyOfItsSizes() {
        Mechanism ecb = Mechanism.of(Ckm.AES_ECB);
        Refused.with(
                Ckr.KEY_TYPE_INCONSISTENT, () -> table.encrypt(ecb, TestKey.secret(Ckk.GENERIC_SECRET, new byte[16])));
        Refused.with(Ckr.KEY_SIZE_RANGE, () -> table.encrypt(ecb, TestKey.secret(Ckk.AES, new byte[15])));
        TestKey wrapped = TestKey.secret(Ckk.GENERIC_SECRET, new byte[16]);
        Refused.with(
                Ckr.WRAPPING_KEY_TYPE_INCONSISTENT,
                () -> table.wrap(ecb, TestKey.secret(Ckk.GENERIC_SECRET, new byte[16]), wrapped));
        Refused.with(
                Ckr.UNWRAPPING_KEY_SIZE_RANGE,
                () -> table.unwrap(ecb, TestKey.secret(Ckk.AES, new byte[8]), new byte[16], Pairs.template()));
    }

    @Test
    void mechanismMustExistAndBeAbleTo() {
        Refused.with(Ckr.MECHANISM_INVALID, () -> table.encrypt(Mechanism.of(0x8000_0001L), key));
        Refused.with(Ckr.MECHANISM_INVALID, () -> table.encrypt(Mechanism.of(Ckm.AES_CMAC), key));
        Refused.with(Ckr.MECHANISM_INVALID, () -> table.sign(Mechanism.of(Ckm.AES_ECB), key));
        Refused.with(Ckr.MECHANISM_INVALID, () -> table.digest(Mechanism.of(Ckm.SHA256_HMAC)));
        Refused.with(Ckr.MECHANISM_INVALID, () -> table.info(0x7777));
    }

    @Test
    void withoutPaddingDataAreWholeBlocks() {
        for (Mechanism mechanism : new Mechanism[] {Mechanism.of(Ckm.AES_ECB), Mechanism.iv(Ckm.AES_CBC, IV)}) {
            Refused.with(Ckr.DATA_LEN_RANGE, () -> table.encrypt(mechanism, key).finish(new byte[15]));
            Refused.with(
                    Ckr.ENCRYPTED_DATA_LEN_RANGE,
                    () -> table.decrypt(mechanism, key).finish(new byte[17]));
            CipherOperation inParts = table.encrypt(mechanism, key);
            inParts.update(new byte[20]);
            Refused.with(Ckr.DATA_LEN_RANGE, () -> inParts.finish(new byte[0]));
        }
    }

    @Test
    void paddingIsChecked() {
        Mechanism pad = Mechanism.iv(Ckm.AES_CBC_PAD, IV);
        Refused.with(Ckr.ENCRYPTED_DATA_LEN_RANGE, () -> table.decrypt(pad, key).finish(new byte[0]));
        Refused.with(Ckr.ENCRYPTED_DATA_LEN_RANGE, () -> table.decrypt(pad, key).finish(new byte[31]));
        for (String last : new String[] {
            "00000000000000000000000000000000", "00000000000000000000000000000011", "00000000000000000000000000020302"
        }) {
            byte[] wrong = table.encrypt(Mechanism.iv(Ckm.AES_CBC, IV), key)
                    .finish(Bytes.hex(last).array());
            Refused.with(
                    Ckr.ENCRYPTED_DATA_INVALID, () -> table.decrypt(pad, key).finish(wrong));
        }
    }

    @Test
    void decryptionWithPaddingHoldsTheLastBlockBack() {
        Mechanism pad = Mechanism.iv(Ckm.AES_CBC_PAD, IV);
        byte[] encrypted = table.encrypt(pad, key).finish(new byte[20]);
        CipherOperation decryption = table.decrypt(pad, key);
        assertThat(decryption.update(encrypted)).hasSize(16);
        assertThat(decryption.finish(new byte[0])).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 8, 32, 64, 96, 128})
    void gcmReleasesNothingBeforeItsTagIsVerified(long tagBits) {
        Mechanism gcm =
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(new byte[12]), Bytes.utf8("aad"), tagBits));
        byte[] encrypted = table.encrypt(gcm, key).finish(new byte[100]);
        assertThat(encrypted).hasSize(100 + (int) tagBits / 8);
        CipherOperation decryption = table.decrypt(gcm, key);
        assertThat(decryption.update(encrypted)).isEmpty();
        assertThat(decryption.finish(new byte[0])).isEqualTo(new byte[100]);
        if (tagBits >= 32) {
            for (int at : new int[] {0, 99, 100, encrypted.length - 1}) {
                byte[] changed = encrypted.clone();
                changed[at] ^= 0x40;
                Refused.with(
                        Ckr.ENCRYPTED_DATA_INVALID,
                        () -> table.decrypt(gcm, key).finish(changed));
            }
            Refused.with(
                    Ckr.ENCRYPTED_DATA_INVALID,
                    () -> table.decrypt(
                                    Mechanism.of(
                                            Ckm.AES_GCM,
                                            new AesParameter.Gcm(Bytes.of(new byte[12]), Bytes.utf8("AAD"), tagBits)),
                                    key)
                            .finish(encrypted));
            Refused.with(
                    Ckr.ENCRYPTED_DATA_LEN_RANGE,
                    () -> table.decrypt(gcm, key).finish(Arrays.copyOf(encrypted, (int) tagBits / 8 - 1)));
        }
    }

    /// Large data are decrypted another way than small ones.
    @ParameterizedTest
    @ValueSource(ints = {64 * 1024 - 17, 64 * 1024 - 16, 64 * 1024 - 15, 64 * 1024, 200_001})
    void gcmVerifiesLargeDataToo(int length) {
        Mechanism gcm = Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(new byte[12]), Bytes.utf8("aad"), 128));
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) 0x5A);
        byte[] encrypted = table.encrypt(gcm, key).finish(data);
        assertThat(table.decrypt(gcm, key).finish(encrypted)).isEqualTo(data);
        for (int at : new int[] {0, length - 1, length, encrypted.length - 1}) {
            byte[] changed = encrypted.clone();
            changed[at] ^= 1;
            Refused.with(
                    Ckr.ENCRYPTED_DATA_INVALID, () -> table.decrypt(gcm, key).finish(changed));
        }
    }

    @Test
    void counterBitsMayRunToTheirEndButNotOver() {
        // The example of section 6.11.3: two counter bits that begin with 1 leave three blocks.
        byte[] block = new byte[16];
        block[15] = 1;
        Mechanism ctr = Mechanism.of(Ckm.AES_CTR, new AesParameter.Ctr(2, Bytes.of(block)));
        assertThat(table.encrypt(ctr, key).finish(new byte[48])).hasSize(48);
        Refused.with(Ckr.DATA_LEN_RANGE, () -> table.encrypt(ctr, key).finish(new byte[49]));
        CipherOperation inParts = table.decrypt(ctr, key);
        inParts.update(new byte[40]);
        Refused.with(Ckr.DATA_LEN_RANGE, () -> inParts.update(new byte[9]));
        // All 128 bits at their last value leave one block.
        Arrays.fill(block, (byte) 0xFF);
        Mechanism last = Mechanism.of(Ckm.AES_CTR, new AesParameter.Ctr(128, Bytes.of(block)));
        assertThat(table.encrypt(last, key).finish(new byte[16])).hasSize(16);
        Refused.with(Ckr.DATA_LEN_RANGE, () -> table.encrypt(last, key).finish(new byte[17]));
    }

    @Test
    void keyWrapChecksLengthsAndIntegrity() {
        Mechanism kw = Mechanism.of(Ckm.AES_KEY_WRAP);
        for (int length : new int[] {0, 8, 15, 20}) {
            Refused.with(Ckr.DATA_LEN_RANGE, () -> table.encrypt(kw, key).finish(new byte[length]));
        }
        Refused.with(
                Ckr.DATA_LEN_RANGE,
                () -> table.encrypt(Mechanism.of(Ckm.AES_KEY_WRAP_KWP), key).finish(new byte[0]));
        Refused.with(Ckr.ENCRYPTED_DATA_LEN_RANGE, () -> table.decrypt(kw, key).finish(new byte[16]));
        for (long type :
                new long[] {Ckm.AES_KEY_WRAP, Ckm.AES_KEY_WRAP_KWP, Ckm.AES_KEY_WRAP_PAD, Ckm.AES_KEY_WRAP_PKCS7}) {
            byte[] wrapped = table.encrypt(Mechanism.of(type), key).finish(new byte[16]);
            wrapped[3] ^= 1;
            Refused.with(
                    Ckr.ENCRYPTED_DATA_INVALID,
                    () -> table.decrypt(Mechanism.of(type), key).finish(wrapped));
        }
    }

    @Test
    void keyWrapUsesTheInitialValueGiven() {
        byte[] value = {1, 2, 3, 4, 5, 6, 7, 8};
        Mechanism own = Mechanism.iv(Ckm.AES_KEY_WRAP, value);
        byte[] wrapped = table.encrypt(own, key).finish(new byte[16]);
        assertThat(table.decrypt(own, key).finish(wrapped)).isEqualTo(new byte[16]);
        Refused.with(
                Ckr.ENCRYPTED_DATA_INVALID,
                () -> table.decrypt(Mechanism.of(Ckm.AES_KEY_WRAP), key).finish(wrapped));
    }

    @Test
    void macsOfAnotherLengthAreNoMacs() {
        Mechanism cmac = Mechanism.of(Ckm.AES_CMAC);
        byte[] mac = table.sign(cmac, key).finish(new byte[5]);
        Refused.with(
                Ckr.SIGNATURE_LEN_RANGE, () -> table.verify(cmac, key).finish(new byte[5], Arrays.copyOf(mac, 15)));
        Refused.with(Ckr.SIGNATURE_LEN_RANGE, () -> table.verify(cmac, key).finish(new byte[5], new byte[0]));
        Refused.with(Ckr.SIGNATURE_INVALID, () -> table.verify(cmac, key).finish(new byte[6], mac));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16, 32, 200})
    void hmacKeysHaveAnyLength(int length) {
        Mechanism hmac = Mechanism.of(Ckm.SHA512_HMAC);
        TestKey generic = TestKey.secret(Ckk.GENERIC_SECRET, new byte[length]);
        table.verify(hmac, generic).finish(IV, table.sign(hmac, generic).finish(IV));
    }

    @Test
    void hmacKeysAreGenericOrOfTheirHash() {
        Refused.with(
                Ckr.KEY_TYPE_INCONSISTENT,
                () -> table.sign(Mechanism.of(Ckm.SHA512_HMAC), TestKey.secret(Ckk.SHA256_HMAC, IV)));
        Refused.with(Ckr.KEY_TYPE_INCONSISTENT, () -> table.sign(Mechanism.of(Ckm.SHA512_HMAC), key));
    }
}
