package dev.tokki.conformance.suite.object;

import static dev.tokki.api.Function.CREATE_OBJECT;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_READ_ONLY;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_TYPE_INVALID;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_VALUE_INVALID;
import static dev.tokki.api.constant.Ckr.OK;
import static dev.tokki.api.constant.Ckr.SESSION_READ_ONLY;
import static dev.tokki.api.constant.Ckr.TEMPLATE_INCOMPLETE;
import static dev.tokki.api.constant.Ckr.TEMPLATE_INCONSISTENT;
import static dev.tokki.api.constant.Ckr.USER_NOT_LOGGED_IN;

import dev.tokki.api.Attribute;
import dev.tokki.api.Out;
import dev.tokki.api.Template;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import java.util.List;

/// Creating objects, sections 5.7.1 and 4.1.1.
@Chapter(id = "object", title = "Objects", section = "5.7")
public record CreateTests(Bench bench) implements Suite {
    @Requirement(
            id = "object.create.as-given",
            functions = CREATE_OBJECT,
            section = {"5.7.1", "4.1.1"},
            rule = "An object has the attributes it was created with: {0}")
    void hasWhatItWasGiven(Sample sample) {
        Session session = userSession();
        Draft draft = sample.readable();
        long handle = session.creating(draft).value();
        check("handle", "not 0", handle != 0, handle);
        Item object = session.item(handle);
        each(draft.attributes(), attribute -> object.has(attribute.type(), attribute.value()));
    }

    @Requirement(
            id = "object.create.required",
            functions = CREATE_OBJECT,
            section = {"4.1.1", "4.2"},
            rule = "Without an attribute that must be given, a template is incomplete: {0}")
    void needsWhatIsRequired(Sample sample) {
        Session session = userSession();
        session.create(sample.draft());
        each(
                sample.required(),
                type -> session.creating(sample.draft().without(type)).returns(TEMPLATE_INCOMPLETE));
    }

    @Requirement(
            id = "object.create.class",
            functions = CREATE_OBJECT,
            section = {"4.1.1", "4.2.1"},
            rule = "Without a class a template is incomplete")
    void needsAClass() {
        userSession().creating(Samples.data("no class").without(Cka.CLASS)).returns(TEMPLATE_INCOMPLETE);
    }

    @Requirement(
            id = "object.create.empty",
            functions = CREATE_OBJECT,
            section = {"4.1.1", "5.1.6"},
            rule = "A template of nothing is incomplete")
    void needsATemplate() {
        Session session = userSession();
        expect(new CreateObject(session.handle(), Template.NULL)).returns(TEMPLATE_INCOMPLETE, ARGUMENTS_BAD);
        expect(new CreateObject(session.handle(), Template.of())).returns(TEMPLATE_INCOMPLETE, ARGUMENTS_BAD);
    }

    @Requirement(
            id = "object.create.null-template",
            functions = CREATE_OBJECT,
            section = "5.1.6",
            rule = "NULL_PTR with a count is no template")
    void nullIsNoTemplate() {
        expect(new CreateObject(userSession().handle(), Template.nullOf(3))).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "object.create.null-handle",
            functions = CREATE_OBJECT,
            section = {"5.7.1", "5.1.6"},
            rule = "NULL_PTR is no place for the handle, and no object is made")
    void needsAPlaceForTheHandle() {
        Session session = userSession();
        Draft data = Samples.data("nowhere");
        expect(new CreateObject(session.handle(), data.template(), Out.nullPointer()))
                .returns(ARGUMENTS_BAD);
        check("objects found", List.of(), session.find(data));
    }

    @Requirement(
            id = "object.create.forbidden",
            functions = CREATE_OBJECT,
            section = {"4.1.1", "4.2"},
            rule = "{0} must not be given when an object is created")
    void refusesWhatIsTheTokens(Forbidden attribute) {
        Session session = userSession();
        session.create(attribute.sample().draft());
        session.creating(attribute.draft())
                .returns(ATTRIBUTE_READ_ONLY, ATTRIBUTE_TYPE_INVALID, ATTRIBUTE_VALUE_INVALID, TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "object.create.unknown-attribute",
            functions = CREATE_OBJECT,
            section = "4.1.1",
            rule = "An attribute that neither the standard nor the vendor defines has an invalid type")
    void refusesUnknownAttributes() {
        Draft data = Samples.data("strange").with(0x7FFF_FF00L, new byte[] {1});
        userSession().creating(data).returns(ATTRIBUTE_TYPE_INVALID);
    }

    @Requirement(
            id = "object.create.invalid-value",
            functions = CREATE_OBJECT,
            section = {"4.1.1", "5.1.8"},
            rule = "A value that an attribute cannot have is refused: {0}")
    void refusesInvalidValues(Unfit unfit) {
        Session session = userSession();
        session.create(unfit.sample().draft());
        session.creating(unfit.draft()).returns(ATTRIBUTE_VALUE_INVALID, TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "object.create.null-value",
            functions = CREATE_OBJECT,
            section = {"4.1.1", "5.1.6"},
            rule = "A value of NULL_PTR with a length is refused")
    void refusesNullValues() {
        Attribute nothing = Attribute.nullPointer(Cka.VALUE, 16);
        Draft data = Samples.data("null").with(nothing.type(), nothing.value());
        userSession().creating(data).returns(ATTRIBUTE_VALUE_INVALID, ARGUMENTS_BAD, TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "object.create.foreign-attribute",
            functions = CREATE_OBJECT,
            section = "4.1.1",
            rule = "An attribute of another kind of key makes a template inconsistent")
    void refusesAttributesOfOtherKinds() {
        Session session = userSession();
        session.create(Samples.aes());
        session.creating(Samples.aes().with(Cka.MODULUS, new byte[128]))
                .returns(TEMPLATE_INCONSISTENT, ATTRIBUTE_TYPE_INVALID);
    }

    @Requirement(
            id = "object.create.contradiction",
            functions = CREATE_OBJECT,
            section = "4.1.1",
            rule = "Two different values for one attribute make a template inconsistent")
    void refusesContradictions() {
        Draft twice = Samples.data("one").with(Draft.of(Attribute.of(Cka.LABEL, "two")));
        userSession().creating(twice).returns(TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "object.create.repetition",
            functions = CREATE_OBJECT,
            section = "4.1.1",
            rule = "The same value twice for one attribute counts once, or makes a template inconsistent")
    void repetitionsCountOnce() {
        Session session = userSession();
        Draft twice = Samples.data("one").with(Draft.of(Attribute.of(Cka.LABEL, "one")));
        var answer = session.creating(twice).returns(OK, TEMPLATE_INCONSISTENT);
        if (answer.rv().isOk()) {
            session.item(answer.value()).has(Cka.LABEL, "one");
        }
    }

    @Requirement(
            id = "object.create.read-only-session",
            functions = CREATE_OBJECT,
            section = "5.7.1",
            rule = "A read-only session creates session objects only")
    void readOnlySessionsCreateNothingOnTheToken() {
        userSession();
        Session session = readOnlySession();
        session.creating(Samples.aes()).succeeds();
        session.creating(Samples.aes().onToken()).returns(SESSION_READ_ONLY);
    }

    @Requirement(
            id = "object.create.private-public-session",
            functions = CREATE_OBJECT,
            section = "5.7.1",
            rule = "Private objects can be created only while the user is logged in")
    void privateObjectsNeedTheUser() {
        session().creating(Samples.data("private").with(Cka.PRIVATE, true)).returns(USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "object.create.private-so-session",
            functions = CREATE_OBJECT,
            section = "5.7.1",
            rule = "The SO cannot create private objects")
    void theSoCreatesNoPrivateObjects() {
        soSession().creating(Samples.data("private").with(Cka.PRIVATE, true)).returns(USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "object.create.public",
            functions = CREATE_OBJECT,
            section = "5.7.1",
            rule = "Public objects can be created without a login")
    void publicObjectsNeedNoLogin() {
        session().creating(Samples.data("public").with(Cka.PRIVATE, false)).succeeds();
    }

    @Requirement(
            id = "object.create.nothing-on-failure",
            functions = CREATE_OBJECT,
            section = {"5.7.1", "5"},
            rule = "A creation that fails leaves no object")
    void failuresLeaveNothing() {
        Session session = userSession();
        Draft label = Draft.of().with(Cka.LABEL, "half");
        session.creating(Samples.rsaPublic().with(Cka.LABEL, "half").without(Cka.MODULUS))
                .fails();
        session.creating(Samples.aes().with(Cka.LABEL, "half").with(Cka.VALUE, new byte[17]))
                .fails();
        check("objects found", List.of(), session.find(label));
    }

    @Requirement(
            id = "object.create.built-in",
            functions = CREATE_OBJECT,
            section = {"4.1.1", "4.4", "4.15", "4.16"},
            rule = "Hardware features, mechanisms and profiles are built in: they cannot be created")
    void builtInObjectsCannotBeCreated() {
        Session session = userSession();
        each(
                List.of(Cko.HW_FEATURE, Cko.MECHANISM, Cko.PROFILE),
                objectClass -> session.creating(Draft.of().with(Cka.CLASS, objectClass))
                        .fails());
    }

    @Requirement(
            id = "object.create.trusted-by-user",
            functions = CREATE_OBJECT,
            section = {"4.2", "4.7.2"},
            rule = "Only the SO can set CKA_TRUSTED: the user cannot create a trusted certificate")
    void theUserCreatesNothingTrusted() {
        Session session = userSession();
        session.create(Samples.certificate());
        session.creating(Samples.certificate().with(Cka.TRUSTED, true)).fails();
    }

    @Requirement(
            id = "object.create.trusted-by-so",
            functions = CREATE_OBJECT,
            section = {"4.2", "4.7.2"},
            rule = "The SO can create a trusted certificate")
    void theSoCreatesTrustedCertificates() {
        Session session = soSession();
        Draft trusted = Samples.certificate().with(Cka.TRUSTED, true).with(Cka.PRIVATE, false);
        session.item(session.creating(trusted).value()).has(Cka.TRUSTED, true);
    }
}
