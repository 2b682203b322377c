package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Template;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyFacts;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes, changes and copies objects by the attribute rules of section 4, as one token reads them. Stateless.
///
/// Every way in which an object comes to be is a [Draft], checked against the tables, which [#finish] turns
/// into the attributes of an object: with what the mechanism contributes, then the defaults, then what follows
/// from the rest.
public final class ObjectFactory {
    /// Types of keys that are integers in a group of integers, whose domain parameters are objects too.
    private static final Set<Long> GROUPS = Set.of(Ckk.DSA, Ckk.DH, Ckk.X9_42_DH);

    private final KeyFacts facts;
    private final Set<OtherReading> readings;
    private final Validations validations;

    /// @param facts computes what follows from a key's value: the token's
    ///         [dev.tokki.emulator.mechanism.Mechanisms]
    /// @param readings where the token does not read the specification as Tokki does
    /// @param validations the token's validations, of which new keys tell
    public ObjectFactory(KeyFacts facts, Set<OtherReading> readings, Validations validations) {
        this.facts = facts;
        this.readings = readings;
        this.validations = validations;
    }

    /// {@return how the token reads what can be read in two ways}
    Set<OtherReading> readings() {
        return readings;
    }

    /// {@return whether the token reads the specification in a certain way}
    boolean reads(OtherReading reading) {
        return readings.contains(reading);
    }

    /// {@return the attributes of a new object, section 4.1.1}
    AttributeMap create(Caller caller, Template template) {
        return finish(draft(caller, Provenance.CREATED, template), List.of());
    }

    /// {@return a template accepted for a new object}
    Draft draft(Caller caller, Provenance provenance, Template template) {
        Given given = provenance.merge(Given.of(template, provenance.argument(), readings));
        AttributeMap known = Contribution.of(given, provenance.implied());
        Optional<ObjectType> type =
                provenance.isUntyped() ? Optional.of(ObjectTyping.of(known, given)) : ObjectTyping.find(known, given);
        type.ifPresent(found -> {
            checkTemplate(found, given, caller, provenance, known);
            SessionRules.checkCreates(caller, Defaults.stated(found, provenance.origin(), known, readings));
        });
        return new Draft(caller, provenance, given, known, type);
    }

    /// {@return the attributes of the object of a draft}
    ///
    /// @param contributed what the mechanism made: class, key type, values
    AttributeMap finish(Draft draft, List<Attribute> contributed) {
        Provenance provenance = draft.provenance();
        Origin origin = provenance.origin();
        Given given = draft.given();
        List<Attribute> all = new ArrayList<>(provenance.implied());
        all.addAll(PointForm.of(contributed, readings));
        AttributeMap known = Contribution.of(given, all);
        ObjectType type = draft.type().orElseGet(() -> ObjectTyping.of(known, given));
        if (draft.type().isEmpty()) {
            checkTemplate(type, given, draft.caller(), provenance, known);
        }
        Contribution.check(type, contributed, origin);
        AttributeMap object = Defaults.stated(type, origin, known, readings);
        SessionRules.checkCreates(draft.caller(), object);
        new TemplateRules(type, given, draft.caller(), readings).checkComplete(origin, object);
        checkNumbers(type, origin, object);
        AttributeMap complete = consistent(type, object);
        AttributeMap made = Defaults.computed(new Making(type, provenance, complete, facts, validations), given);
        checkEncapsulation(provenance, made);
        return made;
    }

    /// Whether the values can be a key, or domain parameters, of the type. What comes of a wrapped key is told as the
    /// wrapped key's fault.
    private void checkNumbers(ObjectType type, Origin origin, AttributeMap object) {
        boolean isGroup = GROUPS.contains(object.ulong(Cka.KEY_TYPE, -1));
        boolean isChecked = (type.isKey() || (isGroup && type.objectClass() == Cko.DOMAIN_PARAMETERS))
                && !(isGroup && reads(OtherReading.ANY_NUMBERS_AS_GROUP));
        if (!isChecked || origin == Origin.GENERATE || origin == Origin.GENERATE_PAIR) {
            return;
        }
        try {
            facts.checkKey(object);
        } catch (Refusal refusal) {
            boolean isOfWrapped = origin == Origin.UNWRAP
                    && (refusal.rv().is(Ckr.ATTRIBUTE_VALUE_INVALID)
                            || refusal.rv().is(Ckr.TEMPLATE_INCONSISTENT));
            throw isOfWrapped ? refusal.as(Ckr.WRAPPED_KEY_INVALID) : refusal;
        }
    }

    /// {@return the attributes of the two objects of a key pair, the public key's first}
    ///
    /// What the public key tells of itself the private key tells too, rather than to compute it again.
    List<AttributeMap> finishPair(Draft publicDraft, Draft privateDraft, NewPair made) {
        AttributeMap publicKey = finish(publicDraft, made.publicKey());
        List<Attribute> contributed = new ArrayList<>(made.privateKey());
        AttributeMap known =
                AttributeMap.of(contributed).with(privateDraft.given().attributes());
        for (long shared : new long[] {Cka.PUBLIC_KEY_INFO, Cka.PUBLIC_CRC64_VALUE}) {
            publicKey
                    .find(shared)
                    .filter(value -> !known.has(shared) && !Values.isEmpty(value))
                    .ifPresent(value -> contributed.add(new Attribute(shared, value)));
        }
        return List.of(publicKey, finish(privateDraft, contributed));
    }

    /// {@return the attributes of a copy, section 4.1.3}
    AttributeMap copy(Caller caller, AttributeMap original, Template template) {
        ObjectType type = ObjectTyping.of(original);
        if (!original.bool(Cka.COPYABLE, type.isStorage())) {
            throw Refusal.of(
                    Ckr.ACTION_PROHIBITED,
                    "hObject",
                    "An object whose CKA_COPYABLE is CK_FALSE, or which is part of the token, cannot be copied.",
                    "5.7.2",
                    "Make the object again from its template.");
        }
        Given given = Given.of(template, "pTemplate", readings);
        new TemplateRules(type, given, caller, readings).checkChange(original, true);
        AttributeMap copy =
                original.with(given.attributes()).with(List.of(new Attribute(Cka.UNIQUE_ID, History.newUniqueId())));
        SessionRules.checkCreates(caller, copy);
        checkPublicCopy(original, copy);
        return changed(type, copy, given);
    }

    private void checkPublicCopy(AttributeMap original, AttributeMap copy) {
        if (reads(OtherReading.NO_PUBLIC_COPY_OF_PRIVATE)
                && original.bool(Cka.PRIVATE, false)
                && !copy.bool(Cka.PRIVATE, false)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCONSISTENT,
                    "CKA_PRIVATE",
                    "This token makes no public copy of a private object.",
                    "4.1.3",
                    "Leave CKA_PRIVATE as it is.");
        }
    }

    /// {@return the attributes of an object after a change, section 4.1.2}
    AttributeMap set(Caller caller, AttributeMap object, Template template) {
        ObjectType type = ObjectTyping.of(object);
        checkModifiable(type, object);
        SessionRules.checkWrites(caller, object, "modified");
        Given given = Given.of(template, "pTemplate", readings);
        new TemplateRules(type, given, caller, readings).checkChange(object, false);
        return changed(type, object.with(given.attributes()), given);
    }

    private AttributeMap changed(ObjectType type, AttributeMap object, Given given) {
        Making making = new Making(type, Provenance.COPIED, consistent(type, object), facts, validations);
        return Defaults.recomputed(making, given);
    }

    private void checkTemplate(ObjectType type, Given given, Caller caller, Provenance provenance, AttributeMap known) {
        TemplateRules rules = new TemplateRules(type, given, caller, readings);
        rules.checkNew(provenance.origin());
        rules.checkGiven(provenance.origin(), known);
    }

    private static AttributeMap consistent(ObjectType type, AttributeMap object) {
        AttributeMap complete = object;
        for (Consistency rule : type.consistency()) {
            complete = complete.with(rule.complete(complete));
        }
        return complete;
    }

    private static void checkModifiable(ObjectType type, AttributeMap object) {
        if (!object.bool(Cka.MODIFIABLE, true)) {
            throw Refusal.of(
                    Ckr.ACTION_PROHIBITED,
                    "hObject",
                    "An object whose CKA_MODIFIABLE is CK_FALSE cannot be modified.",
                    "5.7.6",
                    "Copy the object with another value in the template.");
        }
        if (type.objectClass() == Cko.CERTIFICATE && object.bool(Cka.TRUSTED, false)) {
            throw Refusal.of(
                    Ckr.ACTION_PROHIBITED,
                    "hObject",
                    "Trusted certificates cannot be modified; the CKA_TRUSTED of this one is CK_TRUE.",
                    "4.7.2",
                    "Destroy the certificate and create it anew.");
        }
    }

    private static void checkEncapsulation(Provenance provenance, AttributeMap key) {
        if (!key.matches(provenance.matchingTemplate())) {
            throw Refusal.of(
                    Ckr.KEY_HANDLE_INVALID,
                    "hPublicKey",
                    "The CKA_ENCAPSULATE_TEMPLATE of the public key must match the key to be encapsulated, and does"
                            + " not.",
                    "5.18.8",
                    "Give the attributes that the public key's template asks for.");
        }
    }
}
