package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.DECRYPT_FINAL;
import static dev.tokki.api.Function.DECRYPT_UPDATE;
import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.ENCRYPT_FINAL;
import static dev.tokki.api.Function.ENCRYPT_INIT;
import static dev.tokki.api.Function.ENCRYPT_UPDATE;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Decryption.DecryptFinal;
import dev.tokki.api.call.Decryption.DecryptInit;
import dev.tokki.api.call.Decryption.DecryptUpdate;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// AES-GCM with a tag appended, section 6.13.2.
@Chapter(id = "aes", title = "AES", section = "6.10")
record AesGcmTests(Bench bench) implements CryptoSuite {
    private static final byte[] IV = Data.counting(12);
    private static final byte[] MESSAGE = Data.counting(40);
    private static final Bytes NO_AAD = Bytes.NULL;

    @Requirement(
            id = "aes.gcm.vectors",
            functions = {ENCRYPT, DECRYPT},
            section = "6.13.2",
            rule = "AES-GCM with a vector of 12 bytes gives and accepts the examples of its specification, the tag"
                    + " after the ciphertext")
    void vectors() {
        published(with(), 12);
    }

    @Requirement(
            id = "aes.gcm.iv-lengths",
            functions = {ENCRYPT, DECRYPT},
            section = {"6.13.2", "6.13.7"},
            rule = "AES-GCM takes vectors of other lengths than 12 bytes: the examples with 8 and with 60")
    void otherVectors() {
        Crypto crypto = with();
        published(crypto, 8);
        published(crypto, 60);
    }

    @Requirement(
            id = "aes.gcm.tag-lengths",
            functions = {ENCRYPT, DECRYPT},
            section = {"6.13.2", "6.13.7"},
            rule = "The tag of AES-GCM is as long as ulTagBits says: 96 to 128 bits, as the JDK makes it")
    void tagLengths() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT, Cka.DECRYPT));
        for (int bits = 96; bits <= 128; bits += 8) {
            byte[] expected = jdk(bits);
            same("tag of %d bits".formatted(bits), expected, crypto.encrypt(gcm(IV, NO_AAD, bits), key, MESSAGE));
            same("tag of %d bits".formatted(bits), MESSAGE, crypto.decrypt(gcm(IV, NO_AAD, bits), key, expected));
        }
    }

    @Requirement(
            id = "aes.gcm.tag-too-long",
            functions = ENCRYPT_INIT,
            section = {"5.1.6", "6.13.7"},
            rule = "A tag of more than 128 bits is CKR_MECHANISM_PARAM_INVALID")
    void tagTooLong() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        expect(new EncryptInit(crypto.handle(), gcm(IV, NO_AAD, 136), key)).returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "aes.gcm.no-iv",
            functions = ENCRYPT_INIT,
            section = {"5.1.6", "6.13.7"},
            rule = "A vector of no bytes is CKR_MECHANISM_PARAM_INVALID")
    void noVector() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        expect(new EncryptInit(crypto.handle(), gcm(new byte[0], NO_AAD, 128), key))
                .returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "aes.gcm.no-parameter",
            functions = ENCRYPT_INIT,
            section = {"5.1.6", "6.13.2"},
            rule = "AES-GCM without a parameter is CKR_MECHANISM_PARAM_INVALID")
    void noParameter() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        expect(new EncryptInit(crypto.handle(), Mechanism.of(Ckm.AES_GCM), key)).returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "aes.gcm.tampered",
            functions = DECRYPT,
            section = {"5.1.6", "5.10.2", "6.13.2"},
            rule = "AES-GCM refuses {0} with CKR_ENCRYPTED_DATA_INVALID and yields nothing")
    void tampered(Tampering tampering) {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT));
        Mechanism mechanism = switch (tampering) {
            case TAG, CIPHERTEXT -> gcm(IV, NO_AAD, 128);
            case AAD -> gcm(IV, Bytes.of(Data.text("other")), 128);
            case IV -> gcm(Keys.spoiled(IV, 0), NO_AAD, 128);
        };
        byte[] sealed = jdk(128);
        byte[] given = switch (tampering) {
            case TAG -> Keys.spoiled(sealed, sealed.length - 1);
            case CIPHERTEXT -> Keys.spoiled(sealed, 0);
            case AAD, IV -> sealed;
        };
        crypto.decrypting(mechanism, key, given).returns(Ckr.ENCRYPTED_DATA_INVALID);
    }

    /// Section 5.10.2 leaves the choice between the two.
    @Requirement(
            id = "aes.gcm.shorter-than-tag",
            functions = DECRYPT,
            section = {"5.10.2", "6.13.2"},
            rule = "AES-GCM refuses a ciphertext shorter than its tag with CKR_ENCRYPTED_DATA_LEN_RANGE or"
                    + " CKR_ENCRYPTED_DATA_INVALID")
    void shorterThanTheTag() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT));
        crypto.decrypting(gcm(IV, NO_AAD, 128), key, new byte[15])
                .returns(Ckr.ENCRYPTED_DATA_LEN_RANGE, Ckr.ENCRYPTED_DATA_INVALID);
    }

    @Requirement(
            id = "aes.gcm.parts",
            functions = {ENCRYPT_UPDATE, ENCRYPT_FINAL, DECRYPT_UPDATE, DECRYPT_FINAL},
            section = "6.13.2",
            rule = "AES-GCM in parts of uneven lengths gives what it gives in one part")
    void parts() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT, Cka.DECRYPT));
        byte[] expected = jdk(128);
        same("encrypted", expected, crypto.encrypt(gcm(IV, NO_AAD, 128), key, Data.parts(MESSAGE)));
        same("decrypted", MESSAGE, crypto.decrypt(gcm(IV, NO_AAD, 128), key, Data.parts(expected)));
    }

    @Requirement(
            id = "aes.gcm.nothing-unverified",
            functions = {DECRYPT_UPDATE, DECRYPT_FINAL},
            section = "6.13.2",
            rule = "Decrypting AES-GCM in parts yields no byte before C_DecryptFinal has verified the tag")
    void nothingBeforeTheTag() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT));
        expect(new DecryptInit(crypto.handle(), gcm(IV, NO_AAD, 128), key)).succeeds();
        check(
                "bytes from C_DecryptUpdate",
                0L,
                expect(new DecryptUpdate(crypto.handle(), Bytes.of(jdk(128)), Buffer.of(64)))
                        .value()
                        .length());
        same(
                "bytes from C_DecryptFinal",
                MESSAGE,
                expect(new DecryptFinal(crypto.handle(), Buffer.of(64))).value().array());
    }

    @Requirement(
            id = "aes.gcm.tampered-parts",
            functions = DECRYPT_FINAL,
            section = {"5.1.6", "5.10.4", "6.13.2"},
            rule = "C_DecryptFinal refuses a wrong tag of AES-GCM with CKR_ENCRYPTED_DATA_INVALID")
    void tamperedInParts() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT));
        byte[] sealed = jdk(128);
        expect(new DecryptInit(crypto.handle(), gcm(IV, NO_AAD, 128), key)).succeeds();
        expect(new DecryptUpdate(crypto.handle(), Bytes.of(Keys.spoiled(sealed, sealed.length - 1)), Buffer.of(64)))
                .succeeds();
        expect(new DecryptFinal(crypto.handle(), Buffer.of(64))).returns(Ckr.ENCRYPTED_DATA_INVALID);
    }

    private void published(Crypto crypto, int ivLength) {
        List<Vector> vectors = Vectors.of("aes-gcm").stream()
                .filter(vector -> vector.bytes("iv").length == ivLength)
                .toList();
        for (Vector vector : vectors) {
            long key = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.ENCRYPT, Cka.DECRYPT));
            byte[] aad = vector.bytes("aad");
            Mechanism gcm = gcm(vector.bytes("iv"), aad.length == 0 ? NO_AAD : Bytes.of(aad), 128);
            byte[] ciphertext = vector.bytes("ciphertext");
            same(vector.name() + ", encrypted", ciphertext, crypto.encrypt(gcm, key, vector.bytes("plaintext")));
            same(vector.name() + ", decrypted", vector.bytes("plaintext"), crypto.decrypt(gcm, key, ciphertext));
        }
    }

    private Crypto with() {
        requires(Ckm.AES_GCM, Ckf.ENCRYPT, Ckf.DECRYPT);
        return crypto();
    }

    private static byte[] jdk(int tagBits) {
        return Jdk.aes(
                Cipher.ENCRYPT_MODE, "GCM/NoPadding", Keys.aesValue(), new GCMParameterSpec(tagBits, IV), MESSAGE);
    }

    private static Mechanism gcm(byte[] iv, Bytes aad, long tagBits) {
        return Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(iv), aad, tagBits));
    }

    /// What was changed on the way.
    enum Tampering {
        TAG("a changed tag"),
        CIPHERTEXT("a changed ciphertext"),
        AAD("other additional data"),
        IV("another vector");

        private final String title;

        Tampering(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
