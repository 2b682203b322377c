package dev.tokki.conformance.suite.object;

import static dev.tokki.api.Function.CREATE_OBJECT;
import static dev.tokki.api.Function.FINALIZE;
import static dev.tokki.api.Function.FIND_OBJECTS;
import static dev.tokki.api.Function.GET_ATTRIBUTE_VALUE;
import static dev.tokki.api.constant.Ckr.OBJECT_HANDLE_INVALID;

import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.constant.Cka;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;
import java.util.List;

/// Who sees which objects, and how long they live; sections 4.5, 5.6.2 and 5.7.7.
@Chapter(id = "visibility", title = "Visibility and lifetime of objects", section = "4.5")
public record VisibilityTests(Bench bench) implements Suite {
    private static final Draft BY_LABEL = Draft.of().with(Cka.LABEL, "seen");
    private static final Draft ON_TOKEN = Samples.aes().onToken().with(BY_LABEL);

    @Requirement(
            id = "visibility.private.public-session",
            functions = {FIND_OBJECTS, CREATE_OBJECT},
            section = {"4.5", "5.7.7"},
            rule = "A private token object is not found without a login, although asked for by name")
    void privateObjectsAreHiddenWithoutALogin() {
        Session session = userSession();
        session.create(ON_TOKEN.with(Cka.PRIVATE, true));
        session.logout();
        check("objects found", List.of(), session.find(BY_LABEL));
        check("private objects found", List.of(), session.find(BY_LABEL.with(Cka.PRIVATE, true)));
    }

    @Requirement(
            id = "visibility.private.so",
            functions = FIND_OBJECTS,
            section = {"4.5", "5.7.7"},
            rule = "The SO does not see private objects")
    void privateObjectsAreHiddenFromTheSo() {
        Session session = userSession();
        session.create(ON_TOKEN.with(Cka.PRIVATE, true));
        session.logout();
        requires(Permission.SO_LOGIN);
        session.login(User.SO);
        check("objects found", List.of(), session.find(BY_LABEL));
    }

    @Requirement(
            id = "visibility.public",
            functions = {FIND_OBJECTS, GET_ATTRIBUTE_VALUE},
            section = {"4.5", "5.7.7"},
            rule = "A public token object is found and read without a login")
    void publicObjectsAreSeenByAll() {
        Session session = userSession();
        session.create(ON_TOKEN.with(Cka.PRIVATE, false));
        session.logout();
        List<Long> found = session.find(BY_LABEL);
        check("objects found", 1, found.size());
        session.item(found.get(0)).has(Cka.LABEL, "seen");
    }

    @Requirement(
            id = "visibility.session-object.other-session",
            functions = FIND_OBJECTS,
            section = {"4.5", "5.6.2"},
            rule = "A session object is seen by every session of the application")
    void sessionObjectsAreTheApplications() {
        Item data = userSession().item(Samples.data("seen"));
        Session other = readOnlySession();
        check("objects found", List.of(data.handle()), other.find(BY_LABEL));
        data.in(other).has(Cka.LABEL, "seen");
    }

    @Requirement(
            id = "visibility.session-object.other-application",
            functions = FIND_OBJECTS,
            section = {"4.5", "5.6.2"},
            rule = "A session object is not seen by another application")
    void sessionObjectsAreNotOthers() {
        userSession().create(Samples.data("seen").with(Cka.PRIVATE, false));
        Session other = otherApplication().readWrite().login(User.USER);
        check("objects found", List.of(), other.find(BY_LABEL));
    }

    @Requirement(
            id = "visibility.token-object.other-application",
            functions = FIND_OBJECTS,
            section = "4.5",
            rule = "A token object is seen by another application, at once if it is logged in already")
    void tokenObjectsAreShared() {
        Session other = otherApplication().readOnly().login(User.USER);
        userSession().create(ON_TOKEN.with(Cka.PRIVATE, true));
        check("objects found", 1, other.find(BY_LABEL).size());
    }

    @Requirement(
            id = "visibility.token-object.private-other-application",
            functions = FIND_OBJECTS,
            section = {"4.5", "5.6.8"},
            rule = "A private token object is not seen by an application that is not logged in")
    void privateObjectsNeedALoginInEachApplication() {
        userSession().create(ON_TOKEN.with(Cka.PRIVATE, true));
        check("objects found", List.of(), otherApplication().readWrite().find(BY_LABEL));
    }

    @Requirement(
            id = "visibility.token-object.session-closed",
            functions = FIND_OBJECTS,
            section = {"4.5", "5.6.2"},
            rule = "A token object outlives the session that made it")
    void tokenObjectsOutliveSessions() {
        Session session = userSession();
        session.create(ON_TOKEN);
        session.close();
        check("objects found", 1, userSession().find(BY_LABEL).size());
    }

    @Requirement(
            id = "visibility.token-object.finalize",
            functions = {FINALIZE, FIND_OBJECTS},
            section = "4.5",
            rule = "A token object outlives the application, with its attributes")
    void tokenObjectsOutliveApplications() {
        userSession().create(ON_TOKEN.with(Cka.ID, new byte[] {1, 2, 3}).with(Cka.ENCRYPT, true));
        bench().perform(new Finalize());
        bench().initialize();
        Session later = bench().find().readOnly().login(User.USER);
        List<Long> found = later.find(BY_LABEL);
        check("objects found", 1, found.size());
        later.item(found.get(0)).has(Cka.ID, (byte) 1, (byte) 2, (byte) 3).has(Cka.ENCRYPT, true);
    }

    @Requirement(
            id = "visibility.token-object.destroyed-elsewhere",
            functions = GET_ATTRIBUTE_VALUE,
            section = {"5.7.3", "5.1.6"},
            rule = "The handle of a token object that another application destroyed is invalid")
    void destroyedElsewhere() {
        Item key = userSession().item(ON_TOKEN);
        Session other = otherApplication().readWrite().login(User.USER);
        other.item(other.find(BY_LABEL).get(0)).destroy();
        key.reading(Cka.LABEL).returns(OBJECT_HANDLE_INVALID);
    }
}
