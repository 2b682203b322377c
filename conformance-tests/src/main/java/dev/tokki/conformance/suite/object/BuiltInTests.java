package dev.tokki.conformance.suite.object;

import static dev.tokki.api.Function.COPY_OBJECT;
import static dev.tokki.api.Function.DESTROY_OBJECT;
import static dev.tokki.api.Function.FIND_OBJECTS_INIT;
import static dev.tokki.api.Function.GET_ATTRIBUTE_VALUE;
import static dev.tokki.api.Function.GET_MECHANISM_LIST;
import static dev.tokki.api.Function.GET_TOKEN_INFO;
import static dev.tokki.api.Function.SET_ATTRIBUTE_VALUE;
import static dev.tokki.api.constant.Ckr.ACTION_PROHIBITED;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_READ_ONLY;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckh;
import dev.tokki.api.constant.Cko;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import java.math.BigInteger;
import java.util.List;

/// Objects that are part of a token: hardware features, mechanisms and profiles (sections 4.4, 4.15 and 4.16).
@Chapter(id = "built-in", title = "Built-in objects", section = "4.4")
public record BuiltInTests(Bench bench) implements Suite {
    private static final List<Long> CLASSES = List.of(Cko.HW_FEATURE, Cko.MECHANISM, Cko.PROFILE, Cko.VALIDATION);

    @Requirement(
            id = "built-in.counter",
            functions = {FIND_OBJECTS_INIT, GET_ATTRIBUTE_VALUE},
            section = "4.4.4.2",
            rule = "A monotonic counter increases each time its value is read")
    void aCounterIncreases() {
        Item counter = feature(session(), Ckh.MONOTONIC_COUNTER, "a monotonic counter");
        BigInteger last = new BigInteger(1, counter.bytes(Cka.VALUE));
        for (int read = 0; read < 5; read++) {
            BigInteger next = new BigInteger(1, counter.bytes(Cka.VALUE));
            check("CKA_VALUE", "above " + last, next.compareTo(last) > 0, next);
            last = next;
        }
    }

    @Requirement(
            id = "built-in.counter.read-only",
            functions = SET_ATTRIBUTE_VALUE,
            section = "4.4.4.2",
            rule = "The value of a monotonic counter may not be set by the client")
    void aCounterIsNotSet() {
        feature(userSession(), Ckh.MONOTONIC_COUNTER, "a monotonic counter")
                .changing(Draft.of().with(Cka.VALUE, new byte[8]))
                .returns(ATTRIBUTE_READ_ONLY, ACTION_PROHIBITED);
    }

    @Requirement(
            id = "built-in.clock",
            functions = {GET_TOKEN_INFO, GET_ATTRIBUTE_VALUE},
            section = "4.4.3.2",
            rule = "A clock object tells the time of CK_TOKEN_INFO, as fourteen digits and two zeros")
    void aClockTellsTheTime() {
        Session session = session();
        if (!token().has(Ckf.CLOCK_ON_TOKEN)) {
            throw notSupported("the token has no clock");
        }
        String time = Bytes.of(feature(session, Ckh.CLOCK, "a clock object").bytes(Cka.VALUE))
                .text();
        check("CKA_VALUE", "YYYYMMDDhhmmss00", time.matches("[0-9]{14}00"), time);
    }

    @Requirement(
            id = "built-in.mechanism",
            functions = {FIND_OBJECTS_INIT, GET_MECHANISM_LIST},
            section = "4.15.2",
            rule = "A mechanism object is of a mechanism that C_GetMechanismList tells")
    void mechanismObjectsAreOfMechanisms() {
        Session session = session();
        List<Long> mechanisms = token().mechanisms();
        List<Long> objects = some(session, Cko.MECHANISM, "mechanism objects");
        each(objects, object -> {
            long type = session.item(object).number(Cka.MECHANISM_TYPE);
            check("CKA_MECHANISM_TYPE " + Mechanism.of(type), "in the list", mechanisms.contains(type), type);
        });
    }

    @Requirement(
            id = "built-in.profile",
            functions = {FIND_OBJECTS_INIT, GET_ATTRIBUTE_VALUE},
            section = "4.16.2",
            rule = "A profile object tells which profile it is of, and no two are of the same")
    void profilesAreDistinct() {
        Session session = session();
        List<Long> profiles = some(session, Cko.PROFILE, "profile objects").stream()
                .map(object -> session.item(object).number(Cka.PROFILE_ID))
                .toList();
        check("CKA_PROFILE_ID", profiles.stream().distinct().toList(), profiles);
    }

    @Requirement(
            id = "built-in.fixed",
            functions = {DESTROY_OBJECT, COPY_OBJECT, SET_ATTRIBUTE_VALUE},
            section = {"4.4.5.2", "4.15.2", "5.7.3"},
            rule = "What is built into a token cannot be destroyed, and its class cannot be changed")
    void theyStay() {
        Session session = userSession();
        List<Long> objects = CLASSES.stream()
                .flatMap(objectClass -> session.find(Draft.of().with(Cka.CLASS, objectClass)).stream()
                        .limit(1))
                .toList();
        if (objects.isEmpty()) {
            throw notSupported("the token has no built-in objects");
        }
        each(objects, object -> {
            session.item(object).destroying().fails();
            session.item(object).changing(Draft.of().with(Cka.CLASS, Cko.DATA)).fails();
        });
    }

    private Item feature(Session session, long type, String what) {
        List<Long> found =
                session.find(Draft.of().with(Cka.CLASS, Cko.HW_FEATURE).with(Cka.HW_FEATURE_TYPE, type));
        if (found.isEmpty()) {
            throw notSupported("the token has not " + what);
        }
        return session.item(found.get(0));
    }

    private List<Long> some(Session session, long objectClass, String what) {
        List<Long> found = session.find(Draft.of().with(Cka.CLASS, objectClass));
        if (found.isEmpty()) {
            throw notSupported("the token has no " + what);
        }
        return found;
    }
}
