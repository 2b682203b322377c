package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Random values, attributes and templates.
final class Arbitrarily {
    /// What needs other attributes to go with it.
    private static final Set<Long> BOUND = Set.of(
            Cka.ALWAYS_AUTHENTICATE,
            Cka.URL,
            Cka.PRIME_1,
            Cka.PRIME_2,
            Cka.EXPONENT_1,
            Cka.EXPONENT_2,
            Cka.COEFFICIENT,
            Cka.TRUST_SERVER_AUTH,
            Cka.TRUST_CLIENT_AUTH,
            Cka.TRUST_CODE_SIGNING,
            Cka.TRUST_EMAIL_PROTECTION,
            Cka.TRUST_IPSEC_IKE,
            Cka.TRUST_TIME_STAMPING,
            Cka.TRUST_OCSP_SIGNING);

    private static final List<ObjectType> TYPES = Samples.storageTypes()
            .sorted(Comparator.comparing(ObjectType::toString))
            .toList();

    private Arbitrarily() {}

    /// {@return any value, templates of templates too}
    static Arbitrary<Value> values() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.of(true, false).map(Value::of),
                () -> Arbitraries.longs().map(Value::of),
                () -> Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Value::of),
                () -> Arbitraries.longs().array(long[].class).ofMaxSize(4).map(Value::ofULongs),
                () -> attributes().list().ofMaxSize(3).map(Value::ofTemplate));
    }

    /// {@return any attribute, a vendor's too}
    static Arbitrary<Attribute> attributes() {
        return Combinators.combine(Arbitraries.longs(), values()).as(Attribute::new);
    }

    /// {@return a template that creates an object of some type: what it must have, and some of what it may have}
    static Arbitrary<List<Attribute>> templates() {
        return Arbitraries.randomValue(Arbitrarily::template);
    }

    private static List<Attribute> template(Random random) {
        ObjectType type = one(TYPES, random);
        List<Attribute> template = Samples.created(type);
        for (AttributeRule rule : type.rules()) {
            boolean mayBeGiven = !rule.mustNotBeGiven(Origin.CREATE)
                    && !rule.has(Footnote.GIVEN_TO_CREATE)
                    && !rule.has(Footnote.TRUE_BY_SO_ONLY)
                    && !BOUND.contains(rule.attribute())
                    && !(rule.origin() instanceof Default.Follows);
            if (mayBeGiven && random.nextBoolean()) {
                List<Value> values = Samples.values(rule)
                        .filter(rule.limit().allows())
                        .limit(6)
                        .toList();
                template.add(new Attribute(rule.attribute(), one(values, random)));
            }
        }
        Collections.shuffle(template, random);
        return template;
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
