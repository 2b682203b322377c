package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;

/// What a mechanism contributes to a new object, beside the template.
final class Contribution {
    private Contribution() {}

    /// {@return what the template gives and the mechanism contributes; what both say must be the same}
    static AttributeMap of(Given given, List<Attribute> contributed) {
        for (Attribute attribute : contributed) {
            given.find(attribute.type())
                    .filter(value -> !isSame(attribute.type(), value, attribute.value()))
                    .ifPresent(value -> {
                        throw Refusal.of(
                                Ckr.TEMPLATE_INCONSISTENT,
                                given.subject(attribute.type()),
                                "The mechanism makes %s, the template asks for %s."
                                        .formatted(
                                                ValueText.of(attribute.type(), attribute.value()),
                                                ValueText.of(attribute.type(), value)),
                                "4.1.1",
                                "Leave the attribute out, or use another mechanism.");
                    });
        }
        return AttributeMap.of(contributed).with(given.attributes());
    }

    /// Checks that what a mechanism made can be an object of its type.
    static void check(ObjectType type, List<Attribute> contributed, Origin origin) {
        for (Attribute attribute : contributed) {
            AttributeRule rule = type.rule(attribute.type())
                    .orElseThrow(() -> new IllegalStateException(
                            "a mechanism contributed " + Names.CKA.of(attribute.type()) + " to " + type));
            if (!rule.limit().allows().test(attribute.value())) {
                throw Refusal.of(
                        TemplateRules.lengthConflict(origin, Ckr.TEMPLATE_INCONSISTENT),
                        rule.name(),
                        "The value of " + type + " must be " + rule.limit().text() + "; the mechanism made "
                                + ValueText.of(attribute.type(), attribute.value()) + ".",
                        rule.section(),
                        "Ask for another type of key, or for another length.");
            }
        }
    }

    private static boolean isSame(long attribute, Value one, Value other) {
        return AttributeKind.of(attribute) == AttributeKind.BIG_INTEGER
                ? Values.number(one).equals(Values.number(other))
                : one.equals(other);
    }
}
