package dev.tokki.conformance.suite.object;

import static dev.tokki.api.Function.FIND_OBJECTS;
import static dev.tokki.api.Function.FIND_OBJECTS_FINAL;
import static dev.tokki.api.Function.FIND_OBJECTS_INIT;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_TYPE_INVALID;
import static dev.tokki.api.constant.Ckr.OK;
import static dev.tokki.api.constant.Ckr.OPERATION_ACTIVE;
import static dev.tokki.api.constant.Ckr.OPERATION_NOT_INITIALIZED;

import dev.tokki.api.Fill;
import dev.tokki.api.Out;
import dev.tokki.api.Template;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.call.Objects.FindObjectsFinal;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import java.util.ArrayList;
import java.util.List;

/// Searching for objects, sections 5.7.7 to 5.7.9.
@Chapter(id = "find", title = "Finding objects", section = "5.7.7")
public record FindTests(Bench bench) implements Suite {
    @Requirement(
            id = "find.all",
            functions = {FIND_OBJECTS_INIT, FIND_OBJECTS},
            section = "5.7.7",
            rule = "An empty template, or NULL_PTR with count 0, finds all objects")
    void everything() {
        Session session = userSession();
        long data = session.create(Samples.data("one"));
        long key = session.create(Samples.aes());
        List<Long> all = session.find(Draft.of());
        check("objects found", "the two among them", all.contains(data) && all.contains(key), all);
        expect(new FindObjectsInit(session.handle(), Template.NULL)).succeeds();
        check(
                "objects found with NULL_PTR",
                (long) all.size(),
                next(session, 100).count());
    }

    @Requirement(
            id = "find.by-attribute",
            functions = {FIND_OBJECTS_INIT, FIND_OBJECTS},
            section = "5.7.7",
            rule = "An object is found by each attribute that it was created with: {0}")
    void byEachAttribute(Sample sample) {
        Session session = userSession();
        Draft draft = sample.readable().with(Cka.LABEL, "the one");
        long object = session.create(draft);
        each(draft.attributes(), attribute -> {
            List<Long> found = session.find(Draft.of(attribute));
            check("objects found by " + attribute, "it among them", found.contains(object), found);
        });
    }

    @Requirement(
            id = "find.exact",
            functions = {FIND_OBJECTS_INIT, FIND_OBJECTS},
            section = "5.7.7",
            rule = "A value matches byte for byte: not its beginning, not in other case, not the empty value")
    void byteForByte() {
        Session session = userSession();
        long data = session.create(Samples.data("label"));
        check("found by the label", List.of(data), session.find(label("label")));
        each(
                List.of("labe", "label ", "Label", "abel", ""),
                other -> check("found by '" + other + "'", List.of(), session.find(label(other))));
    }

    @Requirement(
            id = "find.all-attributes",
            functions = {FIND_OBJECTS_INIT, FIND_OBJECTS},
            section = "5.7.7",
            rule = "Only objects that match all attributes of the template are found")
    void allMustMatch() {
        Session session = userSession();
        session.create(Samples.data("same"));
        long key = session.create(Samples.aes().with(Cka.LABEL, "same"));
        check(
                "found by label and class",
                List.of(key),
                session.find(label("same").with(Cka.CLASS, Cko.SECRET_KEY)));
        check(
                "found by label and another class",
                List.of(),
                session.find(label("same").with(Cka.CLASS, Cko.PUBLIC_KEY)));
    }

    @Requirement(
            id = "find.nothing",
            functions = {FIND_OBJECTS_INIT, FIND_OBJECTS},
            section = "5.7.8",
            rule = "A search that matches nothing gives 0 handles")
    void nothing() {
        check("objects found", List.of(), userSession().find(label("there is none")));
    }

    @Requirement(
            id = "find.in-pieces",
            functions = FIND_OBJECTS,
            section = "5.7.8",
            rule = "Handles come in pieces as large as asked for, each once, and then no more")
    void inPieces() {
        Session session = userSession();
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(session.create(Samples.data("one of five")));
        }
        expect(new FindObjectsInit(session.handle(), label("one of five").template()))
                .succeeds();
        List<Long> found = new ArrayList<>();
        for (long expected : new long[] {2, 2, 1, 0, 0}) {
            ULongs piece = next(session, 2);
            check("handles in a piece", expected, piece.count());
            piece.stream().forEach(found::add);
        }
        check(
                "handles",
                made.stream().sorted().toList(),
                found.stream().sorted().toList());
    }

    @Requirement(
            id = "find.twice",
            functions = FIND_OBJECTS_INIT,
            section = "5.7.7",
            rule = "A session has one search at a time")
    void oneAtATime() {
        Session session = userSession();
        expect(new FindObjectsInit(session.handle(), Template.of())).succeeds();
        expect(new FindObjectsInit(session.handle(), Template.of())).returns(OPERATION_ACTIVE);
        expect(new FindObjectsFinal(session.handle())).succeeds();
        expect(new FindObjectsInit(session.handle(), Template.of())).succeeds();
    }

    @Requirement(
            id = "find.sessions-apart",
            functions = FIND_OBJECTS,
            section = "5.7.7",
            rule = "Searches of two sessions do not disturb each other")
    void sessionsAreApart() {
        Session first = userSession();
        Session second = session();
        first.create(Samples.data("one"));
        first.create(Samples.data("two"));
        expect(new FindObjectsInit(first.handle(), label("one").template())).succeeds();
        expect(new FindObjectsInit(second.handle(), label("two").template())).succeeds();
        expect(new FindObjectsFinal(second.handle())).succeeds();
        check("objects found by the first", 1L, next(first, 10).count());
    }

    @Requirement(
            id = "find.not-begun",
            functions = {FIND_OBJECTS, FIND_OBJECTS_FINAL},
            section = {"5.7.8", "5.7.9"},
            rule = "A search must have begun to go on or to end")
    void mustHaveBegun() {
        Session session = userSession();
        expect(new FindObjects(session.handle(), Fill.of(10))).returns(OPERATION_NOT_INITIALIZED);
        expect(new FindObjectsFinal(session.handle())).returns(OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "find.ended",
            functions = {FIND_OBJECTS, FIND_OBJECTS_FINAL},
            section = "5.7.9",
            rule = "A search that was ended is over")
    void endsWithFinal() {
        Session session = userSession();
        expect(new FindObjectsInit(session.handle(), Template.of())).succeeds();
        expect(new FindObjectsFinal(session.handle())).succeeds();
        expect(new FindObjects(session.handle(), Fill.of(10))).returns(OPERATION_NOT_INITIALIZED);
        expect(new FindObjectsFinal(session.handle())).returns(OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "find.null-template",
            functions = FIND_OBJECTS_INIT,
            section = "5.1.6",
            rule = "NULL_PTR with a count is no template, and no search begins")
    void nullIsNoTemplate() {
        Session session = userSession();
        expect(new FindObjectsInit(session.handle(), Template.nullOf(1))).returns(ARGUMENTS_BAD);
        expect(new FindObjects(session.handle(), Fill.of(1))).returns(OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "find.null-handles",
            functions = FIND_OBJECTS,
            section = {"5.7.8", "5.1.6"},
            rule = "NULL_PTR is no place for handles")
    void needsAPlaceForHandles() {
        Session session = begun();
        expect(new FindObjects(session.handle(), Fill.nullOf(10))).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "find.null-count",
            functions = FIND_OBJECTS,
            section = {"5.7.8", "5.1.6"},
            rule = "NULL_PTR is no place for the number of handles")
    void needsAPlaceForTheCount() {
        Session session = begun();
        expect(new FindObjects(session.handle(), Fill.of(10), Out.nullPointer()))
                .returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "find.unknown-attribute",
            functions = FIND_OBJECTS_INIT,
            section = "5.7.7",
            rule = "An attribute that does not exist is refused, or matches nothing")
    void unknownAttributes() {
        Session session = userSession();
        session.create(Samples.data("one"));
        Draft unknown = Draft.of().with(0x7FFF_FF00L, new byte[] {1});
        var answer = expect(new FindObjectsInit(session.handle(), unknown.template()))
                .returns(OK, ATTRIBUTE_TYPE_INVALID);
        if (answer.rv().isOk()) {
            check("objects found", 0L, next(session, 10).count());
        }
    }

    @Requirement(
            id = "find.destroyed",
            functions = FIND_OBJECTS,
            section = "5.7.7",
            rule = "A search begun afterwards does not find what was destroyed, and finds what was created")
    void afterwards() {
        Session session = userSession();
        long first = session.create(Samples.data("one"));
        check("found at first", List.of(first), session.find(label("one")));
        session.item(first).destroy();
        long second = session.create(Samples.data("one"));
        check("found afterwards", List.of(second), session.find(label("one")));
    }

    private Session begun() {
        Session session = userSession();
        session.create(Samples.data("one"));
        bench().perform(new FindObjectsInit(session.handle(), Template.of()));
        return session;
    }

    private ULongs next(Session session, long most) {
        return expect(new FindObjects(session.handle(), Fill.of(most))).value();
    }

    private static Draft label(String text) {
        return Draft.of().with(Cka.LABEL, text);
    }
}
