package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.OtherReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One call of `C_GetAttributeValue` (section 5.7.5): every attribute is answered, whatever becomes of the
/// others, and the return value tells the gravest thing that befell one of them.
///
/// Lengths are those of C on a machine whose `CK_ULONG` and pointers have eight bytes.
final class Reading {
    private static final int WORD = Long.BYTES;

    /// What can befall an attribute, the gravest first; the first of a kind gives the reason.
    private static final List<Long> GRAVITY = List.of(
            Ckr.TEMPLATE_INCONSISTENT, Ckr.ATTRIBUTE_SENSITIVE, Ckr.ATTRIBUTE_TYPE_INVALID, Ckr.BUFFER_TOO_SMALL);

    private final ObjectType type;
    private final AttributeMap object;
    private final boolean absentArraysAreEmpty;
    private final boolean onlySensitiveHide;
    private final List<Trouble> troubles = new ArrayList<>();

    /// What befell an attribute.
    private record Trouble(long ckr, Reason reason) {}

    private Reading(LiveObject object, Set<OtherReading> readings) {
        this.absentArraysAreEmpty = readings.contains(OtherReading.ABSENT_ARRAYS_ARE_EMPTY);
        this.onlySensitiveHide = readings.contains(OtherReading.UNEXTRACTABLE_VALUES_SHOWN);
        this.type = object.type();
        this.object = object.read();
    }

    /// {@return the answer to a query of an object}
    ///
    /// @param readings how the token reads what can be read in two ways
    static Reply<List<AttributeReply>> of(LiveObject object, QueryTemplate template, Set<OtherReading> readings) {
        return new Reading(object, readings).answer(template.queries());
    }

    private Reply<List<AttributeReply>> answer(List<AttributeQuery> queries) {
        List<AttributeReply> replies = new ArrayList<>(queries.size());
        for (int i = 0; i < queries.size(); i++) {
            replies.add(answer(queries.get(i), "pTemplate[" + i + "]"));
        }
        for (long ckr : GRAVITY) {
            for (Trouble trouble : troubles) {
                if (trouble.ckr() == ckr) {
                    return new Reply<>(new Rv(ckr), replies, null, trouble.reason());
                }
            }
        }
        return Reply.ok(replies);
    }

    private AttributeReply answer(AttributeQuery query, String place) {
        long attribute = query.type();
        Optional<Value> value = object.find(attribute).or(() -> absent(attribute));
        if (type.hides(object, attribute) && !(onlySensitiveHide && !object.bool(Cka.SENSITIVE, false))) {
            return trouble(
                    Ckr.ATTRIBUTE_SENSITIVE,
                    attribute,
                    place,
                    "The attribute is not revealed if CKA_SENSITIVE is CK_TRUE or CKA_EXTRACTABLE is CK_FALSE.",
                    "Wrap the key if it is extractable, or ask for other attributes only.");
        } else if (value.isEmpty()) {
            return trouble(
                    Ckr.ATTRIBUTE_TYPE_INVALID,
                    attribute,
                    place,
                    "The object, of " + type + ", does not possess the attribute.",
                    "Ask for attributes that the object has.");
        }
        long length = value.get().sizeInC(WORD, WORD);
        if (query.room().kind() != Buffer.Kind.ROOM) {
            return new AttributeReply(attribute, length, null);
        } else if (value.get() instanceof Value.Template template) {
            return array(query, template.attributes(), length, place);
        } else if (Long.compareUnsigned(query.room().capacity(), length) >= 0) {
            return new AttributeReply(attribute, length, Values.copy(value.get()));
        }
        return tooSmall(attribute, length, query.room().capacity(), place);
    }

    /// {@return what stands for an attribute that the object does not have, if anything does}
    private Optional<Value> absent(long attribute) {
        return type.rule(attribute)
                .filter(rule -> absentArraysAreEmpty)
                .filter(rule -> rule.kind() == AttributeKind.ULONG_ARRAY || rule.kind() == AttributeKind.TEMPLATE)
                .map(rule -> Values.empty(rule.kind()));
    }

    /// An array of attributes (section 4.9.3): types are either all asked for, `CK_UNAVAILABLE_INFORMATION` in
    /// each, or all given. A Java caller may leave the entries out, and gets everything if the array is large
    /// enough.
    private AttributeReply array(AttributeQuery query, List<Attribute> entries, long length, String place) {
        List<AttributeQuery> asked = query.nested();
        boolean isTyped = !asked.isEmpty() && asked.stream().noneMatch(Reading::isUntyped);
        if (!isTyped && Long.compareUnsigned(query.room().capacity(), length) < 0) {
            return tooSmall(query.type(), length, query.room().capacity(), place);
        }
        if (asked.isEmpty()) {
            return new AttributeReply(query.type(), length, Values.copy(Value.ofTemplate(entries)));
        }
        List<Attribute> answers = isTyped ? typed(query, entries, place) : untyped(asked, entries);
        if (answers == null) {
            return trouble(
                    Ckr.TEMPLATE_INCONSISTENT,
                    query.type(),
                    place,
                    "The entries must have the types that the template has, each once, or all of them the type"
                            + " CK_UNAVAILABLE_INFORMATION; only entries that are templates themselves may be missing.",
                    "Ask for the types first.");
        }
        Value answer = Value.ofTemplate(answers);
        return new AttributeReply(query.type(), answer.sizeInC(WORD, WORD), answer);
    }

    /// {@return the types of the entries with their lengths; nothing if only some entries ask for that}
    private static @Nullable List<Attribute> untyped(List<AttributeQuery> asked, List<Attribute> entries) {
        if (!asked.stream().allMatch(Reading::isUntyped)) {
            return null;
        }
        return entries.stream()
                .map(entry -> Attribute.nullPointer(entry.type(), entry.value().sizeInC(WORD, WORD)))
                .toList();
    }

    /// {@return the entries asked for; nothing if they are not those that are there}
    private @Nullable List<Attribute> typed(AttributeQuery query, List<Attribute> entries, String place) {
        List<AttributeQuery> asked = query.nested();
        boolean isKnown =
                asked.stream().allMatch(one -> entries.stream().anyMatch(entry -> entry.type() == one.type()));
        boolean isDistinct =
                asked.stream().mapToLong(AttributeQuery::type).distinct().count() == asked.size();
        boolean isWhole = entries.stream()
                .filter(entry -> !(entry.value() instanceof Value.Template))
                .allMatch(entry -> asked.stream().anyMatch(one -> one.type() == entry.type()));
        if (!isKnown || !isDistinct || !isWhole) {
            return null;
        }
        AttributeMap inner = AttributeMap.of(entries);
        List<Attribute> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            AttributeQuery one = asked.get(i);
            answers.add(entry(
                    one,
                    inner.find(one.type()).orElseThrow(),
                    place + "." + Names.CKA.of(query.type()) + "[" + i + "]"));
        }
        return answers;
    }

    private Attribute entry(AttributeQuery one, Value value, String place) {
        long length = value.sizeInC(WORD, WORD);
        if (one.room().kind() != Buffer.Kind.ROOM) {
            return Attribute.nullPointer(one.type(), length);
        }
        AttributeReply reply = value instanceof Value.Template template
                ? array(one, template.attributes(), length, place)
                : Long.compareUnsigned(one.room().capacity(), length) >= 0
                        ? new AttributeReply(one.type(), length, Values.copy(value))
                        : tooSmall(one.type(), length, one.room().capacity(), place);
        return reply.value() == null
                ? Attribute.nullPointer(one.type(), reply.length())
                : new Attribute(one.type(), reply.value());
    }

    private static boolean isUntyped(AttributeQuery query) {
        return query.type() == Ck.UNAVAILABLE_INFORMATION;
    }

    private AttributeReply tooSmall(long attribute, long length, long capacity, String place) {
        return trouble(
                Ckr.BUFFER_TOO_SMALL,
                attribute,
                place,
                "The value has " + length + " bytes, the buffer has room for " + Long.toUnsignedString(capacity) + ".",
                "Ask for the length first, with NULL_PTR for the value.");
    }

    private AttributeReply trouble(long ckr, long attribute, String place, String rule, String remedy) {
        String section = ckr == Ckr.TEMPLATE_INCONSISTENT ? "4.9.3" : "5.7.5";
        String subject = Names.CKA.of(attribute) + " (" + place + ")";
        troubles.add(new Trouble(ckr, new Reason(subject, rule, section, remedy)));
        return AttributeReply.unavailable(attribute);
    }
}
