package dev.tokki.conformance.suite.object;

import static dev.tokki.api.Function.DESTROY_OBJECT;
import static dev.tokki.api.Function.GET_OBJECT_SIZE;
import static dev.tokki.api.constant.Ckr.ACTION_PROHIBITED;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.INFORMATION_SENSITIVE;
import static dev.tokki.api.constant.Ckr.OBJECT_HANDLE_INVALID;
import static dev.tokki.api.constant.Ckr.OK;
import static dev.tokki.api.constant.Ckr.SESSION_READ_ONLY;

import dev.tokki.api.Out;
import dev.tokki.api.call.Objects.GetObjectSize;
import dev.tokki.api.constant.Cka;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;
import java.util.List;

/// Destroying objects and asking for their size, sections 5.7.3 and 5.7.4.
@Chapter(id = "object", title = "Objects", section = "5.7")
public record DestroyTests(Bench bench) implements Suite {
    @Requirement(
            id = "object.destroy.gone",
            functions = DESTROY_OBJECT,
            section = "5.7.3",
            rule = "A destroyed object is found no longer and its handle is invalid: {0}")
    void aDestroyedObjectIsGone(Sample sample) {
        Session session = userSession();
        Item object = session.item(sample.draft().with(Cka.LABEL, "to go"));
        object.destroying().succeeds();
        object.reading(Cka.CLASS).returns(OBJECT_HANDLE_INVALID);
        check("objects found", List.of(), session.find(Draft.of().with(Cka.LABEL, "to go")));
    }

    @Requirement(
            id = "object.destroy.token-object",
            functions = DESTROY_OBJECT,
            section = "5.7.3",
            rule = "A destroyed token object is gone for other sessions and applications too")
    void aDestroyedTokenObjectIsGoneForAll() {
        Session session = userSession();
        Draft label = Draft.of().with(Cka.LABEL, "to go");
        Item key = session.item(Samples.aes().onToken().with(label));
        Session other = otherApplication().readOnly().login(User.USER);
        check("found by another application before", 1, other.find(label).size());
        key.destroying().succeeds();
        check("found by another session", List.of(), session().find(label));
        check("found by another application", List.of(), other.find(label));
    }

    @Requirement(
            id = "object.destroy.other-session",
            functions = DESTROY_OBJECT,
            section = "5.7.3",
            rule = "Any session of the application can destroy a session object")
    void anySessionMayDestroy() {
        Item data = userSession().item(Samples.data("to go"));
        data.in(session()).destroying().succeeds();
        data.reading(Cka.CLASS).returns(OBJECT_HANDLE_INVALID);
    }

    @Requirement(
            id = "object.destroy.nothing",
            functions = DESTROY_OBJECT,
            section = {"5.7.3", "5.1.6"},
            rule = "What is not there cannot be destroyed")
    void nothingToDestroy() {
        Session session = userSession();
        Item data = session.item(Samples.data("to go"));
        data.destroy();
        data.destroying().returns(OBJECT_HANDLE_INVALID);
        session.item(0).destroying().returns(OBJECT_HANDLE_INVALID);
        session.item(0x7FFF_FFF0L).destroying().returns(OBJECT_HANDLE_INVALID);
    }

    @Requirement(
            id = "object.destroy.prohibited",
            functions = DESTROY_OBJECT,
            section = {"5.7.3", "4.5"},
            rule = "An object with CKA_DESTROYABLE CK_FALSE stays")
    void notIfItIsNotDestroyable() {
        Item data = userSession().item(Samples.data("to stay").with(Cka.DESTROYABLE, false));
        data.destroying().returns(ACTION_PROHIBITED);
        data.has(Cka.LABEL, "to stay");
    }

    @Requirement(
            id = "object.destroy.read-only-session",
            functions = DESTROY_OBJECT,
            section = "5.7.3",
            rule = "A read-only session destroys session objects only")
    void readOnlySessionsDestroyNothingOnTheToken() {
        Item key = userSession().item(Samples.aes().onToken().with(Cka.LABEL, "to stay"));
        Session readOnly = readOnlySession();
        key.in(readOnly).destroying().returns(SESSION_READ_ONLY);
        key.has(Cka.LABEL, "to stay");
        readOnly.item(Samples.data("to go")).destroying().succeeds();
    }

    @Requirement(
            id = "object.size.some",
            functions = GET_OBJECT_SIZE,
            section = "5.7.4",
            rule = "An object has a size, or the token does not tell it")
    void objectsHaveASize() {
        Item data = userSession().item(Samples.data("sized").with(Cka.VALUE, new byte[100]));
        var answer = data.sizing().returns(OK, INFORMATION_SENSITIVE);
        if (answer.rv().isOk()) {
            check("size", "greater than 0", answer.value() != 0, answer.value());
        }
    }

    @Requirement(
            id = "object.size.nothing",
            functions = GET_OBJECT_SIZE,
            section = {"5.7.4", "5.1.6"},
            rule = "What is not there has no size")
    void nothingHasNoSize() {
        Session session = userSession();
        Item data = session.item(Samples.data("to go"));
        data.destroy();
        data.sizing().returns(OBJECT_HANDLE_INVALID);
        session.item(0).sizing().returns(OBJECT_HANDLE_INVALID);
    }

    @Requirement(
            id = "object.size.null-pointer",
            functions = GET_OBJECT_SIZE,
            section = {"5.7.4", "5.1.6"},
            rule = "NULL_PTR is no place for the size")
    void sizeNeedsAPlace() {
        Session session = userSession();
        long data = session.create(Samples.data("sized"));
        expect(new GetObjectSize(session.handle(), data, Out.nullPointer())).returns(ARGUMENTS_BAD);
    }
}
