package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.GENERATE_KEY;
import static dev.tokki.api.Function.GENERATE_KEY_PAIR;

import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.call.KeyManagement.GenerateKey;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import java.util.Arrays;

/// Generating secret keys, and what holds for pairs too: sections 5.18.1, 6.8.3 and 6.10.3.
@Chapter(id = "generate", title = "Key generation", section = "5.18")
record KeyGenerationTests(Bench bench) implements CryptoSuite {
    private static final Mechanism AES = Mechanism.of(Ckm.AES_KEY_GEN);
    private static final Mechanism GENERIC = Mechanism.of(Ckm.GENERIC_SECRET_KEY_GEN);
    private static final Mechanism RSA = Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN);
    private static final Mechanism EC = Mechanism.of(Ckm.EC_KEY_PAIR_GEN);
    private static final Draft READABLE =
            Draft.of().with(Cka.TOKEN, false).with(Cka.SENSITIVE, false).with(Cka.EXTRACTABLE, true);

    @Requirement(
            id = "generate.aes",
            functions = GENERATE_KEY,
            section = {"4.9.2", "5.18.1", "6.10.3"},
            rule =
                    "CKM_AES_KEY_GEN contributes class, key type and a value of {0}; the key is local and says how it was"
                            + " made")
    void aes(AesLength length) {
        Session session = with(AES);
        Item key = session.item(session.generating(AES, READABLE.with(Cka.VALUE_LEN, length.bytes))
                .value());
        key.has(Cka.CLASS, Cko.SECRET_KEY)
                .has(Cka.KEY_TYPE, Ckk.AES)
                .has(Cka.VALUE_LEN, length.bytes)
                .has(Cka.LOCAL, true)
                .has(Cka.KEY_GEN_MECHANISM, Ckm.AES_KEY_GEN);
        check("length of CKA_VALUE", (int) length.bytes, key.bytes(Cka.VALUE).length);
    }

    @Requirement(
            id = "generate.aes.differ",
            functions = GENERATE_KEY,
            section = "5.18.1",
            rule = "Two generated keys have different values")
    void twoKeysDiffer() {
        Session session = with(AES);
        Draft draft = READABLE.with(Cka.VALUE_LEN, 32);
        byte[] first = session.item(session.generate(AES, draft)).bytes(Cka.VALUE);
        byte[] second = session.item(session.generate(AES, draft)).bytes(Cka.VALUE);
        check("the second key", "another value", !Arrays.equals(first, second), "the same");
    }

    @Requirement(
            id = "generate.aes.no-length",
            functions = GENERATE_KEY,
            section = {"4.1.1", "6.10.3"},
            rule = "CKM_AES_KEY_GEN without CKA_VALUE_LEN is CKR_TEMPLATE_INCOMPLETE")
    void aesWithoutLength() {
        Session session = with(AES);
        session.generating(AES, READABLE).returns(Ckr.TEMPLATE_INCOMPLETE);
    }

    /// The key's size is an attribute's value; C_GenerateKey does not list CKR_KEY_SIZE_RANGE.
    @Requirement(
            id = "generate.aes.wrong-length",
            functions = GENERATE_KEY,
            section = {"4.1.1", "6.10.2"},
            rule = "CKM_AES_KEY_GEN with CKA_VALUE_LEN 17 is CKR_ATTRIBUTE_VALUE_INVALID or CKR_TEMPLATE_INCONSISTENT")
    void aesOfNoSuchLength() {
        Session session = with(AES);
        session.generating(AES, READABLE.with(Cka.VALUE_LEN, 17))
                .returns(Ckr.ATTRIBUTE_VALUE_INVALID, Ckr.TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "generate.wrong-type",
            functions = GENERATE_KEY,
            section = "5.18.1",
            rule = "A key type or class in the template that the mechanism does not make is CKR_TEMPLATE_INCONSISTENT")
    void wrongType() {
        Session session = with(AES);
        Draft draft = READABLE.with(Cka.VALUE_LEN, 16);
        session.generating(AES, draft.with(Cka.KEY_TYPE, Ckk.GENERIC_SECRET)).returns(Ckr.TEMPLATE_INCONSISTENT);
        session.generating(AES, draft.with(Cka.CLASS, Cko.PUBLIC_KEY)).returns(Ckr.TEMPLATE_INCONSISTENT);
    }

    /// Footnote 4 of the attribute tables: not to be given when a key is generated.
    @Requirement(
            id = "generate.value-given",
            functions = GENERATE_KEY,
            section = {"4.1.1", "6.10.2"},
            rule = "CKA_VALUE may not be given when a key is generated: CKR_ATTRIBUTE_READ_ONLY or"
                    + " CKR_TEMPLATE_INCONSISTENT")
    void valueGiven() {
        Session session = with(AES);
        session.generating(AES, READABLE.with(Cka.VALUE_LEN, 16).with(Cka.VALUE, Data.counting(16)))
                .returns(Ckr.ATTRIBUTE_READ_ONLY, Ckr.TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "generate.local-given",
            functions = GENERATE_KEY,
            section = {"4.1.1", "4.9.2", "4.12"},
            rule = "{0} may not be given when a key is generated: CKR_ATTRIBUTE_READ_ONLY or CKR_TEMPLATE_INCONSISTENT")
    void historyGiven(History history) {
        Session session = with(AES);
        session.generating(AES, READABLE.with(Cka.VALUE_LEN, 16).with(history.attribute, true))
                .returns(Ckr.ATTRIBUTE_READ_ONLY, Ckr.TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "generate.secret-history",
            functions = GENERATE_KEY,
            section = "4.12",
            rule = "A key generated sensitive and not extractable has always been sensitive and never been extractable;"
                    + " one generated otherwise has not")
    void historyOfSecretKeys() {
        Session session = with(AES);
        Draft draft = Draft.of().with(Cka.TOKEN, false).with(Cka.VALUE_LEN, 16);
        session.item(session.generate(AES, draft.with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, false)))
                .has(Cka.ALWAYS_SENSITIVE, true)
                .has(Cka.NEVER_EXTRACTABLE, true);
        session.item(session.generate(AES, draft.with(Cka.SENSITIVE, false).with(Cka.EXTRACTABLE, true)))
                .has(Cka.ALWAYS_SENSITIVE, false)
                .has(Cka.NEVER_EXTRACTABLE, false);
    }

    @Requirement(
            id = "generate.generic",
            functions = GENERATE_KEY,
            section = "6.8.3",
            rule = "CKM_GENERIC_SECRET_KEY_GEN makes a key as long as CKA_VALUE_LEN says")
    void generic() {
        Session session = with(GENERIC);
        Item key = session.item(
                session.generating(GENERIC, READABLE.with(Cka.VALUE_LEN, 37)).value());
        key.has(Cka.CLASS, Cko.SECRET_KEY).has(Cka.KEY_TYPE, Ckk.GENERIC_SECRET).has(Cka.LOCAL, true);
        check("length of CKA_VALUE", 37, key.bytes(Cka.VALUE).length);
    }

    @Requirement(
            id = "generate.generic.no-length",
            functions = GENERATE_KEY,
            section = "6.8.3",
            rule = "CKM_GENERIC_SECRET_KEY_GEN without CKA_VALUE_LEN is CKR_TEMPLATE_INCOMPLETE")
    void genericWithoutLength() {
        Session session = with(GENERIC);
        session.generating(GENERIC, READABLE).returns(Ckr.TEMPLATE_INCOMPLETE);
    }

    @Requirement(
            id = "generate.mechanism",
            functions = {GENERATE_KEY, GENERATE_KEY_PAIR},
            section = {"5.1.6", "5.18.1", "5.18.2"},
            rule = "A mechanism that does not generate is CKR_MECHANISM_INVALID")
    void wrongMechanism() {
        Session session = with(AES);
        Draft draft = READABLE.with(Cka.VALUE_LEN, 16);
        session.generating(Mechanism.iv(Ckm.AES_CBC, new byte[16]), draft).returns(Ckr.MECHANISM_INVALID);
        session.generating(AES, draft, READABLE).returns(Ckr.MECHANISM_INVALID);
        session.generating(RSA, draft).returns(Ckr.MECHANISM_INVALID);
    }

    @Requirement(
            id = "generate.no-handle",
            functions = {GENERATE_KEY, GENERATE_KEY_PAIR},
            section = {"5.1.6", "5.18.1", "5.18.2"},
            rule = "NULL_PTR for the place of a handle is CKR_ARGUMENTS_BAD")
    void nowhereToWrite() {
        Session session = with(AES);
        expect(new GenerateKey(
                        session.handle(), AES, READABLE.with(Cka.VALUE_LEN, 16).template(), Out.nullPointer()))
                .returns(Ckr.ARGUMENTS_BAD);
        expect(new GenerateKeyPair(
                        session.handle(), EC, p256().template(), READABLE.template(), Out.here(), Out.nullPointer()))
                .returns(Ckr.ARGUMENTS_BAD);
    }

    private Session with(Mechanism mechanism) {
        requires(mechanism);
        return userSession();
    }

    private static Draft p256() {
        return Draft.of().with(Cka.TOKEN, false).with(Cka.EC_PARAMS, Curve.P256.params());
    }

    /// The lengths of AES keys.
    enum AesLength {
        AES_128(16),
        AES_192(24),
        AES_256(32);

        private final long bytes;

        AesLength(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public String toString() {
            return bytes + " bytes";
        }
    }

    /// Attributes that tell a key's history, which no caller can know.
    enum History {
        LOCAL(Cka.LOCAL),
        ALWAYS_SENSITIVE(Cka.ALWAYS_SENSITIVE),
        NEVER_EXTRACTABLE(Cka.NEVER_EXTRACTABLE);

        private final long attribute;

        History(long attribute) {
            this.attribute = attribute;
        }

        @Override
        public String toString() {
            return "CKA_" + name();
        }
    }
}
