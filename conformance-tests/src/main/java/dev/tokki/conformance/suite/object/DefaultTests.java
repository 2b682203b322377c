package dev.tokki.conformance.suite.object;

import static dev.tokki.api.Function.COPY_OBJECT;
import static dev.tokki.api.Function.CREATE_OBJECT;
import static dev.tokki.api.Function.FIND_OBJECTS_INIT;
import static dev.tokki.api.Function.SET_ATTRIBUTE_VALUE;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_READ_ONLY;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_TYPE_INVALID;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_VALUE_INVALID;

import dev.tokki.api.Value;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import java.util.HexFormat;
import java.util.List;

/// What the token adds to a template: defaults, unique ids, check values, history; sections 4.2 to 4.12.
@Chapter(id = "attribute", title = "Attributes", section = "4")
public record DefaultTests(Bench bench) implements Suite {
    private static final byte[] NOTHING = {};

    @Requirement(
            id = "attribute.default.storage",
            functions = CREATE_OBJECT,
            section = "4.5",
            rule = "Objects are session objects, can be changed, copied and destroyed, and have no label: {0}")
    void ofEveryObject(Sample sample) {
        Item object = userSession().item(sample.draft().without(Cka.LABEL));
        object.has(Cka.TOKEN, false)
                .has(Cka.MODIFIABLE, true)
                .has(Cka.COPYABLE, true)
                .has(Cka.DESTROYABLE, true)
                .has(Cka.LABEL, "");
    }

    @Requirement(
            id = "attribute.default.data",
            functions = CREATE_OBJECT,
            section = "4.6.2",
            rule = "A data object has no application, no object identifier and no value unless given")
    void ofDataObjects() {
        Item data = userSession().item(Samples.data("empty"));
        data.has(Cka.APPLICATION, "").has(Cka.OBJECT_ID, NOTHING).has(Cka.VALUE, NOTHING);
    }

    @Requirement(
            id = "attribute.default.certificate",
            functions = CREATE_OBJECT,
            section = {"4.7.2", "4.7.3"},
            rule =
                    "A certificate is not trusted, of no category, and without id, issuer and serial number unless given")
    void ofCertificates() {
        Item certificate = userSession().item(Samples.certificate());
        certificate
                .has(Cka.TRUSTED, false)
                .has(Cka.CERTIFICATE_CATEGORY, Ck.CERTIFICATE_CATEGORY_UNSPECIFIED)
                .has(Cka.ID, NOTHING)
                .has(Cka.ISSUER, NOTHING)
                .has(Cka.SERIAL_NUMBER, NOTHING);
    }

    @Requirement(
            id = "attribute.default.key",
            functions = CREATE_OBJECT,
            section = "4.9.2",
            rule = "A key has no id and no dates, and cannot derive, unless given: {0}")
    void ofKeys(KeySample key) {
        Item item = userSession().item(key.draft());
        item.has(Cka.ID, NOTHING)
                .has(Cka.START_DATE, NOTHING)
                .has(Cka.END_DATE, NOTHING)
                .has(Cka.DERIVE, false);
    }

    @Requirement(
            id = "attribute.default.secret-key",
            functions = CREATE_OBJECT,
            section = "4.12",
            rule = "A secret key is not sensitive and may be wrapped by any key unless given otherwise")
    void ofSecretKeys() {
        userSession().item(Samples.aes()).has(Cka.SENSITIVE, false).has(Cka.WRAP_WITH_TRUSTED, false);
    }

    @Requirement(
            id = "attribute.history.created",
            functions = CREATE_OBJECT,
            section = {"5.7.1", "4.9.2"},
            rule = "A key that came from outside is not local, was not always sensitive nor never extractable: {0}")
    void ofCreatedKeys(KeySample key) {
        Item item = userSession().item(key.draft());
        item.has(Cka.LOCAL, false).has(Cka.KEY_GEN_MECHANISM, Ck.UNAVAILABLE_INFORMATION);
        if (key.isSecret()) {
            item.has(Cka.ALWAYS_SENSITIVE, false).has(Cka.NEVER_EXTRACTABLE, false);
        }
    }

    @Requirement(
            id = "attribute.history.created-guarded",
            functions = CREATE_OBJECT,
            section = {"5.7.1", "4.12"},
            rule = "Even a sensitive and unextractable key from outside was not always so")
    void ofCreatedKeysThatAreGuardedNow() {
        Draft guarded = Samples.aes().with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, false);
        userSession().item(guarded).has(Cka.ALWAYS_SENSITIVE, false).has(Cka.NEVER_EXTRACTABLE, false);
    }

    @Requirement(
            id = "attribute.value-len",
            functions = CREATE_OBJECT,
            section = {"6.10.2", "6.8.2"},
            rule = "The token knows the length of a secret key that it was given")
    void lengthsOfSecretKeys() {
        Session session = userSession();
        session.item(Samples.aes()).has(Cka.VALUE_LEN, 16);
        session.item(Samples.generic()).has(Cka.VALUE_LEN, 20);
    }

    @Requirement(
            id = "attribute.unique-id.differs",
            functions = {CREATE_OBJECT, COPY_OBJECT},
            section = "4.2.2",
            rule = "Every object has a unique id of its own, a copy too")
    void uniqueIdsDiffer() {
        requires(Version.V3_0);
        Session session = userSession();
        Item first = session.item(Samples.data("one"));
        Item second = session.item(Samples.data("one"));
        Item copy = first.copy(Draft.of());
        List<Value> ids = List.of(first.value(Cka.UNIQUE_ID), second.value(Cka.UNIQUE_ID), copy.value(Cka.UNIQUE_ID));
        check("distinct ids", 3L, ids.stream().distinct().count());
    }

    @Requirement(
            id = "attribute.unique-id.read-only",
            functions = {CREATE_OBJECT, SET_ATTRIBUTE_VALUE, COPY_OBJECT},
            section = "4.2.2",
            rule = "A unique id can be neither given nor changed")
    void uniqueIdsAreTheTokens() {
        requires(Version.V3_0);
        Session session = userSession();
        Draft given = Draft.of().with(Cka.UNIQUE_ID, "mine");
        session.creating(Samples.data("one").with(given)).returns(ATTRIBUTE_READ_ONLY);
        Item data = session.item(Samples.data("one"));
        data.changing(given).returns(ATTRIBUTE_READ_ONLY);
        data.copying(given).returns(ATTRIBUTE_READ_ONLY);
    }

    @Requirement(
            id = "attribute.unique-id.find",
            functions = FIND_OBJECTS_INIT,
            section = {"5.7.7", "4.2.2"},
            rule = "A search for a unique id finds the one object")
    void uniqueIdsFindOne() {
        requires(Version.V3_0);
        Session session = userSession();
        session.create(Samples.data("one"));
        Item second = session.item(Samples.data("one"));
        Draft id = Draft.of().with(Cka.UNIQUE_ID, second.value(Cka.UNIQUE_ID));
        check("objects found", List.of(second.handle()), session.find(id));
    }

    @Requirement(
            id = "attribute.check-value.aes",
            functions = CREATE_OBJECT,
            section = {"4.12", "6.10.2"},
            rule = "The check value of an AES key is the first three bytes of a zero block, encrypted")
    void checkValueOfAes() {
        checkValue(Samples.aes(), "c6a13b");
    }

    @Requirement(
            id = "attribute.check-value.generic",
            functions = CREATE_OBJECT,
            section = {"4.12", "6.8.2"},
            rule = "The check value of a generic secret key is the first three bytes of its SHA-1 hash")
    void checkValueOfGenericSecrets() {
        checkValue(Samples.generic(), "bca38e");
    }

    @Requirement(
            id = "attribute.check-value.wrong",
            functions = CREATE_OBJECT,
            section = "4.12",
            rule = "A check value given must be the right one, where the token supports it")
    void aWrongCheckValueIsRefused() {
        requiresCheckValues();
        Draft wrong = Samples.aes().with(Cka.CHECK_VALUE, new byte[] {1, 2, 3});
        userSession().creating(wrong).returns(ATTRIBUTE_VALUE_INVALID);
    }

    @Requirement(
            id = "attribute.check-value.none",
            functions = CREATE_OBJECT,
            section = "4.12",
            rule = "An empty check value given means that there is to be none")
    void anEmptyCheckValueStaysEmpty() {
        requiresCheckValues();
        userSession().item(Samples.aes().with(Cka.CHECK_VALUE, NOTHING)).has(Cka.CHECK_VALUE, NOTHING);
    }

    private void checkValue(Draft key, String expected) {
        requiresCheckValues();
        check(
                "CKA_CHECK_VALUE",
                expected,
                HexFormat.of().formatHex(userSession().item(key).bytes(Cka.CHECK_VALUE)));
    }

    private void requiresCheckValues() {
        Session session = session();
        Item key = session.item(Samples.aes().with(Cka.PRIVATE, false));
        if (key.reading(Cka.CHECK_VALUE).rv().is(ATTRIBUTE_TYPE_INVALID)) {
            throw notSupported("the token has no check values");
        }
        session.close();
    }
}
