package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.UNWRAP_KEY;
import static dev.tokki.api.Function.WRAP_KEY;

import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.util.Arrays;
import javax.crypto.Cipher;

/// AES key wrap, section 6.16.
@Chapter(id = "aes-key-wrap", title = "AES key wrap", section = "6.16")
record AesKeyWrapTests(Bench bench) implements CryptoSuite {
    @Requirement(
            id = "aes-key-wrap.wrap",
            functions = {WRAP_KEY, UNWRAP_KEY},
            section = "6.16.3",
            rule = "{0} wraps a secret key as the examples of its RFC, and unwraps it")
    void wrapping(Wrap wrap) {
        requires(wrap.mechanism, Ckf.WRAP, Ckf.UNWRAP);
        Crypto crypto = crypto();
        Mechanism mechanism = Mechanism.of(wrap.mechanism);
        for (Vector vector : Vectors.of("aes-key-wrap", "algorithm", wrap.vectors)) {
            long kek = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.WRAP, Cka.UNWRAP));
            long key = crypto.session().create(Keys.secret(wrap.keyType, vector.bytes("plaintext")));
            byte[] wrapped = vector.bytes("ciphertext");
            same(vector.name() + ", wrapped", wrapped, crypto.wrap(mechanism, kek, key));
            long unwrapped = crypto.unwrap(mechanism, kek, wrapped, Keys.derived(wrap.keyType))
                    .value();
            same(vector.name() + ", unwrapped", vector.bytes("plaintext"), crypto.value(unwrapped));
        }
    }

    @Requirement(
            id = "aes-key-wrap.encrypt",
            functions = {ENCRYPT, DECRYPT},
            section = "6.16.3",
            rule = "{0} encrypts and decrypts data as the examples of its RFC")
    void encryption(Wrap wrap) {
        requires(wrap.mechanism, Ckf.ENCRYPT, Ckf.DECRYPT);
        Crypto crypto = crypto();
        Mechanism mechanism = Mechanism.of(wrap.mechanism);
        for (Vector vector : Vectors.of("aes-key-wrap", "algorithm", wrap.vectors)) {
            long kek = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.ENCRYPT, Cka.DECRYPT));
            byte[] ciphertext = vector.bytes("ciphertext");
            same(vector.name() + ", encrypted", ciphertext, crypto.encrypt(mechanism, kek, vector.bytes("plaintext")));
            same(vector.name() + ", decrypted", vector.bytes("plaintext"), crypto.decrypt(mechanism, kek, ciphertext));
        }
    }

    @Requirement(
            id = "aes-key-wrap.parameter",
            functions = WRAP_KEY,
            section = "6.16.2",
            rule = "CKM_AES_KEY_WRAP takes another initial value of 8 bytes as its parameter; one of 7 bytes is"
                    + " CKR_MECHANISM_PARAM_INVALID")
    void initialValue() {
        requires(Ckm.AES_KEY_WRAP, Ckf.WRAP);
        Crypto crypto = crypto();
        long kek = crypto.session().create(Keys.aes(Cka.WRAP));
        long key = crypto.session().create(Keys.generic(Data.counting(16), Cka.SIGN));
        byte[] usual = crypto.wrap(Mechanism.of(Ckm.AES_KEY_WRAP), kek, key);
        byte[] named = new byte[8];
        Arrays.fill(named, (byte) 0xa6);
        same(
                "with the usual initial value, given",
                usual,
                crypto.wrap(Mechanism.iv(Ckm.AES_KEY_WRAP, named), kek, key));
        byte[] other = crypto.wrap(Mechanism.iv(Ckm.AES_KEY_WRAP, Data.counting(8)), kek, key);
        check("with another initial value", "another result", !Arrays.equals(usual, other), "the same");
        crypto.wrapping(Mechanism.iv(Ckm.AES_KEY_WRAP, new byte[7]), kek, key).returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "aes-key-wrap.padded-with-zeros",
            functions = {WRAP_KEY, UNWRAP_KEY},
            section = "6.16.3.1",
            rule = "CKM_AES_KEY_WRAP pads a secret key with zeros to a multiple of 8 bytes; CKA_VALUE_LEN cuts them off"
                    + " when unwrapping")
    void oddLengths() {
        requires(Ckm.AES_KEY_WRAP, Ckf.WRAP, Ckf.UNWRAP);
        Crypto crypto = crypto();
        Mechanism mechanism = Mechanism.of(Ckm.AES_KEY_WRAP);
        long kek = crypto.session().create(Keys.aes(Cka.WRAP, Cka.UNWRAP));
        byte[] value = Data.counting(21);
        long key = crypto.session().create(Keys.generic(value, Cka.SIGN));
        byte[] wrapped = crypto.wrap(mechanism, kek, key);
        same("wrapped, zeros added", kw(Cipher.WRAP_MODE, Arrays.copyOf(value, 24)), wrapped);
        long unwrapped = crypto.unwrap(
                        mechanism,
                        kek,
                        wrapped,
                        Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN).with(Cka.VALUE_LEN, 21))
                .value();
        same("unwrapped, zeros cut off", value, crypto.value(unwrapped));
    }

    @Requirement(
            id = "aes-key-wrap.encrypt-length",
            functions = ENCRYPT,
            section = {"5.8.2", "6.16.3.1"},
            rule = "CKM_AES_KEY_WRAP encrypts multiples of 8 bytes only; 17 bytes are CKR_DATA_LEN_RANGE")
    void encryptionWantsSemiblocks() {
        requires(Ckm.AES_KEY_WRAP, Ckf.ENCRYPT);
        Crypto crypto = crypto();
        long kek = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        crypto.encrypting(Mechanism.of(Ckm.AES_KEY_WRAP), kek, Data.counting(17))
                .returns(Ckr.DATA_LEN_RANGE);
    }

    @Requirement(
            id = "aes-key-wrap.tampered",
            functions = UNWRAP_KEY,
            section = {"5.1.6", "5.18.4", "6.16.3"},
            rule = "A wrapped key that {0} finds changed is CKR_WRAPPED_KEY_INVALID")
    void tampered(Wrap wrap) {
        requires(wrap.mechanism, Ckf.UNWRAP);
        Crypto crypto = crypto();
        Vector vector = Vectors.of("aes-key-wrap", "algorithm", wrap.vectors).get(0);
        long kek = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.UNWRAP));
        byte[] wrapped = Keys.spoiled(vector.bytes("ciphertext"), 3);
        crypto.unwrap(Mechanism.of(wrap.mechanism), kek, wrapped, Keys.derived(wrap.keyType))
                .returns(Ckr.WRAPPED_KEY_INVALID);
    }

    @Requirement(
            id = "aes-key-wrap.wrapped-length",
            functions = UNWRAP_KEY,
            section = {"5.1.6", "5.18.4"},
            rule = "A wrapped key of 23 bytes, which {0} never yields, is CKR_WRAPPED_KEY_LEN_RANGE")
    void wrongLength(Wrap wrap) {
        requires(wrap.mechanism, Ckf.UNWRAP);
        Crypto crypto = crypto();
        long kek = crypto.session().create(Keys.aes(Cka.UNWRAP));
        crypto.unwrap(Mechanism.of(wrap.mechanism), kek, Data.counting(23), Keys.derived(wrap.keyType))
                .returns(Ckr.WRAPPED_KEY_LEN_RANGE);
    }

    private static byte[] kw(int mode, byte[] data) {
        return Jdk.call(() -> {
            Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(mode, new javax.crypto.spec.SecretKeySpec(Keys.aesValue(), "AES"));
            return cipher.wrap(new javax.crypto.spec.SecretKeySpec(data, "RAW"));
        });
    }

    /// The mechanisms with published examples.
    enum Wrap {
        /// Of AES keys, whose type leaves one length only, whatever zeros were added.
        KEY_WRAP(Ckm.AES_KEY_WRAP, "KW", "CKM_AES_KEY_WRAP", Ckk.AES),
        KEY_WRAP_KWP(Ckm.AES_KEY_WRAP_KWP, "KWP", "CKM_AES_KEY_WRAP_KWP", Ckk.GENERIC_SECRET);

        private final long mechanism;
        private final String vectors;
        private final String title;
        private final long keyType;

        Wrap(long mechanism, String vectors, String title, long keyType) {
            this.mechanism = mechanism;
            this.vectors = vectors;
            this.title = title;
            this.keyType = keyType;
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
