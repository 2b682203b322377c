package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.DECRYPT_FINAL;
import static dev.tokki.api.Function.DECRYPT_UPDATE;
import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.ENCRYPT_FINAL;
import static dev.tokki.api.Function.ENCRYPT_UPDATE;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Decryption.DecryptFinal;
import dev.tokki.api.call.Decryption.DecryptInit;
import dev.tokki.api.call.Decryption.DecryptUpdate;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import javax.crypto.Cipher;

/// AES-CBC with the padding of PKCS #7, section 6.10.6.
@Chapter(id = "aes", title = "AES", section = "6.10")
record AesPaddingTests(Bench bench) implements CryptoSuite {
    private static final byte[] IV = Data.counting(16);

    @Requirement(
            id = "aes.cbc-pad.lengths",
            functions = {ENCRYPT, DECRYPT},
            section = "6.10.6",
            rule = "AES-CBC-PAD pads data of each length from 0 to 33 bytes as PKCS #7 says, as the JDK does")
    void paddingOfEachLength() {
        Crypto crypto = with(Ckm.AES_CBC_PAD);
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT, Cka.DECRYPT));
        Mechanism padded = Mechanism.iv(Ckm.AES_CBC_PAD, IV);
        for (int length = 0; length <= 33; length++) {
            byte[] data = Data.counting(length);
            byte[] expected = Jdk.aesCbcPadded(Cipher.ENCRYPT_MODE, Keys.aesValue(), IV, data);
            same("%d bytes encrypted".formatted(length), expected, crypto.encrypt(padded, key, data));
            same("%d bytes decrypted".formatted(length), data, crypto.decrypt(padded, key, expected));
        }
    }

    @Requirement(
            id = "aes.cbc-pad.parts",
            functions = {ENCRYPT_UPDATE, ENCRYPT_FINAL, DECRYPT_UPDATE, DECRYPT_FINAL},
            section = {"5.2", "6.10.6"},
            rule = "AES-CBC-PAD in parts of uneven lengths gives what it gives in one part")
    void paddingInParts() {
        Crypto crypto = with(Ckm.AES_CBC_PAD);
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT, Cka.DECRYPT));
        Mechanism padded = Mechanism.iv(Ckm.AES_CBC_PAD, IV);
        for (int length : new int[] {0, 1, 15, 16, 17, 47, 48, 100}) {
            byte[] data = Data.counting(length);
            byte[] expected = Jdk.aesCbcPadded(Cipher.ENCRYPT_MODE, Keys.aesValue(), IV, data);
            same("%d bytes encrypted".formatted(length), expected, crypto.encrypt(padded, key, Data.parts(data)));
            same("%d bytes decrypted".formatted(length), data, crypto.decrypt(padded, key, Data.parts(expected)));
        }
    }

    @Requirement(
            id = "aes.cbc-pad.last-block-waits",
            functions = {DECRYPT_UPDATE, DECRYPT_FINAL},
            section = "5.2",
            rule = "With AES-CBC-PAD the last block waits for C_DecryptFinal, since it may be padding; the one before"
                    + " is yielded once another byte is there")
    void theLastBlockWaits() {
        Crypto crypto = with(Ckm.AES_CBC_PAD);
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT));
        byte[] ciphertext = Jdk.aesCbcPadded(Cipher.ENCRYPT_MODE, Keys.aesValue(), IV, Data.counting(20));
        expect(new DecryptInit(crypto.handle(), Mechanism.iv(Ckm.AES_CBC_PAD, IV), key))
                .succeeds();
        check("bytes after one block", 0L, update(crypto, Data.part(ciphertext, 0, 16)));
        check("bytes after one byte more", 16L, update(crypto, Data.part(ciphertext, 16, 17)));
        check("bytes after the rest", 0L, update(crypto, Data.part(ciphertext, 17, 32)));
        check(
                "bytes from C_DecryptFinal",
                4L,
                expect(new DecryptFinal(crypto.handle(), Buffer.of(16))).value().length());
    }

    @Requirement(
            id = "aes.cbc-pad.bad-padding",
            functions = DECRYPT,
            section = {"5.1.6", "5.10.2", "6.10.6"},
            rule = "AES-CBC-PAD refuses padding {0} with CKR_ENCRYPTED_DATA_INVALID")
    void badPadding(Padding padding) {
        Crypto crypto = with(Ckm.AES_CBC_PAD);
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT));
        byte[] ciphertext = Jdk.aes(
                Cipher.ENCRYPT_MODE,
                "CBC/NoPadding",
                Keys.aesValue(),
                new javax.crypto.spec.IvParameterSpec(IV),
                Data.joined(Data.counting(16), Data.hex(padding.lastBlock)));
        crypto.decrypting(Mechanism.iv(Ckm.AES_CBC_PAD, IV), key, ciphertext).returns(Ckr.ENCRYPTED_DATA_INVALID);
    }

    @Requirement(
            id = "aes.cbc-pad.empty",
            functions = DECRYPT,
            section = {"5.10.2", "6.10.6"},
            rule = "AES-CBC-PAD refuses an empty ciphertext, which cannot hold padding, with"
                    + " CKR_ENCRYPTED_DATA_LEN_RANGE or CKR_ENCRYPTED_DATA_INVALID")
    void emptyCiphertext() {
        Crypto crypto = with(Ckm.AES_CBC_PAD);
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT));
        crypto.decrypting(Mechanism.iv(Ckm.AES_CBC_PAD, IV), key, new byte[0])
                .returns(Ckr.ENCRYPTED_DATA_LEN_RANGE, Ckr.ENCRYPTED_DATA_INVALID);
    }

    private Crypto with(long mechanism) {
        requires(mechanism, Ckf.ENCRYPT, Ckf.DECRYPT);
        return crypto();
    }

    private long update(Crypto crypto, byte[] part) {
        return expect(new DecryptUpdate(crypto.handle(), Bytes.of(part), Buffer.of(64)))
                .value()
                .length();
    }

    /// Last blocks that do not end as PKCS #7 says.
    enum Padding {
        ZERO("of length 0", "00010203040506070809000000000000"),
        BEYOND_THE_BLOCK("longer than a block", "11111111111111111111111111111111"),
        UNEVEN("of unequal bytes", "000102030405060708090a0b0c040404");

        private final String title;
        private final String lastBlock;

        Padding(String title, String lastBlock) {
            this.title = title;
            this.lastBlock = lastBlock;
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
