package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.ENCRYPT_INIT;
import static dev.tokki.api.Function.ENCRYPT_UPDATE;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.call.Encryption.EncryptUpdate;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// What is peculiar to AES with a counter, section 6.11.
@Chapter(id = "aes", title = "AES", section = "6.10")
record AesCounterTests(Bench bench) implements CryptoSuite {
    /// The counter block of the example in section 6.11.3: two counter bits that start as 1.
    private static final byte[] STARTS_AS_1 = Data.hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfe01");

    @Requirement(
            id = "aes.ctr.any-length",
            functions = ENCRYPT,
            section = "6.11.3",
            rule = "AES-CTR encrypts data of any length, as the JDK does")
    void anyLength() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        for (int length : new int[] {1, 15, 16, 17, 100}) {
            byte[] data = Data.counting(length);
            same(
                    "%d bytes".formatted(length),
                    Jdk.aes(
                            Cipher.ENCRYPT_MODE,
                            "CTR/NoPadding",
                            Keys.aesValue(),
                            new IvParameterSpec(STARTS_AS_1),
                            data),
                    crypto.encrypt(counter(128, STARTS_AS_1), key, data));
        }
    }

    @Requirement(
            id = "aes.ctr.bits",
            functions = ENCRYPT_INIT,
            section = "6.11.2.1",
            rule = "The number of counter bits must be 1 to 128; 0 and 129 are CKR_MECHANISM_PARAM_INVALID")
    void counterBits() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        for (long bits : new long[] {0, 129}) {
            expect(new EncryptInit(crypto.handle(), counter(bits, STARTS_AS_1), key))
                    .returns(Ckr.MECHANISM_PARAM_INVALID);
        }
    }

    @Requirement(
            id = "aes.ctr.up-to-the-end",
            functions = ENCRYPT,
            section = "6.11.3",
            rule = "With two counter bits that start as 1, three blocks can be processed")
    void threeBlocks() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        byte[] data = Data.counting(48);
        same(
                "three blocks",
                Jdk.aes(Cipher.ENCRYPT_MODE, "CTR/NoPadding", Keys.aesValue(), new IvParameterSpec(STARTS_AS_1), data),
                crypto.encrypt(counter(2, STARTS_AS_1), key, data));
    }

    @Requirement(
            id = "aes.ctr.overflow",
            functions = ENCRYPT,
            section = "6.11.3",
            rule = "With two counter bits that start as 1, a fourth block is refused with CKR_DATA_LEN_RANGE")
    void fourBlocks() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        crypto.encrypting(counter(2, STARTS_AS_1), key, Data.counting(64)).returns(Ckr.DATA_LEN_RANGE);
    }

    @Requirement(
            id = "aes.ctr.overflow-parts",
            functions = ENCRYPT_UPDATE,
            section = "6.11.3",
            rule = "The counter must not overflow in parts either: CKR_DATA_LEN_RANGE")
    void fourBlocksInParts() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        expect(new EncryptInit(crypto.handle(), counter(2, STARTS_AS_1), key)).succeeds();
        expect(new EncryptUpdate(crypto.handle(), Bytes.of(Data.counting(48)), Buffer.of(64)))
                .succeeds();
        expect(new EncryptUpdate(crypto.handle(), Bytes.of(Data.counting(1)), Buffer.of(64)))
                .returns(Ckr.DATA_LEN_RANGE);
    }

    private Crypto with() {
        requires(Ckm.AES_CTR, Ckf.ENCRYPT, Ckf.DECRYPT);
        return crypto();
    }

    private static Mechanism counter(long bits, byte[] block) {
        return Mechanism.of(Ckm.AES_CTR, new AesParameter.Ctr(bits, Bytes.of(block)));
    }
}
