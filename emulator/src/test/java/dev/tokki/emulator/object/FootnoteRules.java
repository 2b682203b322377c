package dev.tokki.emulator.object;

import static dev.tokki.emulator.object.Samples.FACTORY;
import static dev.tokki.emulator.object.Samples.SO;
import static dev.tokki.emulator.object.Samples.USER;
import static dev.tokki.emulator.object.Samples.created;
import static dev.tokki.emulator.object.Samples.given;
import static dev.tokki.emulator.object.Samples.identity;
import static dev.tokki.emulator.object.Samples.object;
import static dev.tokki.emulator.object.Samples.refused;
import static dev.tokki.emulator.object.Samples.with;
import static dev.tokki.emulator.object.Samples.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Rv;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/// The tests of one attribute of one type.
final class FootnoteRules {
    private final ObjectType type;
    private final AttributeRule rule;
    private final List<DynamicTest> tests = new ArrayList<>();

    FootnoteRules(ObjectType type, AttributeRule rule) {
        this.type = type;
        this.rule = rule;
    }

    List<DynamicTest> tests() {
        for (Origin origin : origins()) {
            comingToBe(origin);
            being(origin);
            living(origin);
        }
        values();
        disclosure();
        change();
        copying();
        return tests;
    }

    /// The ways in which objects of the type come to be through a template of their own.
    List<Origin> origins() {
        long objectClass = type.objectClass();
        if (objectClass == Cko.SECRET_KEY) {
            return List.of(
                    Origin.CREATE,
                    Origin.GENERATE,
                    Origin.UNWRAP,
                    Origin.DERIVE,
                    Origin.ENCAPSULATE,
                    Origin.DECAPSULATE);
        } else if (objectClass == Cko.PRIVATE_KEY) {
            return List.of(Origin.CREATE, Origin.GENERATE_PAIR, Origin.UNWRAP);
        } else if (objectClass == Cko.PUBLIC_KEY) {
            return List.of(Origin.CREATE, Origin.GENERATE_PAIR);
        } else if (objectClass == Cko.OTP_KEY || objectClass == Cko.DOMAIN_PARAMETERS) {
            return List.of(Origin.CREATE, Origin.GENERATE);
        }
        return List.of(Origin.CREATE);
    }

    private void comingToBe(Origin origin) {
        List<Attribute> template = template(origin);
        if (rule.mustBeGiven(origin)) {
            test(
                    origin + ": must be given",
                    () -> refused(
                            Ckr.TEMPLATE_INCOMPLETE, rule, () -> draft(origin, without(template, rule.attribute()))));
        }
        if (rule.mustNotBeGiven(origin)) {
            test(
                    origin + ": must not be given",
                    () -> refused(
                            Ckr.ATTRIBUTE_READ_ONLY, rule, () -> draft(origin, with(template, given(type, rule)))));
        } else {
            test(origin + ": may be given", () -> {
                Attribute attribute = identity(type).stream()
                        .filter(known -> known.type() == rule.attribute())
                        .findFirst()
                        .orElseGet(() -> harmless());
                Draft draft = draft(origin, with(template, attribute));
                assertThat(draft.template().find(rule.attribute())).contains(attribute.value());
            });
        }
    }

    /// Whatever way the object came to be: what every such object has it has, with the default of the table
    /// where nobody said otherwise.
    private void being(Origin origin) {
        boolean isMade = rule.origin() instanceof Default.Made
                || (rule.origin() instanceof Default.Follows && rule.has(Footnote.MADE_WITH_PAIR));
        if (rule.origin() instanceof Default.Fixed fixed && !rule.has(Footnote.GIVEN_TO_CREATE)) {
            test(
                    origin + ": has the default of the table",
                    () -> assertThat(finished(origin).find(rule.attribute())).contains(fixed.value()));
        } else if (isMade || rule.origin() instanceof Default.Chosen || rule.has(Footnote.GIVEN_TO_CREATE)) {
            test(
                    origin + ": is always there",
                    () -> assertThat(finished(origin).has(rule.attribute())).isTrue());
        }
    }

    /// Whatever way the object came to be: who may read and change it.
    private void living(Origin origin) {
        test(origin + ": is read and changed as its footnotes say", () -> {
            AttributeMap object = finished(origin);
            if (type.holdsSecret() && object.has(rule.attribute())) {
                boolean isHidden = rule.has(Footnote.HIDDEN_IF_SENSITIVE)
                        && (object.bool(Cka.SENSITIVE, true) || !object.bool(Cka.EXTRACTABLE, false));
                assertThat(read(object)).isEqualTo(new Rv(isHidden ? Ckr.ATTRIBUTE_SENSITIVE : Ckr.OK));
            }
            boolean now = object.bool(rule.attribute(), false);
            boolean isShut = (rule.has(Footnote.STAYS_TRUE) && now) || (rule.has(Footnote.STAYS_FALSE) && !now);
            if (!rule.isModifiable()) {
                refused(Ckr.ATTRIBUTE_READ_ONLY, rule, () -> set(object, given(type, rule)));
            } else if (isShut || (rule.has(Footnote.TRUE_BY_SO_ONLY) && !now)) {
                Attribute other = Attribute.of(rule.attribute(), !now);
                long ckr = rule.limit().allows().test(other.value())
                        ? Ckr.ATTRIBUTE_READ_ONLY
                        : Ckr.ATTRIBUTE_VALUE_INVALID;
                refused(ckr, rule, () -> set(object, other));
            }
        });
    }

    private Rv read(AttributeMap object) {
        return Reading.of(
                        new LiveObject(new LiveObject.Home.InSession(1), 1, object),
                        QueryTemplate.of(AttributeQuery.length(rule.attribute())),
                        Set.of())
                .rv();
    }

    /// An object of the least template, to which the mechanism contributed what it cannot be without.
    private AttributeMap finished(Origin origin) {
        AttributeMap like = object(type);
        List<Attribute> template = template(origin).stream()
                .map(given ->
                        new Attribute(given.type(), like.find(given.type()).orElse(given.value())))
                .toList();
        List<Attribute> contributed = created(type).stream()
                .filter(made -> template.stream().noneMatch(given -> given.type() == made.type()))
                .toList();
        return FACTORY.finish(draft(origin, template), contributed);
    }

    /// A value that needs no other attribute to go with it.
    private Attribute harmless() {
        return new Attribute(
                rule.attribute(),
                Samples.value(type, rule, value -> !rule.has(Footnote.TRUE_BY_SO_ONLY) || isFalse(value)));
    }

    /// The least template that is accepted for a way of coming to be.
    private List<Attribute> template(Origin origin) {
        List<Attribute> template = identity(type);
        for (AttributeRule other : type.rules()) {
            boolean isThere = template.stream().anyMatch(known -> known.type() == other.attribute());
            if (other.mustBeGiven(origin) && !isThere) {
                template.add(given(type, other));
            }
        }
        return template;
    }

    private Draft draft(Origin origin, List<Attribute> template) {
        boolean isFromParent = origin == Origin.UNWRAP
                || origin == Origin.DERIVE
                || origin == Origin.ENCAPSULATE
                || origin == Origin.DECAPSULATE;
        Optional<KeyView> parent = isFromParent ? Optional.of(new TestKey(object(Samples.aes()))) : Optional.empty();
        List<Attribute> implied = origin == Origin.CREATE ? List.of() : implied(origin);
        return FACTORY.draft(USER, new Provenance(origin, Ckm.AES_KEY_GEN, parent, implied), Template.of(template));
    }

    /// A mechanism that generates tells class and type; where a key is unwrapped the template must.
    private List<Attribute> implied(Origin origin) {
        List<Attribute> implied = identity(type);
        return rule.mustBeGiven(origin) ? without(implied, rule.attribute()) : implied;
    }

    private void values() {
        if (rule.mustNotBeGiven(Origin.CREATE)) {
            return;
        }
        Samples.badValue(rule)
                .filter(bad -> rule.attribute() != Cka.CLASS)
                .ifPresent(bad -> test(
                        "a value beyond its limit is refused",
                        () -> refused(
                                Ckr.ATTRIBUTE_VALUE_INVALID,
                                rule,
                                () -> object(type, new Attribute(rule.attribute(), bad)))));
        test(
                "a value of another kind is refused",
                () -> refused(
                        Ckr.ATTRIBUTE_VALUE_INVALID,
                        rule,
                        () -> object(type, new Attribute(rule.attribute(), Samples.anotherKind(rule)))));
    }

    private void disclosure() {
        if (!type.holdsSecret()) {
            return;
        }
        long expected = rule.has(Footnote.HIDDEN_IF_SENSITIVE) ? Ckr.ATTRIBUTE_SENSITIVE : Ckr.OK;
        if (allows(Cka.SENSITIVE, true) && allows(Cka.EXTRACTABLE, true)) {
            test("of a sensitive key", () -> assertThat(read(true, true)).isEqualTo(new Rv(expected)));
        }
        if (allows(Cka.SENSITIVE, false) && allows(Cka.EXTRACTABLE, false)) {
            test("of an unextractable key", () -> assertThat(read(false, false)).isEqualTo(new Rv(expected)));
        }
        if (allows(Cka.SENSITIVE, false) && allows(Cka.EXTRACTABLE, true)) {
            test("of an open key", () -> assertThat(read(false, true)).isEqualTo(Rv.OK));
        }
    }

    private boolean allows(long attribute, boolean truth) {
        return type.rule(attribute).orElseThrow().limit().allows().test(Value.of(truth));
    }

    private Rv read(boolean sensitive, boolean extractable) {
        List<Attribute> template =
                with(created(type), Attribute.of(Cka.SENSITIVE, sensitive), Attribute.of(Cka.EXTRACTABLE, extractable));
        boolean mayBeGiven = template.stream().noneMatch(known -> known.type() == rule.attribute())
                && !rule.mustNotBeGiven(Origin.CREATE)
                && !(rule.origin() instanceof Default.Follows);
        AttributeMap object = object(USER, mayBeGiven ? with(template, harmless()) : template);
        if (!object.has(rule.attribute())) {
            return rule.has(Footnote.HIDDEN_IF_SENSITIVE) && (sensitive || !extractable)
                    ? new Rv(Ckr.ATTRIBUTE_SENSITIVE)
                    : Rv.OK;
        }
        return read(object);
    }

    private void change() {
        if (!rule.isModifiable()) {
            test(
                    "cannot be set",
                    () -> refused(Ckr.ATTRIBUTE_READ_ONLY, rule, () -> set(object(type), given(type, rule))));
        } else if (isFree()) {
            Attribute other = other();
            test(
                    "can be set",
                    () -> assertThat(set(object(type), other).find(rule.attribute()))
                            .contains(other.value()));
        }
        latch(Footnote.STAYS_TRUE, true);
        latch(Footnote.STAYS_FALSE, false);
        if (rule.has(Footnote.TRUE_BY_SO_ONLY)) {
            trust();
        }
    }

    private void copying() {
        if (!allows(Cka.COPYABLE, true)) {
            test("is never copied", () -> refused(Ckr.ACTION_PROHIBITED, () -> copy(object(type), given(type, rule))));
        } else if (!rule.isModifiable() && !rule.has(Footnote.CHANGES_IN_COPY)) {
            test(
                    "cannot be changed in a copy",
                    () -> refused(Ckr.ATTRIBUTE_READ_ONLY, rule, () -> copy(object(type), given(type, rule))));
        } else if (isFree() || rule.has(Footnote.CHANGES_IN_COPY)) {
            Attribute other = other();
            test(
                    "can be changed in a copy",
                    () -> assertThat(copy(object(type), other).find(rule.attribute()))
                            .contains(other.value()));
        }
    }

    /// Whether any value may replace any other.
    private boolean isFree() {
        return rule.has(Footnote.MODIFIABLE) && !isLatch() && !(rule.origin() instanceof Default.Follows);
    }

    private Attribute other() {
        Optional<Value> before = object(type).find(rule.attribute());
        return new Attribute(rule.attribute(), Samples.value(type, rule, value -> !before.equals(Optional.of(value))));
    }

    private boolean isLatch() {
        return rule.has(Footnote.STAYS_TRUE) || rule.has(Footnote.STAYS_FALSE);
    }

    private void latch(Footnote note, boolean closed) {
        if (!rule.has(note)) {
            return;
        }
        Attribute shut = Attribute.of(rule.attribute(), closed);
        Attribute open = Attribute.of(rule.attribute(), !closed);
        if (rule.limit().allows().test(open.value())) {
            test(
                    "stays " + closed + ": set",
                    () -> refused(Ckr.ATTRIBUTE_READ_ONLY, rule, () -> set(object(type, shut), open)));
            test(
                    "becomes " + closed + ": set",
                    () -> assertThat(set(object(type, open), shut).find(rule.attribute()))
                            .contains(shut.value()));
            latchInCopy(shut, open);
        }
        test(
                "may be set to " + closed + " again",
                () -> assertThat(set(object(type, shut), shut).find(rule.attribute()))
                        .contains(shut.value()));
    }

    private void latchInCopy(Attribute shut, Attribute open) {
        if (allows(Cka.COPYABLE, true)) {
            long refusal = rule.attribute() == Cka.COPYABLE ? Ckr.ACTION_PROHIBITED : Ckr.ATTRIBUTE_READ_ONLY;
            test("is not undone: copy", () -> refused(refusal, () -> copy(object(type, shut), open)));
            test(
                    "is done: copy",
                    () -> assertThat(copy(object(type, open), shut).find(rule.attribute()))
                            .contains(shut.value()));
        }
    }

    private void trust() {
        Attribute trusted = Attribute.of(rule.attribute(), true);
        Attribute open = Attribute.of(Cka.PRIVATE, false);
        test(
                "cannot be given as CK_TRUE by the user",
                () -> refused(Ckr.ATTRIBUTE_READ_ONLY, rule, () -> object(type, trusted)));
        test(
                "cannot be set to CK_TRUE by the user",
                () -> refused(Ckr.ATTRIBUTE_READ_ONLY, rule, () -> set(object(type), trusted)));
        test(
                "can be given as CK_TRUE by the SO",
                () -> assertThat(object(SO, with(created(type), trusted, open)).bool(rule.attribute(), false))
                        .isTrue());
        test(
                "can be set to CK_TRUE by the SO",
                () -> assertThat(FACTORY.set(SO, object(type, open), Template.of(trusted))
                                .bool(rule.attribute(), false))
                        .isTrue());
    }

    private AttributeMap set(AttributeMap object, Attribute attribute) {
        return FACTORY.set(USER, object, Template.of(attribute));
    }

    private AttributeMap copy(AttributeMap object, Attribute attribute) {
        return FACTORY.copy(USER, object, Template.of(attribute));
    }

    private static boolean isFalse(Value value) {
        return value.equals(Value.of(false));
    }

    private void test(String name, Executable test) {
        tests.add(dynamicTest(rule.name() + " " + name, test));
    }
}
