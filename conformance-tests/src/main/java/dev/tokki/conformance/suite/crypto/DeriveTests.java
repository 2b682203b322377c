package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DERIVE_KEY;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.DerivationParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// Deriving secret keys from secret keys: sections 5.18.5, 6.17 and 6.29, with the examples of the text.
@Chapter(id = "derive", title = "Key derivation", section = "5.18.5")
record DeriveTests(Bench bench) implements CryptoSuite {
    private static final byte[] BASE = Data.hex("01234567");
    private static final byte[] OTHER = Data.hex("89abcdef");
    private static final Draft SECRET = Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN);

    @Requirement(
            id = "derive.simple",
            functions = DERIVE_KEY,
            section = {"6.29.3", "6.29.4", "6.29.5", "6.29.6", "6.29.7"},
            rule = "{0} gives the value of the text's example")
    void simple(Simple simple) {
        requires(simple.mechanism, Ckf.DERIVE);
        Crypto crypto = crypto();
        long base = crypto.session().create(Keys.generic(simple.base, Cka.DERIVE));
        long other = crypto.session().create(Keys.generic(OTHER, Cka.DERIVE));
        Mechanism mechanism = Mechanism.of(simple.mechanism, simple.parameter(other));
        long key = crypto.derive(mechanism, base, SECRET.with(Cka.VALUE_LEN, simple.result.length))
                .value();
        same("derived", simple.result, crypto.value(key));
        crypto.item(key)
                .has(Cka.KEY_TYPE, Ckk.GENERIC_SECRET)
                .has(Cka.LOCAL, false)
                .has(Cka.KEY_GEN_MECHANISM, Ck.UNAVAILABLE_INFORMATION);
    }

    @Requirement(
            id = "derive.default-length",
            functions = DERIVE_KEY,
            section = "6.29.4",
            rule = "Without key type and length, CKM_CONCATENATE_BASE_AND_DATA gives a generic secret of all the bytes")
    void wholeLengthByDefault() {
        Crypto crypto = concatenating();
        long base = crypto.session().create(Keys.generic(BASE, Cka.DERIVE));
        long key = crypto.derive(
                        concatenation(), base, SECRET.without(Cka.KEY_TYPE).without(Cka.CLASS))
                .value();
        same("derived", Data.joined(BASE, OTHER), crypto.value(key));
        crypto.item(key).has(Cka.KEY_TYPE, Ckk.GENERIC_SECRET);
    }

    @Requirement(
            id = "derive.too-long",
            functions = DERIVE_KEY,
            section = "6.29.4",
            rule = "A key longer than what there is to take it from cannot be derived, and none is created")
    void tooLong() {
        Crypto crypto = concatenating();
        long base = crypto.session().create(Keys.generic(BASE, Cka.DERIVE));
        crypto.derive(concatenation(), base, SECRET.with(Cka.VALUE_LEN, 9).with(Cka.LABEL, "too long"))
                .fails();
        check(
                "objects created",
                0,
                crypto.session().find(Draft.of().with(Cka.LABEL, "too long")).size());
    }

    @Requirement(
            id = "derive.sensitive",
            functions = DERIVE_KEY,
            section = "6.29.4",
            rule =
                    "From a sensitive key that is not extractable only such a key is derived, whatever the template says:"
                            + " the attributes follow the base key, or the template is refused")
    void sensitivityFollowsTheBase() {
        Crypto crypto = concatenating();
        long base = crypto.session()
                .create(Keys.generic(BASE, Cka.DERIVE).with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, false));
        var derived = crypto.derive(concatenation(), base, SECRET.with(Cka.VALUE_LEN, 8))
                .returns(Ckr.OK, Ckr.TEMPLATE_INCONSISTENT, Ckr.ATTRIBUTE_VALUE_INVALID);
        if (derived.rv().isOk()) {
            crypto.item(derived.outputs()).has(Cka.SENSITIVE, true).has(Cka.EXTRACTABLE, false);
        }
    }

    @Requirement(
            id = "derive.history",
            functions = DERIVE_KEY,
            section = "6.29.4",
            rule =
                    "The derived key is always-sensitive and never-extractable if and only if the base key is: one from a"
                            + " generated key is, one from an imported key is not")
    void historyFollowsTheBase() {
        requires(Ckm.GENERIC_SECRET_KEY_GEN, Ckf.GENERATE);
        Crypto crypto = concatenating();
        Draft closed = Draft.of()
                .with(Cka.TOKEN, false)
                .with(Cka.SENSITIVE, true)
                .with(Cka.EXTRACTABLE, false)
                .with(Cka.DERIVE, true);
        long generated =
                crypto.session().generate(Mechanism.of(Ckm.GENERIC_SECRET_KEY_GEN), closed.with(Cka.VALUE_LEN, 16));
        long imported = crypto.session()
                .create(Keys.generic(BASE, Cka.DERIVE).with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, false));
        Draft template = SECRET.with(Cka.VALUE_LEN, 8).with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, false);
        crypto.item(crypto.derive(concatenation(), generated, template).value())
                .has(Cka.ALWAYS_SENSITIVE, true)
                .has(Cka.NEVER_EXTRACTABLE, true);
        crypto.item(crypto.derive(concatenation(), imported, template).value())
                .has(Cka.ALWAYS_SENSITIVE, false)
                .has(Cka.NEVER_EXTRACTABLE, false);
    }

    /// C_DeriveKey lists no value for it but this of the key's type; section 5.1.6 has the other in general.
    @Requirement(
            id = "derive.usage",
            functions = DERIVE_KEY,
            section = {"4.9.2", "5.1.6"},
            rule = "A key whose CKA_DERIVE is false derives nothing: CKR_KEY_FUNCTION_NOT_PERMITTED or"
                    + " CKR_KEY_TYPE_INCONSISTENT")
    void derivationMustBePermitted() {
        requires(Ckm.AES_ECB_ENCRYPT_DATA, Ckf.DERIVE);
        Crypto crypto = crypto();
        long base = crypto.session().create(Keys.aes(Cka.ENCRYPT).with(Cka.DERIVE, false));
        crypto.derive(Encrypting.ECB.mechanism(Data.counting(32)), base, SECRET.with(Cka.VALUE_LEN, 32))
                .returns(Ckr.KEY_FUNCTION_NOT_PERMITTED, Ckr.KEY_TYPE_INCONSISTENT);
    }

    @Requirement(
            id = "derive.key-handle",
            functions = DERIVE_KEY,
            section = {"5.1.6", "5.18.5"},
            rule = "0 for the base key is CKR_KEY_HANDLE_INVALID")
    void baseKeyZero() {
        requires(Ckm.AES_ECB_ENCRYPT_DATA, Ckf.DERIVE);
        Crypto crypto = crypto();
        crypto.derive(Encrypting.ECB.mechanism(Data.counting(32)), 0, SECRET.with(Cka.VALUE_LEN, 32))
                .returns(Ckr.KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "derive.key-type",
            functions = DERIVE_KEY,
            section = {"5.1.6", "5.18.5"},
            rule = "A base key of a type that the mechanism cannot use is CKR_KEY_TYPE_INCONSISTENT")
    void baseKeyOfAnotherType() {
        requires(Ckm.AES_ECB_ENCRYPT_DATA, Ckf.DERIVE);
        Crypto crypto = crypto();
        long base = crypto.session().create(Keys.generic(Cka.DERIVE));
        crypto.derive(Encrypting.ECB.mechanism(Data.counting(32)), base, SECRET.with(Cka.VALUE_LEN, 32))
                .returns(Ckr.KEY_TYPE_INCONSISTENT);
    }

    @Requirement(
            id = "derive.mechanism",
            functions = DERIVE_KEY,
            section = {"5.1.6", "5.18.5"},
            rule = "A mechanism that does not derive is CKR_MECHANISM_INVALID")
    void mechanismThatDoesNotDerive() {
        Crypto crypto = crypto();
        long base = crypto.session().create(Keys.generic(Cka.DERIVE));
        crypto.derive(Mechanism.of(Ckm.SHA256), base, SECRET).returns(Ckr.MECHANISM_INVALID);
    }

    @Requirement(
            id = "derive.encrypt-data",
            functions = DERIVE_KEY,
            section = "6.17.3",
            rule = "{0} takes a key from the beginning of the data encrypted, as the JDK encrypts it")
    void byEncryption(Encrypting encrypting) {
        requires(encrypting.type, Ckf.DERIVE);
        Crypto crypto = crypto();
        byte[] data = Data.counting(48);
        long base = crypto.session().create(Keys.aes(Cka.DERIVE));
        long key = crypto.derive(
                        encrypting.mechanism(data),
                        base,
                        Keys.derived(Ckk.AES, Cka.ENCRYPT).with(Cka.VALUE_LEN, 32))
                .value();
        same("derived", Data.part(encrypting.jdk(data), 0, 32), crypto.value(key));
    }

    @Requirement(
            id = "derive.encrypt-data.too-short",
            functions = DERIVE_KEY,
            section = "6.17.3",
            rule = "{0} refuses data too short for the key asked for: CKR_DATA_LEN_RANGE")
    void dataTooShort(Encrypting encrypting) {
        requires(encrypting.type, Ckf.DERIVE);
        Crypto crypto = crypto();
        long base = crypto.session().create(Keys.aes(Cka.DERIVE));
        crypto.derive(
                        encrypting.mechanism(Data.counting(16)),
                        base,
                        Keys.derived(Ckk.AES, Cka.ENCRYPT).with(Cka.VALUE_LEN, 32))
                .returns(Ckr.DATA_LEN_RANGE);
    }

    @Requirement(
            id = "derive.template.added",
            functions = DERIVE_KEY,
            section = "5.18.5",
            rule = "The attributes of the base key's CKA_DERIVE_TEMPLATE are added to the new key")
    void deriveTemplateIsAdded() {
        Crypto crypto = partitioned();
        long key = crypto.derive(ecb(), partitioned(crypto), SECRET.with(Cka.VALUE_LEN, 32))
                .value();
        crypto.item(key).has(Cka.LABEL, "added");
    }

    @Requirement(
            id = "derive.template.conflict",
            functions = DERIVE_KEY,
            section = "5.18.5",
            rule = "A template that conflicts with CKA_DERIVE_TEMPLATE is CKR_TEMPLATE_INCONSISTENT")
    void deriveTemplateConflict() {
        Crypto crypto = partitioned();
        crypto.derive(ecb(), partitioned(crypto), SECRET.with(Cka.VALUE_LEN, 32).with(Cka.LABEL, "mine"))
                .returns(Ckr.TEMPLATE_INCONSISTENT);
    }

    private Crypto concatenating() {
        requires(Ckm.CONCATENATE_BASE_AND_DATA, Ckf.DERIVE);
        return crypto();
    }

    private Crypto partitioned() {
        requires(Ckm.AES_ECB_ENCRYPT_DATA, Ckf.DERIVE);
        return crypto();
    }

    private static long partitioned(Crypto crypto) {
        return crypto.session()
                .create(Keys.aes(Cka.DERIVE)
                        .with(Cka.DERIVE_TEMPLATE, Value.ofTemplate(List.of(Attribute.of(Cka.LABEL, "added")))));
    }

    private static Mechanism concatenation() {
        return Mechanism.of(Ckm.CONCATENATE_BASE_AND_DATA, new DerivationParameter.StringData(Bytes.of(OTHER)));
    }

    private static Mechanism ecb() {
        return Encrypting.ECB.mechanism(Data.counting(32));
    }

    /// The mechanisms of section 6.29 with the examples given there.
    enum Simple {
        CONCATENATE_BASE_AND_KEY(Ckm.CONCATENATE_BASE_AND_KEY, BASE, "0123456789abcdef"),
        CONCATENATE_BASE_AND_DATA(Ckm.CONCATENATE_BASE_AND_DATA, BASE, "0123456789abcdef"),
        CONCATENATE_DATA_AND_BASE(Ckm.CONCATENATE_DATA_AND_BASE, BASE, "89abcdef01234567"),
        XOR_BASE_AND_DATA(Ckm.XOR_BASE_AND_DATA, BASE, "88888888"),
        EXTRACT_KEY_FROM_KEY(Ckm.EXTRACT_KEY_FROM_KEY, Data.hex("329f84a9"), "9526");

        private final long mechanism;
        private final byte[] base;
        private final byte[] result;

        Simple(long mechanism, byte[] base, String result) {
            this.mechanism = mechanism;
            this.base = base;
            this.result = Data.hex(result);
        }

        private Parameter parameter(long otherKey) {
            return switch (this) {
                case CONCATENATE_BASE_AND_KEY -> new Parameter.ULong(otherKey);
                case CONCATENATE_BASE_AND_DATA, CONCATENATE_DATA_AND_BASE, XOR_BASE_AND_DATA ->
                    new DerivationParameter.StringData(Bytes.of(OTHER));
                case EXTRACT_KEY_FROM_KEY -> new Parameter.ULong(21);
            };
        }

        @Override
        public String toString() {
            return "CKM_" + name();
        }
    }

    /// The mechanisms of section 6.17 for AES.
    enum Encrypting {
        ECB(Ckm.AES_ECB_ENCRYPT_DATA),
        CBC(Ckm.AES_CBC_ENCRYPT_DATA);

        private final long type;

        Encrypting(long type) {
            this.type = type;
        }

        private Mechanism mechanism(byte[] data) {
            return Mechanism.of(
                    type,
                    switch (this) {
                        case ECB -> new DerivationParameter.StringData(Bytes.of(data));
                        case CBC -> new AesParameter.CbcEncryptData(Bytes.of(Data.counting(16)), Bytes.of(data));
                    });
        }

        private byte[] jdk(byte[] data) {
            return switch (this) {
                case ECB -> Jdk.aes(Cipher.ENCRYPT_MODE, "ECB/NoPadding", Keys.aesValue(), null, data);
                case CBC ->
                    Jdk.aes(
                            Cipher.ENCRYPT_MODE,
                            "CBC/NoPadding",
                            Keys.aesValue(),
                            new IvParameterSpec(Data.counting(16)),
                            data);
            };
        }

        @Override
        public String toString() {
            return "CKM_AES_%s_ENCRYPT_DATA".formatted(name());
        }
    }
}
