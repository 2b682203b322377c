package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.UNWRAP_KEY;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import java.util.List;
import javax.crypto.Cipher;

/// Unwrapping secret keys, section 5.18.4.
///
/// The wrapped keys come from the JDK, so that nothing needs to be wrapped first.
@Chapter(id = "wrap", title = "Wrapping and unwrapping", section = "5.18.3")
record UnwrapTests(Bench bench) implements CryptoSuite {
    /// An AES key of 16 bytes under AES key wrap.
    private static final byte[] WRAPPED = Vectors.of("aes-key-wrap").get(0).bytes("ciphertext");

    private static final byte[] VALUE = Vectors.of("aes-key-wrap").get(0).bytes("plaintext");
    private static final Draft AES = Keys.derived(Ckk.AES, Cka.ENCRYPT);

    @Requirement(
            id = "wrap.unwrapped.attributes",
            functions = UNWRAP_KEY,
            section = {"4.9.2", "5.18.4"},
            rule =
                    "An unwrapped key is neither always-sensitive nor never-extractable nor local, and knows no generation"
                            + " mechanism, whatever the template says of sensitivity")
    void attributes() {
        Crypto crypto = with();
        long key = crypto.unwrap(
                        kw(),
                        unwrappingKey(crypto),
                        WRAPPED,
                        AES.with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, false))
                .value();
        crypto.item(key)
                .has(Cka.SENSITIVE, true)
                .has(Cka.EXTRACTABLE, false)
                .has(Cka.ALWAYS_SENSITIVE, false)
                .has(Cka.NEVER_EXTRACTABLE, false)
                .has(Cka.LOCAL, false)
                .has(Cka.KEY_GEN_MECHANISM, Ck.UNAVAILABLE_INFORMATION);
    }

    @Requirement(
            id = "wrap.unwrapped.extractable",
            functions = UNWRAP_KEY,
            section = "5.18.4",
            rule = "An unwrapped key is extractable unless the template says otherwise")
    void extractableByDefault() {
        Crypto crypto = with();
        long key = crypto.unwrap(kw(), unwrappingKey(crypto), WRAPPED, AES.without(Cka.EXTRACTABLE))
                .value();
        crypto.item(key).has(Cka.EXTRACTABLE, true);
    }

    @Requirement(
            id = "wrap.unwrapped.template",
            functions = UNWRAP_KEY,
            section = "5.18.4",
            rule = "The template's label, identifier and usages are those of the unwrapped key")
    void templateIsApplied() {
        Crypto crypto = with();
        long key = crypto.unwrap(
                        kw(),
                        unwrappingKey(crypto),
                        WRAPPED,
                        AES.with(Cka.LABEL, "unwrapped")
                                .with(Cka.ID, Data.hex("07"))
                                .with(Cka.DECRYPT, false))
                .value();
        crypto.item(key)
                .has(Cka.LABEL, "unwrapped")
                .has(Cka.ID, Data.hex("07"))
                .has(Cka.ENCRYPT, true)
                .has(Cka.DECRYPT, false);
        same("value", VALUE, crypto.value(key));
    }

    /// C_UnwrapKey lists no value for it but this of the unwrapping key's type; section 5.1.6 has the other in general.
    @Requirement(
            id = "wrap.unwrap.usage",
            functions = UNWRAP_KEY,
            section = {"5.1.6", "5.18.4"},
            rule = "An unwrapping key whose CKA_UNWRAP is false is CKR_KEY_FUNCTION_NOT_PERMITTED or"
                    + " CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT")
    void unwrappingMustBePermitted() {
        Crypto crypto = with();
        long unwrappingKey =
                crypto.session().create(Keys.aes(Data.counting(16), Cka.DECRYPT).with(Cka.UNWRAP, false));
        crypto.unwrap(kw(), unwrappingKey, WRAPPED, AES)
                .returns(Ckr.KEY_FUNCTION_NOT_PERMITTED, Ckr.UNWRAPPING_KEY_TYPE_INCONSISTENT);
    }

    @Requirement(
            id = "wrap.unwrap.key-handle",
            functions = UNWRAP_KEY,
            section = {"5.1.6", "5.18.4"},
            rule = "0 for the unwrapping key is CKR_UNWRAPPING_KEY_HANDLE_INVALID")
    void unwrappingKeyZero() {
        with().unwrap(kw(), 0, WRAPPED, AES).returns(Ckr.UNWRAPPING_KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "wrap.unwrap.key-type",
            functions = UNWRAP_KEY,
            section = {"5.1.6", "5.18.4"},
            rule = "An unwrapping key of a type that the mechanism cannot use is CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT")
    void unwrappingKeyOfAnotherType() {
        Crypto crypto = with();
        long unwrappingKey = crypto.session().create(Keys.generic(Data.counting(16), Cka.UNWRAP));
        crypto.unwrap(kw(), unwrappingKey, WRAPPED, AES).returns(Ckr.UNWRAPPING_KEY_TYPE_INCONSISTENT);
    }

    @Requirement(
            id = "wrap.unwrap.garbage",
            functions = UNWRAP_KEY,
            section = {"5.1.6", "5.18.4", "6.10.6"},
            rule = "Bytes that CKM_AES_CBC_PAD cannot have yielded are CKR_WRAPPED_KEY_INVALID, and no key is created")
    void garbage() {
        requires(Ckm.AES_CBC_PAD, Ckf.UNWRAP);
        Crypto crypto = crypto();
        byte[] garbage = Jdk.aes(Cipher.ENCRYPT_MODE, "ECB/NoPadding", Keys.aesValue(), null, new byte[32]);
        long unwrappingKey = crypto.session().create(Keys.aes(Cka.UNWRAP));
        crypto.unwrap(
                        Mechanism.iv(Ckm.AES_CBC_PAD, new byte[16]),
                        unwrappingKey,
                        garbage,
                        Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN).with(Cka.LABEL, "garbage"))
                .returns(Ckr.WRAPPED_KEY_INVALID);
        check(
                "objects created",
                0,
                crypto.session().find(Draft.of().with(Cka.LABEL, "garbage")).size());
    }

    @Requirement(
            id = "wrap.unwrap.length",
            functions = UNWRAP_KEY,
            section = {"5.1.6", "5.18.4", "6.10.6"},
            rule = "17 bytes, which no block cipher yields, are CKR_WRAPPED_KEY_LEN_RANGE with {0}")
    void wrongLength(Blocks blocks) {
        requires(blocks.wrapping.mechanism(), Ckf.UNWRAP);
        Crypto crypto = crypto();
        long unwrappingKey = crypto.session().create(blocks.wrapping.unwrappingKey());
        crypto.unwrap(blocks.wrapping.mechanism(), unwrappingKey, Data.counting(17), blocks.wrapping.template(16))
                .returns(Ckr.WRAPPED_KEY_LEN_RANGE);
    }

    @Requirement(
            id = "wrap.unwrap.no-type",
            functions = UNWRAP_KEY,
            section = {"4.1.1", "5.18.4"},
            rule = "A template without CKA_KEY_TYPE is CKR_TEMPLATE_INCOMPLETE")
    void noKeyType() {
        Crypto crypto = with();
        crypto.unwrap(kw(), unwrappingKey(crypto), WRAPPED, AES.without(Cka.KEY_TYPE))
                .returns(Ckr.TEMPLATE_INCOMPLETE);
    }

    /// Footnote 6 of the attribute tables: not to be given when a key is unwrapped.
    @Requirement(
            id = "wrap.unwrap.value-given",
            functions = UNWRAP_KEY,
            section = {"4.1.1", "6.10.2"},
            rule = "CKA_VALUE may not be given when a key is unwrapped: CKR_ATTRIBUTE_READ_ONLY or"
                    + " CKR_TEMPLATE_INCONSISTENT")
    void valueGiven() {
        Crypto crypto = with();
        crypto.unwrap(kw(), unwrappingKey(crypto), WRAPPED, AES.with(Cka.VALUE, VALUE))
                .returns(Ckr.ATTRIBUTE_READ_ONLY, Ckr.TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "wrap.unwrap.length-missing",
            functions = UNWRAP_KEY,
            section = "5.18.4",
            rule = "Where neither key type nor mechanism determines the length, as with a generic secret under"
                    + " CKM_AES_CBC, a template without CKA_VALUE_LEN is CKR_TEMPLATE_INCOMPLETE")
    void lengthMissing() {
        requires(Ckm.AES_CBC, Ckf.UNWRAP);
        Crypto crypto = crypto();
        long unwrappingKey = crypto.session().create(Keys.aes(Cka.UNWRAP));
        crypto.unwrap(
                        Mechanism.iv(Ckm.AES_CBC, new byte[16]),
                        unwrappingKey,
                        Data.counting(32),
                        Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN))
                .returns(Ckr.TEMPLATE_INCOMPLETE);
    }

    @Requirement(
            id = "wrap.unwrap.length-conflict",
            functions = UNWRAP_KEY,
            section = "5.18.4",
            rule = "A CKA_VALUE_LEN that the unwrapped key cannot have is CKR_WRAPPED_KEY_LEN_RANGE")
    void lengthConflict() {
        Crypto crypto = with();
        crypto.unwrap(kw(), unwrappingKey(crypto), WRAPPED, AES.with(Cka.VALUE_LEN, 32))
                .returns(Ckr.WRAPPED_KEY_LEN_RANGE);
    }

    @Requirement(
            id = "wrap.unwrap.read-only",
            functions = UNWRAP_KEY,
            section = {"5.1.6", "5.18.4"},
            rule = "In a read-only session no token object can be unwrapped: CKR_SESSION_READ_ONLY")
    void noTokenObjectReadOnly() {
        requires(Ckm.AES_KEY_WRAP, Ckf.UNWRAP);
        userSession();
        Crypto crypto = new Crypto(readOnlySession());
        crypto.unwrap(kw(), unwrappingKey(crypto), WRAPPED, AES.with(Cka.TOKEN, true))
                .returns(Ckr.SESSION_READ_ONLY);
    }

    @Requirement(
            id = "wrap.unwrap-template.added",
            functions = UNWRAP_KEY,
            section = "5.18.4",
            rule = "The attributes of the unwrapping key's CKA_UNWRAP_TEMPLATE are added to the new key")
    void unwrapTemplateIsAdded() {
        Crypto crypto = with();
        long key = crypto.unwrap(kw(), partitioned(crypto), WRAPPED, AES.without(Cka.SENSITIVE))
                .value();
        crypto.item(key).has(Cka.LABEL, "added").has(Cka.SENSITIVE, true);
    }

    @Requirement(
            id = "wrap.unwrap-template.conflict",
            functions = UNWRAP_KEY,
            section = "5.18.4",
            rule = "A template that conflicts with CKA_UNWRAP_TEMPLATE is CKR_TEMPLATE_INCONSISTENT")
    void unwrapTemplateConflict() {
        Crypto crypto = with();
        crypto.unwrap(kw(), partitioned(crypto), WRAPPED, AES.with(Cka.SENSITIVE, false))
                .returns(Ckr.TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "wrap.unwrap.class",
            functions = UNWRAP_KEY,
            section = {"4.1.1", "5.18.4"},
            rule = "Nothing but a private or secret key can be unwrapped: CKO_DATA is CKR_TEMPLATE_INCONSISTENT or"
                    + " CKR_ATTRIBUTE_VALUE_INVALID")
    void classThatIsNoKey() {
        Crypto crypto = with();
        crypto.unwrap(
                        kw(),
                        unwrappingKey(crypto),
                        WRAPPED,
                        Draft.of().with(Cka.CLASS, Cko.DATA).with(Cka.TOKEN, false))
                .returns(Ckr.TEMPLATE_INCONSISTENT, Ckr.ATTRIBUTE_VALUE_INVALID, Ckr.TEMPLATE_INCOMPLETE);
    }

    private Crypto with() {
        requires(Ckm.AES_KEY_WRAP, Ckf.UNWRAP);
        return crypto();
    }

    private static Mechanism kw() {
        return Mechanism.of(Ckm.AES_KEY_WRAP);
    }

    private static long unwrappingKey(Crypto crypto) {
        return crypto.session().create(Keys.aes(Data.counting(16), Cka.UNWRAP));
    }

    private static long partitioned(Crypto crypto) {
        List<Attribute> template = List.of(Attribute.of(Cka.LABEL, "added"), Attribute.of(Cka.SENSITIVE, true));
        return crypto.session()
                .create(Keys.aes(Data.counting(16), Cka.UNWRAP).with(Cka.UNWRAP_TEMPLATE, Value.ofTemplate(template)));
    }

    /// The mechanisms that yield whole blocks.
    enum Blocks {
        ECB(Wrapping.AES_ECB),
        CBC(Wrapping.AES_CBC),
        CBC_PAD(Wrapping.AES_CBC_PAD);

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
