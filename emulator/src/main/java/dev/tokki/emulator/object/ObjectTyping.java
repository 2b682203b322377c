package dev.tokki.emulator.object;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.Refusal;
import java.util.Optional;
import java.util.OptionalLong;

/// Tells the type of an object from its attributes.
final class ObjectTyping {
    private ObjectTyping() {}

    /// {@return the type of an object that exists}
    static ObjectType of(AttributeMap object) {
        return find(object, Given.NOTHING)
                .orElseThrow(() -> new IllegalStateException("an object without class or key type"));
    }

    /// {@return the type of the object that a template describes}
    ///
    /// @param known what is known of the object
    /// @param given the template, for reasons
    static ObjectType of(AttributeMap known, Given given) {
        return find(known, given).orElseThrow(() -> {
            long missing = known.has(Cka.CLASS)
                    ? ObjectTypes.subtypeAttribute(known.ulong(Cka.CLASS, 0)).orElseThrow()
                    : Cka.CLASS;
            return Refusal.of(
                    Ckr.TEMPLATE_INCOMPLETE,
                    Names.CKA.of(missing),
                    "What kind of object it is must be known, and neither the template nor the mechanism says.",
                    "4.1.1",
                    "Add " + Names.CKA.of(missing) + " to the template.");
        });
    }

    /// {@return the type of an object, if what is known of it is enough to tell}
    ///
    /// @throws Refusal if there is no such type, or applications cannot make such objects
    static Optional<ObjectType> find(AttributeMap known, Given given) {
        if (!(known.find(Cka.CLASS).orElse(null) instanceof Value.ULong objectClass)) {
            return Optional.empty();
        }
        if (!ObjectTypes.knows(objectClass.value())) {
            throw invalid(Cka.CLASS, objectClass, given);
        }
        OptionalLong attribute = ObjectTypes.subtypeAttribute(objectClass.value());
        if (attribute.isEmpty()) {
            return ObjectTypes.find(objectClass.value(), 0).map(type -> storage(type, given));
        }
        return known.find(attribute.getAsLong()).map(value -> find(objectClass, attribute.getAsLong(), value, given));
    }

    private static ObjectType find(Value.ULong objectClass, long attribute, Value value, Given given) {
        if (!(value instanceof Value.ULong subtype) || !isNamed(attribute, subtype.value())) {
            throw invalid(attribute, value, given);
        }
        return ObjectTypes.find(objectClass.value(), subtype.value())
                .map(type -> storage(type, given))
                .orElseThrow(() -> Refusal.of(
                        Ckr.TEMPLATE_INCONSISTENT,
                        given.subject(attribute),
                        "This token has no objects of %s with %s."
                                .formatted(ValueText.of(Cka.CLASS, objectClass), ValueText.of(attribute, subtype)),
                        "4.1.1",
                        "Give a class and a type that go together."));
    }

    /// Section 4.1.1: "generally only objects that are considered storage objects can be created".
    private static ObjectType storage(ObjectType type, Given given) {
        if (!type.isStorage() && given != Given.NOTHING) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCONSISTENT,
                    given.subject(Cka.CLASS),
                    "Only storage objects can be made; objects of " + type + " are built into a token.",
                    "4.3",
                    "Give the class of a storage object.");
        }
        return type;
    }

    private static boolean isNamed(long attribute, long subtype) {
        Names names = attribute == Cka.CERTIFICATE_TYPE
                ? Names.CKC
                : attribute == Cka.HW_FEATURE_TYPE ? Names.CKH : Names.CKK;
        return names.find(subtype).isPresent();
    }

    private static Refusal invalid(long attribute, Value value, Given given) {
        return Refusal.of(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                given.subject(attribute),
                "The value must be one that the specification describes; given was " + ValueText.of(attribute, value)
                        + ".",
                "4.1.1",
                "Give one of its values.");
    }
}
