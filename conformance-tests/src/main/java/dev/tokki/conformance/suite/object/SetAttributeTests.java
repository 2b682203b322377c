package dev.tokki.conformance.suite.object;

import static dev.tokki.api.Function.SET_ATTRIBUTE_VALUE;
import static dev.tokki.api.constant.Ckr.ACTION_PROHIBITED;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_READ_ONLY;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_TYPE_INVALID;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_VALUE_INVALID;
import static dev.tokki.api.constant.Ckr.OBJECT_HANDLE_INVALID;
import static dev.tokki.api.constant.Ckr.SESSION_READ_ONLY;
import static dev.tokki.api.constant.Ckr.TEMPLATE_INCONSISTENT;

import dev.tokki.api.Attribute;
import dev.tokki.api.Template;
import dev.tokki.api.call.Objects.SetAttributeValue;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;

/// Changing attributes, and which cannot be changed; sections 5.7.6, 4.1.2 and 4.2.
@Chapter(id = "attribute", title = "Attributes", section = "4")
public record SetAttributeTests(Bench bench) implements Suite {
    private static final Draft RENAMED = Draft.of().with(Cka.LABEL, "renamed");

    @Requirement(
            id = "attribute.set.label",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"5.7.6", "4.5"},
            rule = "The label can be changed, made longer, and emptied: {0}")
    void theLabel(Sample sample) {
        Item object = userSession().item(sample.draft().with(Cka.LABEL, "named"));
        object.changing(RENAMED).succeeds();
        object.has(Cka.LABEL, "renamed");
        object.changing(Draft.of().with(Cka.LABEL, "")).succeeds();
        object.has(Cka.LABEL, "");
    }

    @Requirement(
            id = "attribute.set.seen-by-others",
            functions = SET_ATTRIBUTE_VALUE,
            section = "5.7.6",
            rule = "A change of a token object is seen by other sessions and applications")
    void othersSeeIt() {
        Item key = userSession().item(Samples.aes().onToken().with(Cka.LABEL, "named"));
        Session other = otherApplication().readOnly().login(User.USER);
        key.changing(RENAMED).succeeds();
        check("found by another session", 1, session().find(RENAMED).size());
        check("found by another application", 1, other.find(RENAMED).size());
    }

    @Requirement(
            id = "attribute.set.id",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"4.9.2", "4.2"},
            rule = "The id of a key can be changed: {0}")
    void theIdOfAKey(KeySample sample) {
        Item key = userSession().item(sample.draft());
        key.changing(Draft.of().with(Cka.ID, new byte[] {7, 8})).succeeds();
        key.has(Cka.ID, (byte) 7, (byte) 8);
    }

    @Requirement(
            id = "attribute.set.certificate",
            functions = SET_ATTRIBUTE_VALUE,
            section = "4.7.3",
            rule = "Of a certificate, id, issuer and serial number can be changed, subject and value cannot")
    void certificates() {
        Item certificate = userSession().item(Samples.certificate());
        Draft changes = Draft.of()
                .with(Cka.ID, new byte[] {1})
                .with(Cka.ISSUER, Samples.value("certificate.issuer"))
                .with(Cka.SERIAL_NUMBER, Samples.value("certificate.serial-number"));
        certificate.changing(changes).succeeds();
        certificate.has(Cka.SERIAL_NUMBER, Samples.value("certificate.serial-number"));
        Draft fixed = Draft.of(
                Attribute.of(Cka.SUBJECT, Samples.value("certificate.issuer")),
                Attribute.of(Cka.VALUE, Samples.value("certificate.issuer")));
        each(
                fixed.attributes(),
                change -> certificate.changing(Draft.of(change)).returns(ATTRIBUTE_READ_ONLY));
    }

    @Requirement(
            id = "attribute.set.fixed",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"4.1.2", "4.2", "4.5"},
            rule = "{0} of an AES key cannot be changed")
    void whatIsFixed(Fixed fixed) {
        Item key = userSession().item(Samples.aes());
        key.changing(Draft.of(fixed.change())).returns(ATTRIBUTE_READ_ONLY);
    }

    @Requirement(
            id = "attribute.set.sensitive",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"4.2", "4.12"},
            rule = "A key becomes sensitive and stays so; it was not always so")
    void sensitiveForGood() {
        Item key = userSession().item(Samples.aes().with(Cka.SENSITIVE, false));
        key.changing(Draft.of().with(Cka.SENSITIVE, true)).succeeds();
        key.has(Cka.SENSITIVE, true).has(Cka.ALWAYS_SENSITIVE, false);
        key.changing(Draft.of().with(Cka.SENSITIVE, false)).returns(ATTRIBUTE_READ_ONLY);
        key.has(Cka.SENSITIVE, true);
    }

    @Requirement(
            id = "attribute.set.extractable",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"4.2", "4.12"},
            rule = "A key becomes unextractable and stays so; it was not always so")
    void unextractableForGood() {
        Item key = userSession().item(Samples.aes().with(Cka.EXTRACTABLE, true));
        key.changing(Draft.of().with(Cka.EXTRACTABLE, false)).succeeds();
        key.has(Cka.EXTRACTABLE, false).has(Cka.NEVER_EXTRACTABLE, false);
        key.changing(Draft.of().with(Cka.EXTRACTABLE, true)).returns(ATTRIBUTE_READ_ONLY);
        key.has(Cka.EXTRACTABLE, false);
    }

    @Requirement(
            id = "attribute.set.wrap-with-trusted",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"4.2", "4.12"},
            rule = "CKA_WRAP_WITH_TRUSTED, once CK_TRUE, stays so")
    void wrapWithTrustedForGood() {
        Item key = userSession().item(Samples.aes().with(Cka.WRAP_WITH_TRUSTED, true));
        key.changing(Draft.of().with(Cka.WRAP_WITH_TRUSTED, false)).returns(ATTRIBUTE_READ_ONLY);
        key.has(Cka.WRAP_WITH_TRUSTED, true);
    }

    @Requirement(
            id = "attribute.set.trusted",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"4.2", "4.12"},
            rule = "The user cannot make a key trusted")
    void trustedNotByTheUser() {
        Item key = userSession().item(Samples.aes().with(Cka.WRAP, true));
        key.changing(Draft.of().with(Cka.TRUSTED, true)).fails();
    }

    @Requirement(
            id = "attribute.set.prohibited",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"5.7.6", "4.5"},
            rule = "An object with CKA_MODIFIABLE CK_FALSE is not changed")
    void notIfItIsNotModifiable() {
        Item data = userSession().item(Samples.data("named").with(Cka.MODIFIABLE, false));
        data.changing(RENAMED).returns(ACTION_PROHIBITED);
        data.has(Cka.LABEL, "named");
    }

    @Requirement(
            id = "attribute.set.read-only-session",
            functions = SET_ATTRIBUTE_VALUE,
            section = "5.7.6",
            rule = "A read-only session changes session objects only")
    void readOnlySessionsChangeNothingOnTheToken() {
        Item key = userSession().item(Samples.aes().onToken().with(Cka.LABEL, "named"));
        Session readOnly = readOnlySession();
        key.in(readOnly).changing(RENAMED).returns(SESSION_READ_ONLY);
        key.has(Cka.LABEL, "named");
        readOnly.item(Samples.data("named")).changing(RENAMED).succeeds();
    }

    @Requirement(
            id = "attribute.set.all-or-nothing",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"5.7.6", "5"},
            rule = "A call that fails changes nothing, not even what could be changed")
    void allOrNothing() {
        Item key = userSession().item(Samples.aes().with(Cka.LABEL, "named"));
        key.changing(RENAMED.with(Cka.KEY_TYPE, Ckk.GENERIC_SECRET))
                .returns(ATTRIBUTE_READ_ONLY, TEMPLATE_INCONSISTENT);
        key.has(Cka.LABEL, "named");
    }

    @Requirement(
            id = "attribute.set.unknown",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"4.1.2", "4.1.1"},
            rule = "An attribute that neither the standard nor the vendor defines has an invalid type")
    void unknownAttributes() {
        Item data = userSession().item(Samples.data("named"));
        data.changing(Draft.of().with(0x7FFF_FF00L, new byte[] {1})).returns(ATTRIBUTE_TYPE_INVALID);
    }

    @Requirement(
            id = "attribute.set.invalid-value",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"4.1.2", "4.1.1"},
            rule = "A value that an attribute cannot have is refused")
    void invalidValues() {
        Item key = userSession().item(Samples.aes());
        key.changing(Draft.of().with(Cka.DERIVE, new byte[] {1, 2, 3})).returns(ATTRIBUTE_VALUE_INVALID);
    }

    @Requirement(
            id = "attribute.set.null-template",
            functions = SET_ATTRIBUTE_VALUE,
            section = "5.1.6",
            rule = "NULL_PTR with a count is no template")
    void nullIsNoTemplate() {
        Session session = userSession();
        long data = session.create(Samples.data("named"));
        expect(new SetAttributeValue(session.handle(), data, Template.nullOf(1)))
                .returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "attribute.set.no-object",
            functions = SET_ATTRIBUTE_VALUE,
            section = {"5.7.6", "5.1.6"},
            rule = "Where there is no object there is nothing to change")
    void needsAnObject() {
        Session session = userSession();
        session.item(0).changing(RENAMED).returns(OBJECT_HANDLE_INVALID);
        session.item(0x7FFF_FFF0L).changing(RENAMED).returns(OBJECT_HANDLE_INVALID);
    }

    /// Attributes of an AES key that C_SetAttributeValue cannot change.
    enum Fixed {
        CLASS(Attribute.of(Cka.CLASS, Cko.DATA)),
        KEY_TYPE(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET)),
        VALUE(Attribute.of(Cka.VALUE, new byte[16])),
        VALUE_LEN(Attribute.of(Cka.VALUE_LEN, 32)),
        TOKEN(Attribute.of(Cka.TOKEN, true)),
        PRIVATE(Attribute.of(Cka.PRIVATE, false)),
        MODIFIABLE(Attribute.of(Cka.MODIFIABLE, false)),
        LOCAL(Attribute.of(Cka.LOCAL, true)),
        KEY_GEN_MECHANISM(Attribute.of(Cka.KEY_GEN_MECHANISM, Ckm.AES_KEY_GEN)),
        ALWAYS_SENSITIVE(Attribute.of(Cka.ALWAYS_SENSITIVE, true)),
        NEVER_EXTRACTABLE(Attribute.of(Cka.NEVER_EXTRACTABLE, true));

        private final Attribute change;

        Fixed(Attribute change) {
            this.change = change;
        }

        Attribute change() {
            return change;
        }

        @Override
        public String toString() {
            return "CKA_" + name();
        }
    }
}
