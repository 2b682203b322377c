package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a new object is if nobody says otherwise: kept in the token, secrets private and sensitive, keys usable for
/// what
/// their type is for. Modules' own defaults differ, so that all of it is said in the template.
public final class Defaults {
    private static final Map<Long, List<Long>> PRIVATE_USES = Map.of(
            Ckk.RSA, List.of(Cka.SIGN, Cka.DECRYPT, Cka.UNWRAP),
            Ckk.EC, List.of(Cka.SIGN, Cka.DERIVE),
            Ckk.EC_EDWARDS, List.of(Cka.SIGN),
            Ckk.EC_MONTGOMERY, List.of(Cka.DERIVE),
            Ckk.DSA, List.of(Cka.SIGN),
            Ckk.DH, List.of(Cka.DERIVE),
            Ckk.X9_42_DH, List.of(Cka.DERIVE),
            Ckk.ML_DSA, List.of(Cka.SIGN),
            Ckk.SLH_DSA, List.of(Cka.SIGN),
            Ckk.ML_KEM, List.of(Cka.DECAPSULATE));

    private static final Map<Long, List<Long>> PUBLIC_USES = Map.of(
            Ckk.RSA, List.of(Cka.VERIFY, Cka.ENCRYPT, Cka.WRAP),
            Ckk.EC, List.of(Cka.VERIFY),
            Ckk.EC_EDWARDS, List.of(Cka.VERIFY),
            Ckk.DSA, List.of(Cka.VERIFY),
            Ckk.ML_DSA, List.of(Cka.VERIFY),
            Ckk.SLH_DSA, List.of(Cka.VERIFY),
            Ckk.ML_KEM, List.of(Cka.ENCAPSULATE));

    private static final Map<Long, List<Long>> SECRET_USES = Map.of(
            Ckk.AES,
            List.of(Cka.ENCRYPT, Cka.DECRYPT, Cka.SIGN, Cka.VERIFY, Cka.WRAP, Cka.UNWRAP),
            Ckk.GENERIC_SECRET,
            List.of(Cka.SIGN, Cka.VERIFY, Cka.DERIVE));

    private Defaults() {}

    /// {@return the attributes of a new object beside those that make it what it is}
    ///
    /// @param kind its class
    /// @param known what is known of it: `CKA_KEY_TYPE` matters
    public static List<Attribute> of(ObjectKind kind, List<Attribute> known) {
        List<Attribute> attributes = new ArrayList<>(List.of(Attribute.of(Cka.TOKEN, true)));
        long keyType = known.stream()
                .filter(attribute -> attribute.type() == Cka.KEY_TYPE)
                .mapToLong(attribute -> ((Value.ULong) attribute.value()).value())
                .findFirst()
                .orElse(-1);
        switch (kind) {
            case CERT, DATA -> attributes.add(Attribute.of(Cka.PRIVATE, false));
            case PUBLIC -> {
                attributes.add(Attribute.of(Cka.PRIVATE, false));
                attributes.addAll(uses(PUBLIC_USES, keyType));
            }
            case PRIVATE -> {
                attributes.addAll(protection());
                attributes.addAll(uses(PRIVATE_USES, keyType));
            }
            case SECRET -> {
                attributes.addAll(protection());
                attributes.addAll(uses(SECRET_USES, keyType));
            }
        }
        return attributes;
    }

    /// {@return a template with some attributes added or replaced; each type occurs once}
    public static List<Attribute> merged(List<Attribute> template, Stream<Attribute> more) {
        Map<Long, Attribute> attributes = new LinkedHashMap<>();
        Stream.concat(template.stream(), more).forEach(attribute -> attributes.put(attribute.type(), attribute));
        return List.copyOf(attributes.values());
    }

    private static List<Attribute> protection() {
        return List.of(
                Attribute.of(Cka.PRIVATE, true),
                Attribute.of(Cka.SENSITIVE, true),
                Attribute.of(Cka.EXTRACTABLE, false));
    }

    private static List<Attribute> uses(Map<Long, List<Long>> byType, long keyType) {
        return byType.getOrDefault(keyType, List.of()).stream()
                .map(use -> Attribute.of(use, true))
                .toList();
    }
}
