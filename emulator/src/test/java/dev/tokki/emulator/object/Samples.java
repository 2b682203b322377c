package dev.tokki.emulator.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokki.api.Attribute;
import dev.tokki.api.Rv;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Templates and values that fit the rules, told from the rules themselves.
final class Samples {
    static final Caller USER = new Caller(true, Login.USER, 1);
    static final Caller SO = new Caller(true, Login.SO, 1);
    static final Caller NOBODY = new Caller(true, Login.NONE, 1);
    static final ObjectFactory FACTORY = new ObjectFactory(new FakeFacts(), Set.of(), new Validations(List.of()));

    /// p = 61, q = 53.
    private static final AttributeMap TINY_RSA = AttributeMap.of(List.of(
            number(Cka.MODULUS, 3233),
            number(Cka.PUBLIC_EXPONENT, 17),
            number(Cka.PRIVATE_EXPONENT, 2753),
            number(Cka.PRIME_1, 61),
            number(Cka.PRIME_2, 53),
            number(Cka.EXPONENT_1, 53),
            number(Cka.EXPONENT_2, 49),
            number(Cka.COEFFICIENT, 38)));

    private Samples() {}

    static Attribute number(long type, long value) {
        return Attribute.of(type, BigInteger.valueOf(value));
    }

    /// {@return class and type of objects of a type}
    static List<Attribute> identity(ObjectType type) {
        List<Attribute> identity = new ArrayList<>(List.of(Attribute.of(Cka.CLASS, type.objectClass())));
        ObjectTypes.subtypeAttribute(type.objectClass())
                .ifPresent(attribute ->
                        identity.add(Attribute.of(attribute, type.subtype().orElseThrow())));
        return identity;
    }

    /// {@return the least template that creates an object}
    static List<Attribute> created(ObjectType type) {
        List<Attribute> template = identity(type);
        for (AttributeRule rule : type.rules()) {
            boolean isThere = template.stream().anyMatch(attribute -> attribute.type() == rule.attribute());
            if (rule.has(Footnote.GIVEN_TO_CREATE) && !isThere) {
                template.add(given(type, rule));
            }
        }
        return template;
    }

    /// {@return an attribute that can be given}
    static Attribute given(ObjectType type, AttributeRule rule) {
        return new Attribute(rule.attribute(), value(type, rule, value -> true));
    }

    /// {@return a value that an attribute can have}
    static Value value(ObjectType type, AttributeRule rule, Predicate<Value> also) {
        Optional<Value> rsa =
                type.subtype().orElse(-1) == Ckk.RSA ? TINY_RSA.find(rule.attribute()) : Optional.<Value>empty();
        Stream<Value> first = rule.attribute() == Cka.HSS_LEVELS ? Stream.of(Value.of(1)) : rsa.stream();
        return Stream.concat(first, values(rule))
                .filter(rule.limit().allows())
                .filter(also)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample of " + rule.name() + " of " + type));
    }

    /// {@return a value that an attribute cannot have, if there is one of its kind}
    static Optional<Value> badValue(AttributeRule rule) {
        return values(rule).filter(rule.limit().allows().negate()).findFirst();
    }

    /// {@return a value that is not of an attribute's kind}
    static Value anotherKind(AttributeRule rule) {
        return switch (rule.kind()) {
            case BOOL, ULONG -> Value.of(new byte[] {1, 2, 3});
            case ULONG_ARRAY, TEMPLATE, TEXT, DATE, BIG_INTEGER, BYTES -> Value.of(true);
        };
    }

    /// {@return values of a kind}
    static Stream<Value> values(AttributeRule rule) {
        return switch (rule.kind()) {
            case BOOL -> Stream.of(Value.of(true), Value.of(false));
            case ULONG -> LongStream.rangeClosed(0, 65).mapToObj(number -> Value.of(65 - number));
            case ULONG_ARRAY -> Stream.of(Value.ofULongs(1), Value.ofULongs(1, 2), Value.ofULongs());
            case TEMPLATE ->
                Stream.of(
                        Value.ofTemplate(List.of(Attribute.of(Cka.LABEL, "nested"))),
                        Value.ofTemplate(List.of(Attribute.of(Cka.ID, new byte[] {1}))));
            case TEXT -> Stream.of(Value.of("text"), Value.of("other text"), Value.of(""));
            case DATE -> Stream.of(Value.of("20260131"), Value.of("19000101"), Value.of(""));
            case BIG_INTEGER, BYTES ->
                IntStream.rangeClosed(1, 70)
                        .mapToObj(length -> Value.of(filled(length)))
                        .flatMap(value -> Stream.of(value, flipped(value)));
        };
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 1);
        return bytes;
    }

    /// Another value of the same length, and of odd parity as well.
    private static Value flipped(Value value) {
        byte[] bytes = ((Value.Raw) value).bytes().copy();
        bytes[0] = 2;
        return Value.of(bytes);
    }

    static List<Attribute> with(Collection<Attribute> template, Attribute... more) {
        List<Attribute> all = new ArrayList<>(template);
        for (Attribute attribute : more) {
            all.removeIf(before -> before.type() == attribute.type());
            all.add(attribute);
        }
        return all;
    }

    static List<Attribute> without(Collection<Attribute> template, long type) {
        return template.stream().filter(attribute -> attribute.type() != type).toList();
    }

    static AttributeMap object(Caller caller, Collection<Attribute> template) {
        return FACTORY.create(caller, Template.of(List.copyOf(template)));
    }

    static AttributeMap object(ObjectType type, Attribute... more) {
        return object(USER, with(created(type), more));
    }

    /// The types that applications can make.
    static Stream<ObjectType> storageTypes() {
        return ObjectTypes.values().stream().filter(ObjectType::isStorage);
    }

    /// The same, but of types with the same rules one only.
    static Stream<ObjectType> distinctStorageTypes() {
        Set<List<AttributeRule>> seen = new HashSet<>();
        return storageTypes()
                .sorted(Comparator.comparing(ObjectType::toString))
                .filter(type -> seen.add(List.copyOf(type.rules())));
    }

    static ObjectType type(long objectClass, long subtype) {
        return ObjectTypes.find(objectClass, subtype).orElseThrow();
    }

    static ObjectType aes() {
        return type(Cko.SECRET_KEY, Ckk.AES);
    }

    /// Checks that something is refused, and says why.
    static Refusal refused(long ckr, ThrowingCallable action) {
        Refusal refusal = catchThrowableOfType(Refusal.class, action);
        assertThat(refusal).as("a refusal with %s", new Rv(ckr)).isNotNull();
        assertThat(refusal.rv()).as(refusal.getMessage()).isEqualTo(new Rv(ckr));
        assertThat(refusal.reason().subject()).isNotBlank();
        assertThat(refusal.reason().rule()).isNotBlank().endsWith(".");
        assertThat(refusal.reason().section()).matches("[3-6](\\.\\d+)*");
        assertThat(refusal.reason().remedy()).isNotBlank().endsWith(".");
        return refusal;
    }

    /// Checks that an attribute is refused.
    static void refused(long ckr, AttributeRule rule, ThrowingCallable action) {
        assertThat(refused(ckr, action).reason().subject()).startsWith(rule.name());
    }
}
