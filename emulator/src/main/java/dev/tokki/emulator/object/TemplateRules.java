package dev.tokki.emulator.object;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import java.util.Optional;
import java.util.Set;

/// The footnotes, enforced once for all attributes of all objects: what a template may, must and must not give.
final class TemplateRules {
    private final ObjectType type;
    private final Given given;
    private final Caller caller;
    private final boolean trustIsTheOfficers;

    /// @param type the type of the object
    /// @param given the template
    /// @param caller who gives it
    /// @param readings how the token reads what can be read in two ways
    TemplateRules(ObjectType type, Given given, Caller caller, Set<OtherReading> readings) {
        this.trustIsTheOfficers = !readings.contains(OtherReading.TRUSTED_BY_ANYBODY);
        this.type = type;
        this.given = given;
        this.caller = caller;
    }

    /// Checks a template for a new object.
    void checkNew(Origin origin) {
        for (long attribute : given.types()) {
            AttributeRule rule = rule(attribute);
            if (rule.mustNotBeGiven(origin)) {
                throw readOnly(rule, "must not be specified " + when(origin) + ": the token sets it", "Leave it out.");
            }
            checkValue(rule, origin);
            if (rule.has(Footnote.TRUE_BY_SO_ONLY)) {
                checkTrust(rule);
            }
        }
    }

    /// Checks that what a new object needs is known.
    ///
    /// @param known the template and what the mechanism contributes
    void checkGiven(Origin origin, AttributeMap known) {
        for (AttributeRule rule : type.rules()) {
            if (rule.mustBeGiven(origin) && !known.has(rule.attribute())) {
                throw incomplete(rule, "must be specified " + when(origin));
            }
        }
    }

    /// Checks that an object about to be made has what objects of its type cannot be without.
    void checkComplete(Origin origin, AttributeMap object) {
        for (AttributeRule rule : type.rules()) {
            boolean mayLack = origin == Origin.GENERATE && rule.has(Footnote.FREE_TO_GENERATE);
            if (rule.has(Footnote.GIVEN_TO_CREATE) && !mayLack && !object.has(rule.attribute())) {
                throw incomplete(rule, "is needed, and neither the template nor the mechanism gives it");
            }
        }
    }

    /// Checks a template that changes an object, in place or in a copy.
    ///
    /// @param before the object as it is
    /// @param copying whether it is changed in the process of copying
    void checkChange(AttributeMap before, boolean copying) {
        for (long attribute : given.types()) {
            AttributeRule rule = rule(attribute);
            if (!rule.isModifiable() && !(copying && rule.has(Footnote.CHANGES_IN_COPY))) {
                throw readOnly(
                        rule,
                        "cannot be changed " + (copying ? "in a copy" : "after the object is created"),
                        copying ? "Leave it out." : "Leave it out, or make another object.");
            }
            checkValue(rule, Origin.COPY);
            checkLatches(rule, before.find(attribute));
        }
    }

    private void checkLatches(AttributeRule rule, Optional<Value> before) {
        Value value = given.find(rule.attribute()).orElseThrow();
        if (before.equals(Optional.of(value))) {
            return;
        }
        if (rule.has(Footnote.STAYS_TRUE) && before.equals(Optional.of(Value.of(true)))) {
            throw readOnly(rule, "cannot be changed once it is CK_TRUE", "Leave it out.");
        }
        if (rule.has(Footnote.STAYS_FALSE) && before.equals(Optional.of(Value.of(false)))) {
            throw readOnly(rule, "cannot be changed once it is CK_FALSE", "Leave it out.");
        }
        if (rule.has(Footnote.TRUE_BY_SO_ONLY)) {
            checkTrust(rule);
        }
    }

    private void checkTrust(AttributeRule rule) {
        if (trustIsTheOfficers
                && caller.login() != Login.SO
                && given.find(rule.attribute()).equals(Optional.of(Value.of(true)))) {
            throw readOnly(rule, "can only be set to CK_TRUE by the SO", "Let the SO set it, on a public object.");
        }
    }

    private void checkValue(AttributeRule rule, Origin origin) {
        Value value = given.find(rule.attribute()).orElseThrow();
        boolean mayBeEmpty = rule.origin() instanceof Default.Follows follows && follows.mayBeEmpty();
        if (!rule.limit().allows().test(value) && !(mayBeEmpty && Values.isEmpty(value))) {
            throw Refusal.of(
                    rule.attribute() == Cka.VALUE_LEN
                            ? lengthConflict(origin, Ckr.ATTRIBUTE_VALUE_INVALID)
                            : Ckr.ATTRIBUTE_VALUE_INVALID,
                    given.subject(rule.attribute()),
                    "The value of " + type + " must be " + rule.limit().text() + "; given was "
                            + ValueText.of(rule.attribute(), value) + ".",
                    rule.section(),
                    "Give such a value.");
        }
    }

    /// Of lengths that disagree when a key is unwrapped, section 5.18.4 says this.
    static long lengthConflict(Origin origin, long otherwise) {
        return switch (origin) {
            case UNWRAP, DECAPSULATE -> Ckr.WRAPPED_KEY_LEN_RANGE;
            case CREATE, GENERATE, GENERATE_PAIR, DERIVE, ENCAPSULATE, COPY -> otherwise;
        };
    }

    private AttributeRule rule(long attribute) {
        return type.rule(attribute)
                .orElseThrow(() -> Refusal.of(
                        Ckr.TEMPLATE_INCONSISTENT,
                        given.subject(attribute),
                        "The attributes must be of one type of object; " + type + " has no " + Names.CKA.of(attribute)
                                + ".",
                        "4.1.1",
                        "Leave the attribute out."));
    }

    private Refusal readOnly(AttributeRule rule, String what, String remedy) {
        return Refusal.of(
                Ckr.ATTRIBUTE_READ_ONLY,
                given.subject(rule.attribute()),
                rule.name() + " of " + type + " " + what + ".",
                rule.section(),
                remedy);
    }

    private Refusal incomplete(AttributeRule rule, String what) {
        return Refusal.of(
                Ckr.TEMPLATE_INCOMPLETE,
                rule.name(),
                rule.name() + " of " + type + " " + what + ".",
                rule.section(),
                "Add " + rule.name() + " to the template.");
    }

    private static String when(Origin origin) {
        return switch (origin) {
            case CREATE -> "when the object is created with C_CreateObject";
            case GENERATE -> "when the object is generated with C_GenerateKey";
            case GENERATE_PAIR -> "when the key is generated with C_GenerateKeyPair";
            case UNWRAP -> "when the key is unwrapped with C_UnwrapKey";
            case DERIVE -> "when the key is derived with C_DeriveKey";
            case ENCAPSULATE -> "when the key is made with C_EncapsulateKey";
            case DECAPSULATE -> "when the key is made with C_DecapsulateKey";
            case COPY -> "when the object is copied with C_CopyObject";
        };
    }
}
