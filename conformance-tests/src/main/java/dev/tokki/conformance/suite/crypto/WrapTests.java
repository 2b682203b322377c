package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.UNWRAP_KEY;
import static dev.tokki.api.Function.WRAP_KEY;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import java.util.List;

/// Wrapping secret keys, section 5.18.3 and the mechanisms of sections 6.1 and 6.10.
@Chapter(id = "wrap", title = "Wrapping and unwrapping", section = "5.18.3")
record WrapTests(Bench bench) implements CryptoSuite {
    private static final byte[] VALUE = Data.counting(32);

    @Requirement(
            id = "wrap.secret",
            functions = WRAP_KEY,
            section = {"5.18.3", "6.1.6", "6.1.8", "6.10.4", "6.10.5", "6.10.6"},
            rule = "{0} wraps an AES key: the JDK finds its value in the result")
    void secretKey(Wrapping wrapping) {
        requires(wrapping.mechanism(), Ckf.WRAP);
        Crypto crypto = crypto();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT));
        long wrappingKey = crypto.session().create(wrapping.wrappingKey());
        same("value", VALUE, wrapping.undone(crypto.wrap(wrapping.mechanism(), wrappingKey, key)));
    }

    @Requirement(
            id = "wrap.secret.again",
            functions = {WRAP_KEY, UNWRAP_KEY},
            section = {"5.18.4", "6.1.6", "6.1.8", "6.10.4", "6.10.5", "6.10.6"},
            rule = "What {0} has wrapped, it unwraps to a key with the same value")
    void secretKeyAgain(Wrapping wrapping) {
        requires(wrapping.mechanism(), Ckf.WRAP, Ckf.UNWRAP);
        Crypto crypto = crypto();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT));
        long wrappingKey = crypto.session().create(wrapping.wrappingKey());
        long unwrappingKey = crypto.session().create(wrapping.unwrappingKey());
        byte[] wrapped = crypto.wrap(wrapping.mechanism(), wrappingKey, key);
        long unwrapped = crypto.unwrap(wrapping.mechanism(), unwrappingKey, wrapped, wrapping.template(VALUE.length))
                .value();
        same("value", VALUE, crypto.value(unwrapped));
        crypto.item(unwrapped).has(Cka.KEY_TYPE, Ckk.AES).has(Cka.VALUE_LEN, VALUE.length);
    }

    @Requirement(
            id = "wrap.padded",
            functions = WRAP_KEY,
            section = {"6.10.4", "6.10.5"},
            rule = "{0} fills a key that is no multiple of the block with zeros at its end")
    void filledWithZeros(Blocks blocks) {
        requires(blocks.wrapping.mechanism(), Ckf.WRAP);
        Crypto crypto = crypto();
        long key = crypto.session().create(Keys.generic(Data.counting(20), Cka.SIGN));
        long wrappingKey = crypto.session().create(blocks.wrapping.wrappingKey());
        same(
                "wrapped value",
                Data.joined(Data.counting(20), new byte[12]),
                blocks.wrapping.undone(crypto.wrap(blocks.wrapping.mechanism(), wrappingKey, key)));
    }

    @Requirement(
            id = "wrap.unextractable",
            functions = WRAP_KEY,
            section = {"5.1.6", "5.18.3"},
            rule = "A key that is not extractable is CKR_KEY_UNEXTRACTABLE")
    void unextractable() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT).with(Cka.EXTRACTABLE, false));
        crypto.wrapping(kw(), wrappingKey(crypto), key).returns(Ckr.KEY_UNEXTRACTABLE);
    }

    @Requirement(
            id = "wrap.sensitive",
            functions = WRAP_KEY,
            section = {"4.12", "5.18.3"},
            rule = "A sensitive key that is extractable can be wrapped")
    void sensitive() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT).with(Cka.SENSITIVE, true));
        check("length of the wrapped key", 40, crypto.wrap(kw(), wrappingKey(crypto), key).length);
    }

    /// C_WrapKey lists no value for it but this of the wrapping key's type; section 5.1.6 has the other in general.
    @Requirement(
            id = "wrap.usage",
            functions = WRAP_KEY,
            section = {"5.1.6", "5.18.3"},
            rule = "A wrapping key whose CKA_WRAP is false is CKR_KEY_FUNCTION_NOT_PERMITTED or"
                    + " CKR_WRAPPING_KEY_TYPE_INCONSISTENT")
    void wrappingMustBePermitted() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT));
        long wrappingKey = crypto.session().create(Keys.aes(Cka.ENCRYPT).with(Cka.WRAP, false));
        crypto.wrapping(kw(), wrappingKey, key)
                .returns(Ckr.KEY_FUNCTION_NOT_PERMITTED, Ckr.WRAPPING_KEY_TYPE_INCONSISTENT);
    }

    @Requirement(
            id = "wrap.wrapping-key-handle",
            functions = WRAP_KEY,
            section = {"5.1.6", "5.18.3"},
            rule = "0 for the wrapping key is CKR_WRAPPING_KEY_HANDLE_INVALID")
    void wrappingKeyZero() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT));
        crypto.wrapping(kw(), 0, key).returns(Ckr.WRAPPING_KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "wrap.key-handle",
            functions = WRAP_KEY,
            section = {"5.1.6", "5.18.3"},
            rule = "0 for the key to be wrapped is CKR_KEY_HANDLE_INVALID")
    void keyZero() {
        Crypto crypto = with();
        crypto.wrapping(kw(), wrappingKey(crypto), 0).returns(Ckr.KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "wrap.wrapping-key-type",
            functions = WRAP_KEY,
            section = {"5.1.6", "5.18.3"},
            rule = "A wrapping key of a type that the mechanism cannot use is CKR_WRAPPING_KEY_TYPE_INCONSISTENT")
    void wrappingKeyOfAnotherType() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT));
        long wrappingKey = crypto.session().create(Keys.generic(Data.counting(16), Cka.WRAP));
        crypto.wrapping(kw(), wrappingKey, key).returns(Ckr.WRAPPING_KEY_TYPE_INCONSISTENT);
    }

    @Requirement(
            id = "wrap.mechanism",
            functions = WRAP_KEY,
            section = {"5.1.6", "5.18.3"},
            rule = "A mechanism that does not wrap is CKR_MECHANISM_INVALID")
    void mechanismThatDoesNotWrap() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT));
        crypto.wrapping(Mechanism.of(Ckm.SHA256), wrappingKey(crypto), key).returns(Ckr.MECHANISM_INVALID);
    }

    @Requirement(
            id = "wrap.too-long",
            functions = WRAP_KEY,
            section = {"5.18.3", "6.1.6"},
            rule = "CKM_RSA_PKCS refuses a key longer than 11 bytes less than the modulus has: CKR_KEY_SIZE_RANGE")
    void tooLongForRsa() {
        requires(Ckm.RSA_PKCS, Ckf.WRAP);
        Crypto crypto = crypto();
        long key = crypto.session().create(Keys.generic(Data.counting(250), Cka.SIGN));
        long wrappingKey = crypto.session().create(Keys.rsaPublic(Cka.WRAP));
        crypto.wrapping(Mechanism.of(Ckm.RSA_PKCS), wrappingKey, key).returns(Ckr.KEY_SIZE_RANGE);
    }

    /// No return value is named; CKR_KEY_NOT_WRAPPABLE is for a key that only some keys can wrap, and the wrapping key
    /// is not valid for it.
    @Requirement(
            id = "wrap.with-trusted",
            functions = WRAP_KEY,
            section = {"4.12", "5.1.6"},
            rule = "A key with CKA_WRAP_WITH_TRUSTED cannot be wrapped with a key that is not trusted:"
                    + " CKR_KEY_NOT_WRAPPABLE or CKR_WRAPPING_KEY_HANDLE_INVALID")
    void onlyWithTrusted() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT).with(Cka.WRAP_WITH_TRUSTED, true));
        crypto.wrapping(kw(), wrappingKey(crypto), key).returns(Ckr.KEY_NOT_WRAPPABLE, Ckr.WRAPPING_KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "wrap.template.mismatch",
            functions = WRAP_KEY,
            section = "5.18.3",
            rule = "A key that does not match the wrapping key's CKA_WRAP_TEMPLATE is CKR_KEY_HANDLE_INVALID")
    void templateMismatch() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT));
        crypto.wrapping(kw(), partitioned(crypto, Ckk.GENERIC_SECRET), key).returns(Ckr.KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "wrap.template.match",
            functions = WRAP_KEY,
            section = "5.18.3",
            rule = "A key that matches the wrapping key's CKA_WRAP_TEMPLATE is wrapped")
    void templateMatch() {
        Crypto crypto = with();
        long key = crypto.session().create(Keys.aes(VALUE, Cka.ENCRYPT));
        check("length of the wrapped key", 40, crypto.wrap(kw(), partitioned(crypto, Ckk.AES), key).length);
    }

    private Crypto with() {
        requires(Ckm.AES_KEY_WRAP, Ckf.WRAP);
        return crypto();
    }

    private static Mechanism kw() {
        return Mechanism.of(Ckm.AES_KEY_WRAP);
    }

    private static long wrappingKey(Crypto crypto) {
        return crypto.session().create(Keys.aes(Cka.WRAP));
    }

    private static long partitioned(Crypto crypto, long keyType) {
        Draft draft = Keys.aes(Cka.WRAP)
                .with(Cka.WRAP_TEMPLATE, Value.ofTemplate(List.of(Attribute.of(Cka.KEY_TYPE, keyType))));
        return crypto.session().create(draft);
    }

    /// The mechanisms that fill up to whole blocks.
    enum Blocks {
        ECB(Wrapping.AES_ECB),
        CBC(Wrapping.AES_CBC);

        private final Wrapping wrapping;

        Blocks(Wrapping wrapping) {
            this.wrapping = wrapping;
        }

        @Override
        public String toString() {
            return wrapping.toString();
        }
    }
}
