package dev.tokki.conformance.suite.object;

import static dev.tokki.api.Function.COPY_OBJECT;
import static dev.tokki.api.constant.Ckr.ACTION_PROHIBITED;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_READ_ONLY;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_TYPE_INVALID;
import static dev.tokki.api.constant.Ckr.OBJECT_HANDLE_INVALID;
import static dev.tokki.api.constant.Ckr.SESSION_READ_ONLY;
import static dev.tokki.api.constant.Ckr.TEMPLATE_INCONSISTENT;
import static dev.tokki.api.constant.Ckr.USER_NOT_LOGGED_IN;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.Template;
import dev.tokki.api.call.Objects.CopyObject;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
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

/// Copying objects, sections 5.7.2 and 4.1.3.
@Chapter(id = "object", title = "Objects", section = "5.7")
public record CopyTests(Bench bench) implements Suite {
    private static final Draft SAME = Draft.of();

    @Requirement(
            id = "object.copy.same",
            functions = COPY_OBJECT,
            section = "5.7.2",
            rule = "A copy has a handle of its own and the attributes of the original: {0}")
    void aCopyIsLikeTheOriginal(Sample sample) {
        Session session = userSession();
        Draft draft = sample.readable().with(Cka.LABEL, "original");
        Item original = session.item(draft);
        Item copy = session.item(
                original.copying(Draft.of().with(Cka.LABEL, "copy")).value());
        check("handle of the copy", "another one", copy.handle() != original.handle(), copy.handle());
        each(draft.without(Cka.LABEL).attributes(), given -> copy.has(given.type(), given.value()));
        copy.has(Cka.LABEL, "copy");
        original.has(Cka.LABEL, "original");
    }

    @Requirement(
            id = "object.copy.null-template",
            functions = COPY_OBJECT,
            section = "5.7.2",
            rule = "NULL_PTR with a count of 0 asks for a copy without changes")
    void aCopyWithoutATemplate() {
        Session session = userSession();
        Item original = session.item(Samples.data("original"));
        long copy = expect(new CopyObject(session.handle(), original.handle(), Template.NULL))
                .value();
        session.item(copy).has(Cka.LABEL, "original");
    }

    @Requirement(
            id = "object.copy.null-template-with-count",
            functions = COPY_OBJECT,
            section = "5.1.6",
            rule = "NULL_PTR with another count is no template")
    void nullIsNoTemplate() {
        Session session = userSession();
        long original = session.create(Samples.data("original"));
        expect(new CopyObject(session.handle(), original, Template.nullOf(2))).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "object.copy.null-handle",
            functions = COPY_OBJECT,
            section = {"5.7.2", "5.1.6"},
            rule = "NULL_PTR is no place for the handle")
    void needsAPlaceForTheHandle() {
        Session session = userSession();
        long original = session.create(Samples.data("original"));
        expect(new CopyObject(session.handle(), original, Template.of(), Out.nullPointer()))
                .returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "object.copy.no-object",
            functions = COPY_OBJECT,
            section = {"5.7.2", "5.1.6"},
            rule = "Where there is no object there is nothing to copy")
    void needsAnObject() {
        Session session = userSession();
        Item destroyed = session.item(Samples.data("gone"));
        destroyed.destroy();
        destroyed.copying(SAME).returns(OBJECT_HANDLE_INVALID);
        session.item(0).copying(SAME).returns(OBJECT_HANDLE_INVALID);
    }

    @Requirement(
            id = "object.copy.independent",
            functions = COPY_OBJECT,
            section = "5.7.2",
            rule = "A copy is an object of its own: it outlives the original")
    void aCopyOutlivesTheOriginal() {
        Session session = userSession();
        Item original = session.item(Samples.data("original"));
        Item copy = original.copy(SAME);
        original.destroy();
        copy.has(Cka.LABEL, "original");
    }

    @Requirement(
            id = "object.copy.to-token",
            functions = COPY_OBJECT,
            section = {"5.7.2", "4.1.3"},
            rule = "A session object can be copied to the token")
    void fromASessionToTheToken() {
        Session session = userSession();
        Item key = session.item(Samples.aes());
        session.create(Samples.aes().onToken()); // to know that keys can be on the token at all
        session.item(key.copying(Draft.of().onToken()).value()).has(Cka.TOKEN, true);
        key.has(Cka.TOKEN, false);
    }

    @Requirement(
            id = "object.copy.to-token-read-only",
            functions = COPY_OBJECT,
            section = "5.7.2",
            rule = "A read-only session copies nothing to the token")
    void notToTheTokenInAReadOnlySession() {
        userSession();
        Session session = readOnlySession();
        session.item(Samples.aes()).copying(Draft.of().onToken()).returns(SESSION_READ_ONLY);
    }

    @Requirement(
            id = "object.copy.to-private",
            functions = COPY_OBJECT,
            section = {"5.7.2", "4.1.3"},
            rule = "A public object becomes private by copying, if the user is logged in, and not otherwise")
    void fromPublicToPrivate() {
        Draft toPrivate = Draft.of().with(Cka.PRIVATE, true);
        Draft data = Samples.data("open").with(Cka.PRIVATE, false);
        Session session = session();
        session.item(data).copying(toPrivate).returns(USER_NOT_LOGGED_IN);
        session.login(User.USER);
        session.item(session.item(data).copying(toPrivate).value()).has(Cka.PRIVATE, true);
    }

    @Requirement(
            id = "object.copy.prohibited",
            functions = COPY_OBJECT,
            section = {"5.7.2", "4.5"},
            rule = "An object with CKA_COPYABLE CK_FALSE is not copied")
    void notIfItIsNotCopyable() {
        Item unique = userSession().item(Samples.data("unique").with(Cka.COPYABLE, false));
        unique.copying(SAME).returns(ACTION_PROHIBITED);
    }

    @Requirement(
            id = "object.copy.uncopyable",
            functions = COPY_OBJECT,
            section = {"4.1.3", "4.5"},
            rule = "A copy can be made that cannot be copied, changed or destroyed itself")
    void theLastCopy() {
        Item original = userSession().item(Samples.data("original"));
        Item last = original.copy(Draft.of().with(Cka.MODIFIABLE, false).with(Cka.DESTROYABLE, false));
        last.changing(Draft.of().with(Cka.LABEL, "changed")).returns(ACTION_PROHIBITED);
        last.destroying().returns(ACTION_PROHIBITED);
        original.changing(Draft.of().with(Cka.LABEL, "changed")).succeeds();
    }

    @Requirement(
            id = "object.copy.guard",
            functions = COPY_OBJECT,
            section = {"5.7.2", "4.1.3"},
            rule = "A copy of a key may be guarded more: sensitive, or not extractable any longer")
    void aCopyMayBeGuardedMore() {
        Item key = userSession().item(readableKey());
        key.copy(Draft.of().with(Cka.SENSITIVE, true)).has(Cka.SENSITIVE, true).has(Cka.ALWAYS_SENSITIVE, false);
        key.copy(Draft.of().with(Cka.EXTRACTABLE, false))
                .has(Cka.EXTRACTABLE, false)
                .has(Cka.NEVER_EXTRACTABLE, false);
    }

    @Requirement(
            id = "object.copy.expose",
            functions = COPY_OBJECT,
            section = {"5.7.2", "4.2"},
            rule = "A copy of a key is never guarded less")
    void aCopyIsNeverGuardedLess() {
        Item key = userSession().item(Samples.aes().with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, false));
        key.copying(Draft.of().with(Cka.SENSITIVE, false)).returns(ATTRIBUTE_READ_ONLY, TEMPLATE_INCONSISTENT);
        key.copying(Draft.of().with(Cka.EXTRACTABLE, true)).returns(ATTRIBUTE_READ_ONLY, TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "object.copy.fixed",
            functions = COPY_OBJECT,
            section = {"4.1.3", "4.2"},
            rule = "What cannot be modified cannot be changed by copying: class, key type, value")
    void whatIsFixedStays() {
        Item key = userSession().item(readableKey());
        Draft changes = Draft.of()
                .with(Cka.CLASS, Cko.DATA)
                .with(Cka.KEY_TYPE, Ckk.GENERIC_SECRET)
                .with(Cka.VALUE, new byte[16]);
        each(
                changes.attributes(),
                change -> key.copying(Draft.of(change)).returns(ATTRIBUTE_READ_ONLY, TEMPLATE_INCONSISTENT));
    }

    @Requirement(
            id = "object.copy.history",
            functions = COPY_OBJECT,
            section = {"4.9.2", "5.7.2"},
            rule = "The copy of a key generated on the token is local too, and has its history")
    void historyIsCopied() {
        requires(Ckm.AES_KEY_GEN, Ckf.GENERATE);
        Session session = userSession();
        Draft guarded =
                Draft.of().with(Cka.VALUE_LEN, 16).with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, false);
        Item key = session.item(session.generate(Mechanism.of(Ckm.AES_KEY_GEN), guarded));
        key.copy(SAME)
                .has(Cka.LOCAL, true)
                .has(Cka.KEY_GEN_MECHANISM, Ckm.AES_KEY_GEN)
                .has(Cka.ALWAYS_SENSITIVE, true)
                .has(Cka.NEVER_EXTRACTABLE, true);
    }

    @Requirement(
            id = "object.copy.foreign-attribute",
            functions = COPY_OBJECT,
            section = {"4.1.3", "4.1.1"},
            rule = "A copy cannot get an attribute that its kind of object does not have")
    void refusesAttributesOfOtherKinds() {
        Item data = userSession().item(Samples.data("original"));
        data.copying(Draft.of(Attribute.of(Cka.MODULUS_BITS, 2048)))
                .returns(TEMPLATE_INCONSISTENT, ATTRIBUTE_TYPE_INVALID, ATTRIBUTE_READ_ONLY);
    }

    private static Draft readableKey() {
        return Samples.aes().with(Cka.SENSITIVE, false).with(Cka.EXTRACTABLE, true);
    }
}
