package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Fills in what nobody gave, as the tables say, and checks what was given and follows from the rest.
final class Defaults {
    private Defaults() {}

    /// {@return the object with the defaults that do not depend on its values}
    ///
    /// @param readings how the token reads what can be read in two ways
    static AttributeMap stated(ObjectType type, Origin origin, AttributeMap object, Set<OtherReading> readings) {
        List<Attribute> missing = new ArrayList<>();
        for (AttributeRule rule : type.rules()) {
            if (!object.has(rule.attribute())) {
                OtherDefaults.of(rule, type, readings)
                        .or(() -> stated(rule, type, origin))
                        .ifPresent(value -> missing.add(new Attribute(rule.attribute(), value)));
            }
        }
        return object.with(missing);
    }

    /// {@return the object with all that can be computed of it}
    ///
    /// @param given the template, for reasons
    static AttributeMap computed(Making making, Given given) {
        List<Attribute> computed = new ArrayList<>();
        List<Long> ignored = new ArrayList<>();
        for (AttributeRule rule : making.type().rules()) {
            long attribute = rule.attribute();
            switch (rule.origin()) {
                case Default.Made made -> {
                    if (!making.object().has(attribute)) {
                        made.how().apply(making).ifPresent(value -> computed.add(new Attribute(attribute, value)));
                    }
                }
                case Default.Follows follows ->
                    follow(rule, follows, making, given)
                            .ifPresentOrElse(
                                    value -> computed.add(new Attribute(attribute, value)),
                                    () -> ignored.add(attribute));
                case Default.None none -> {}
                case Default.Fixed fixed -> {}
                case Default.Chosen chosen -> {}
            }
        }
        return making.object().with(computed).without(ignored);
    }

    /// {@return a changed object, with what was given and follows from the rest checked}
    static AttributeMap recomputed(Making making, Given given) {
        List<Long> ignored = new ArrayList<>();
        for (long attribute : given.types()) {
            AttributeRule rule = making.type().rule(attribute).orElseThrow();
            if (rule.origin() instanceof Default.Follows follows
                    && follow(rule, follows, making, given).isEmpty()) {
                ignored.add(attribute);
            }
        }
        return making.object().without(ignored);
    }

    private static Optional<Value> stated(AttributeRule rule, ObjectType type, Origin origin) {
        return switch (rule.origin()) {
            case Default.Fixed fixed -> Optional.of(fixed.value());
            case Default.Chosen chosen -> Optional.of(chosen.choice().of(rule.attribute(), type, origin));
            case Default.None none -> Optional.empty();
            case Default.Made made -> Optional.empty();
            case Default.Follows follows -> Optional.empty();
        };
    }

    /// {@return the value that the attribute has; nothing if it cannot be told}
    private static Optional<Value> follow(AttributeRule rule, Default.Follows follows, Making making, Given given) {
        Optional<Value> known = making.object().find(rule.attribute());
        if (known.isPresent() && follows.mayBeEmpty() && Values.isEmpty(known.get())) {
            return known;
        }
        if (known.isPresent() && given.find(rule.attribute()).isEmpty()) {
            return known; // the mechanism knows best
        }
        Optional<Value> right = follows.how().apply(making);
        if (known.isEmpty() || right.equals(known)) {
            return right;
        }
        if (right.isPresent()) {
            throw refusal(
                    rule.attribute() == Cka.VALUE_LEN
                            ? TemplateRules.lengthConflict(making.provenance().origin(), follows.mismatch())
                            : follows.mismatch(),
                    rule,
                    making,
                    given,
                    "must be " + ValueText.of(rule.attribute(), right.get())
                            + " that follow from the rest of the object; given was "
                            + ValueText.of(rule.attribute(), known.get()));
        }
        if (follows.untold() != Ckr.OK) {
            throw refusal(follows.untold(), rule, making, given, "cannot be checked on this token");
        }
        return Optional.empty();
    }

    private static Refusal refusal(long ckr, AttributeRule rule, Making making, Given given, String what) {
        return Refusal.of(
                ckr,
                given.subject(rule.attribute()),
                rule.name() + " of " + making.type() + " " + what + ".",
                rule.section(),
                "Leave it out: the token computes it.");
    }
}
