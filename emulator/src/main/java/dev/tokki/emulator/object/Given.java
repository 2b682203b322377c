package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a template gives: each attribute once, in the form in which objects keep it, with its place for
/// reasons.
///
/// Checks what needs no knowledge of the object: that attributes exist, and that values are of their kind.
final class Given {
    /// Templates within templates within templates…: nobody needs more (section 4.9.3 allows a limit).
    private static final int DEEPEST = 8;

    /// No template.
    static final Given NOTHING = new Given(Map.of(), Set.of());

    private final Map<Long, Entry> entries;
    private final Set<OtherReading> readings;

    /// A value and where it was given, `pTemplate[3]`.
    private record Entry(Value value, String place) {}

    private Given(Map<Long, Entry> entries, Set<OtherReading> readings) {
        this.entries = entries;
        this.readings = readings;
    }

    /// {@return what a template gives}
    ///
    /// @param argument the C name of the argument
    /// @param readings how the token reads what can be read in two ways
    static Given of(Template template, String argument, Set<OtherReading> readings) {
        if (template.isNull() && template.count() != 0) {
            throw nullPointer(argument, template.count());
        }
        return new Given(Map.of(), readings).with(template.attributes(), argument, 0, readings);
    }

    /// {@return this with attributes that are given elsewhere; what is given twice must be equal}
    ///
    /// @param where the argument or the attribute that gives them
    Given with(List<Attribute> attributes, String where) {
        return with(attributes, where, 0, Set.of());
    }

    /// @param duplicates how what is given twice is read
    private Given with(List<Attribute> attributes, String where, int depth, Set<OtherReading> duplicates) {
        Map<Long, Entry> all = new LinkedHashMap<>(entries);
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            String place = where + "[" + i + "]";
            Entry entry = new Entry(value(attribute, place, depth), place);
            Entry before = all.put(attribute.type(), entry);
            if (before != null && !mayFollow(before, entry, duplicates)) {
                throw Refusal.of(
                        Ckr.TEMPLATE_INCONSISTENT,
                        subject(attribute.type(), place),
                        "The attribute was given before"
                                + (before.value().equals(entry.value()) ? "" : ", with another value,") + " as "
                                + before.place() + ".",
                        "4.1.1",
                        "Give each attribute once.");
            }
        }
        return new Given(all, readings);
    }

    private static boolean mayFollow(Entry before, Entry entry, Set<OtherReading> duplicates) {
        return before.value().equals(entry.value())
                ? !duplicates.contains(OtherReading.DUPLICATES_REFUSED)
                : duplicates.contains(OtherReading.LAST_DUPLICATE_COUNTS);
    }

    /// {@return the refusal of a template that is NULL_PTR and yet has attributes}
    static Refusal nullPointer(String argument, long count) {
        return Refusal.of(
                Ckr.ARGUMENTS_BAD,
                argument,
                "The template is NULL_PTR and has " + Long.toUnsignedString(count) + " attributes.",
                "5.1.6",
                "Pass the attributes, or the count 0.");
    }

    /// {@return the attributes given}
    Collection<Long> types() {
        return entries.keySet();
    }

    /// {@return the value given for an attribute}
    Optional<Value> find(long attribute) {
        return Optional.ofNullable(entries.get(attribute)).map(Entry::value);
    }

    /// {@return the attributes with their values}
    List<Attribute> attributes() {
        return entries.entrySet().stream()
                .map(entry -> new Attribute(entry.getKey(), entry.getValue().value()))
                .toList();
    }

    /// {@return an attribute as the subject of a reason: its name, and its place if it was given}
    String subject(long attribute) {
        Entry entry = entries.get(attribute);
        return entry == null ? Names.CKA.of(attribute) : subject(attribute, entry.place());
    }

    private Value value(Attribute attribute, String place, int depth) {
        if (!ObjectTypes.knowsAttribute(attribute.type())) {
            throw Refusal.of(
                    Ckr.ATTRIBUTE_TYPE_INVALID,
                    subject(attribute.type(), place),
                    "An attribute must be one that the specification describes, or a vendor's that the token supports;"
                            + " no object of this token has this one.",
                    "4.1.1",
                    "Leave the attribute out.");
        }
        AttributeKind kind = AttributeKind.of(attribute.type());
        Value value = Values.of(kind, attribute.value(), readings)
                .orElseThrow(() -> Refusal.of(
                        Ckr.ATTRIBUTE_VALUE_INVALID,
                        subject(attribute.type(), place),
                        "The value must be " + ValueText.of(kind) + "; given was "
                                + ValueText.of(attribute.type(), attribute.value()) + ".",
                        "4.1.1",
                        "Give a value of this kind."));
        if (value instanceof Value.Template template) {
            if (depth == DEEPEST) {
                throw Refusal.of(
                        Ckr.TEMPLATE_INCONSISTENT,
                        subject(attribute.type(), place),
                        "Templates may be nested " + DEEPEST + " deep on this token.",
                        "4.9.3",
                        "Nest less deeply.");
            }
            Given nested = new Given(Map.of(), readings)
                    .with(template.attributes(), place + "." + Names.CKA.of(attribute.type()), depth + 1, readings);
            return new Value.Template(nested.attributes());
        }
        return value;
    }

    private static String subject(long attribute, String place) {
        return Names.CKA.of(attribute) + " (" + place + ")";
    }
}
