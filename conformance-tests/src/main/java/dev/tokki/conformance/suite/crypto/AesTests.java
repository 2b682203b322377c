package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.DECRYPT_FINAL;
import static dev.tokki.api.Function.DECRYPT_INIT;
import static dev.tokki.api.Function.DECRYPT_UPDATE;
import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.ENCRYPT_FINAL;
import static dev.tokki.api.Function.ENCRYPT_INIT;
import static dev.tokki.api.Function.ENCRYPT_UPDATE;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Decryption.DecryptFinal;
import dev.tokki.api.call.Decryption.DecryptInit;
import dev.tokki.api.call.Decryption.DecryptUpdate;
import dev.tokki.api.call.Encryption.EncryptFinal;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.call.Encryption.EncryptUpdate;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;

/// AES in the modes ECB, CBC and CTR: sections 6.10 and 6.11.
@Chapter(id = "aes", title = "AES", section = "6.10")
record AesTests(Bench bench) implements CryptoSuite {

    @Requirement(
            id = "aes.vectors",
            functions = {ENCRYPT, DECRYPT},
            section = {"6.10.4", "6.10.5", "6.11.3"},
            rule = "{0} encrypts and decrypts as the examples of FIPS 197 and SP 800-38A, with keys of each length")
    void vectors(Mode mode) {
        Crypto crypto = with(mode.mechanism);
        for (Vector vector : Vectors.of("aes", "mechanism", mode.vectors)) {
            long key = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.ENCRYPT, Cka.DECRYPT));
            Mechanism mechanism = mode.of(vector);
            byte[] plaintext = vector.bytes("plaintext");
            byte[] ciphertext = vector.bytes("ciphertext");
            same(vector.name() + ", encrypted", ciphertext, crypto.encrypt(mechanism, key, plaintext));
            same(vector.name() + ", decrypted", plaintext, crypto.decrypt(mechanism, key, ciphertext));
        }
    }

    @Requirement(
            id = "aes.parts",
            functions = {ENCRYPT_UPDATE, ENCRYPT_FINAL, DECRYPT_UPDATE, DECRYPT_FINAL},
            section = {"5.8.3", "5.10.3", "6.10.4", "6.10.5", "6.11.3"},
            rule = "{0} in parts of uneven lengths gives what it gives in one part")
    void parts(Mode mode) {
        Crypto crypto = with(mode.mechanism);
        for (Vector vector : Vectors.of("aes", "mechanism", mode.vectors)) {
            long key = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.ENCRYPT, Cka.DECRYPT));
            Mechanism mechanism = mode.of(vector);
            byte[] plaintext = vector.bytes("plaintext");
            byte[] ciphertext = vector.bytes("ciphertext");
            same(vector.name() + ", encrypted", ciphertext, crypto.encrypt(mechanism, key, Data.parts(plaintext)));
            same(vector.name() + ", decrypted", plaintext, crypto.decrypt(mechanism, key, Data.parts(ciphertext)));
        }
    }

    @Requirement(
            id = "aes.update-yields-at-once",
            functions = {ENCRYPT_UPDATE, DECRYPT_UPDATE},
            section = {"5.2", "6.10.5"},
            rule = "{0} yields as much output as can be computed: all of it for whole blocks, as there is no final"
                    + " part")
    void asMuchAsCanBeComputed(Mode mode) {
        Crypto crypto = with(mode.mechanism);
        Vector vector = Vectors.of("aes", "mechanism", mode.vectors).get(0);
        long key = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.ENCRYPT, Cka.DECRYPT));
        Bytes block = Bytes.of(Data.counting(16));
        expect(new EncryptInit(crypto.handle(), mode.of(vector), key)).succeeds();
        check(
                "bytes from C_EncryptUpdate of 16",
                16L,
                expect(new EncryptUpdate(crypto.handle(), block, Buffer.of(64)))
                        .value()
                        .length());
        expect(new EncryptFinal(crypto.handle(), Buffer.of(64))).succeeds();
        expect(new DecryptInit(crypto.handle(), mode.of(vector), key)).succeeds();
        check(
                "bytes from C_DecryptUpdate of 16",
                16L,
                expect(new DecryptUpdate(crypto.handle(), block, Buffer.of(64)))
                        .value()
                        .length());
    }

    @Requirement(
            id = "aes.encrypt-length",
            functions = ENCRYPT,
            section = {"5.8.2", "6.10.4", "6.10.5"},
            rule = "C_Encrypt with {0} refuses data that is no multiple of the block with CKR_DATA_LEN_RANGE")
    void plaintextMustBeBlocks(Blocks mode) {
        Crypto crypto = with(mode.mechanism.type());
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        crypto.encrypting(mode.mechanism, key, Data.counting(17)).returns(Ckr.DATA_LEN_RANGE);
    }

    /// Section 5.8.4 has C_EncryptFinal refuse it; since C_EncryptUpdate lists the value too, it may refuse its part.
    @Requirement(
            id = "aes.encrypt-final-length",
            functions = {ENCRYPT_UPDATE, ENCRYPT_FINAL},
            section = {"5.8.3", "5.8.4", "6.10.4", "6.10.5"},
            rule = "C_EncryptFinal with {0} refuses a rest of a block with CKR_DATA_LEN_RANGE, unless C_EncryptUpdate"
                    + " has")
    void plaintextPartsMustBeBlocks(Blocks mode) {
        Crypto crypto = with(mode.mechanism.type());
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        expect(new EncryptInit(crypto.handle(), mode.mechanism, key)).succeeds();
        Answer<Output> update = expect(new EncryptUpdate(crypto.handle(), Bytes.of(Data.counting(17)), Buffer.of(64)));
        if (update.returns(Ckr.OK, Ckr.DATA_LEN_RANGE).rv().isOk()) {
            expect(new EncryptFinal(crypto.handle(), Buffer.of(64))).returns(Ckr.DATA_LEN_RANGE);
        }
    }

    /// Section 5.10.2 leaves the choice between the two.
    @Requirement(
            id = "aes.decrypt-length",
            functions = DECRYPT,
            section = {"5.10.2", "6.10.4", "6.10.5", "6.10.6"},
            rule = "C_Decrypt with {0} refuses a ciphertext that is no multiple of the block with"
                    + " CKR_ENCRYPTED_DATA_LEN_RANGE or CKR_ENCRYPTED_DATA_INVALID")
    void ciphertextMustBeBlocks(Blocks mode) {
        Crypto crypto = with(mode.mechanism.type());
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT));
        crypto.decrypting(mode.mechanism, key, Data.counting(17))
                .returns(Ckr.ENCRYPTED_DATA_LEN_RANGE, Ckr.ENCRYPTED_DATA_INVALID);
    }

    @Requirement(
            id = "aes.decrypt-final-length",
            functions = {DECRYPT_UPDATE, DECRYPT_FINAL},
            section = {"5.10.3", "5.10.4", "6.10.4", "6.10.5"},
            rule = "C_DecryptFinal with {0} refuses a rest of a block with CKR_ENCRYPTED_DATA_LEN_RANGE or"
                    + " CKR_ENCRYPTED_DATA_INVALID, unless C_DecryptUpdate has")
    void ciphertextPartsMustBeBlocks(Blocks mode) {
        Crypto crypto = with(mode.mechanism.type());
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT));
        expect(new DecryptInit(crypto.handle(), mode.mechanism, key)).succeeds();
        Answer<Output> update = expect(new DecryptUpdate(crypto.handle(), Bytes.of(Data.counting(17)), Buffer.of(64)));
        update.returns(Ckr.OK, Ckr.ENCRYPTED_DATA_LEN_RANGE, Ckr.ENCRYPTED_DATA_INVALID);
        if (update.rv().isOk()) {
            expect(new DecryptFinal(crypto.handle(), Buffer.of(64)))
                    .returns(Ckr.ENCRYPTED_DATA_LEN_RANGE, Ckr.ENCRYPTED_DATA_INVALID);
        }
    }

    @Requirement(
            id = "aes.iv-length",
            functions = ENCRYPT_INIT,
            section = {"5.1.6", "6.10.5", "6.10.6"},
            rule = "{0} has a vector of 16 bytes; one of 15, one of 17 and none are CKR_MECHANISM_PARAM_INVALID")
    void theVectorHas16Bytes(WithIv mode) {
        Crypto crypto = with(mode.mechanism);
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        for (Parameter wrong :
                new Parameter[] {Parameter.of(new byte[15]), Parameter.of(new byte[17]), Parameter.none()}) {
            expect(new EncryptInit(crypto.handle(), Mechanism.of(mode.mechanism, wrong), key))
                    .returns(Ckr.MECHANISM_PARAM_INVALID);
        }
    }

    @Requirement(
            id = "aes.iv-length-decrypt",
            functions = DECRYPT_INIT,
            section = {"5.1.6", "6.10.5", "6.10.6"},
            rule = "{0} refuses a vector of 12 bytes for decryption as well")
    void theVectorHas16BytesForDecryption(WithIv mode) {
        Crypto crypto = with(mode.mechanism);
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT));
        expect(new DecryptInit(crypto.handle(), Mechanism.iv(mode.mechanism, new byte[12]), key))
                .returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    private Crypto with(long mechanism) {
        requires(mechanism, Ckf.ENCRYPT, Ckf.DECRYPT);
        return crypto();
    }

    /// The modes with published examples.
    enum Mode {
        ECB(Ckm.AES_ECB, "CKM_AES_ECB"),
        CBC(Ckm.AES_CBC, "CKM_AES_CBC"),
        CTR(Ckm.AES_CTR, "CKM_AES_CTR");

        private final long mechanism;
        private final String vectors;

        Mode(long mechanism, String vectors) {
            this.mechanism = mechanism;
            this.vectors = vectors;
        }

        private Mechanism of(Vector vector) {
            return switch (this) {
                case ECB -> Mechanism.of(mechanism);
                case CBC -> Mechanism.iv(mechanism, vector.bytes("iv"));
                case CTR -> Mechanism.of(mechanism, new AesParameter.Ctr(128, Bytes.of(vector.bytes("iv"))));
            };
        }

        @Override
        public String toString() {
            return "AES-" + name();
        }
    }

    /// The modes that want whole blocks.
    enum Blocks {
        ECB(Mechanism.of(Ckm.AES_ECB)),
        CBC(Mechanism.iv(Ckm.AES_CBC, new byte[16]));

        private final Mechanism mechanism;

        Blocks(Mechanism mechanism) {
            this.mechanism = mechanism;
        }

        @Override
        public String toString() {
            return "AES-" + name();
        }
    }

    /// The modes with a vector of a block.
    enum WithIv {
        CBC(Ckm.AES_CBC),
        CBC_PAD(Ckm.AES_CBC_PAD);

        private final long mechanism;

        WithIv(long mechanism) {
            this.mechanism = mechanism;
        }

        @Override
        public String toString() {
            return "AES-" + name().replace('_', '-');
        }
    }
}
