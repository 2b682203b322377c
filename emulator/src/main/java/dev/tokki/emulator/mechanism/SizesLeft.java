package dev.tokki.emulator.mechanism;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.Told;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keys that a token does not make or take in, since it was told which sizes its mechanisms take.
///
/// C_GenerateKey, C_CreateObject and their kin do not list `CKR_KEY_SIZE_RANGE`: what is wrong there is the value of an
/// attribute (section 4.1.1), the curve or the parameter set.
final class SizesLeft {
    private final SortedMap<Long, Declaration<?>> offered;

    /// @param offered all that the token offers, filled before the first key comes
    SizesLeft(SortedMap<Long, Declaration<?>> offered) {
        this.offered = offered;
    }

    /// Refuses to make what is asked for before the work is done.
    void checkAsked(@Nullable Declaration<?> generation, AttributeMap template) {
        if (generation == null || !generation.keys().size().isTold()) {
            return;
        }
        KeySize size = generation.keys().size();
        switch (size.unit()) {
            case MODULUS_BITS -> checkAsked(generation, template, Cka.MODULUS_BITS, 1);
            case PRIME_BITS -> checkAsked(generation, template, Cka.PRIME_BITS, 1);
            case BYTES -> checkAsked(generation, template, Cka.VALUE_LEN, 1);
            case BITS -> checkAsked(generation, template, Cka.VALUE_LEN, Byte.SIZE);
            case NONE, FIXED, MADE_BYTES, CURVE, FIELD_BITS, ML_KEM_BYTES, PQ_PUBLIC_BYTES -> {
                // Cheap to make, and measured then.
            }
        }
    }

    private static void checkAsked(Declaration<?> generation, AttributeMap template, long attribute, int factor) {
        long asked = template.ulong(attribute, -1);
        if (asked >= 0
                && asked <= Long.MAX_VALUE / factor
                && !generation.keys().size().includes(asked * factor)) {
            throw refusal(
                    Names.CKA.of(attribute),
                    generation.name(),
                    List.of(generation.keys().size()),
                    asked * factor);
        }
    }

    /// Refuses what was made, where its size is told by more than a number.
    void checkMade(@Nullable Declaration<?> generation, AttributeMap made) {
        if (generation == null || !generation.keys().size().isTold()) {
            return;
        }
        KeySize size = generation.keys().size();
        long found = size.unit().of(new Made(made));
        if (!size.includes(found)) {
            throw refusal(attribute(size.unit()), generation.name(), List.of(size), found);
        }
    }

    /// Refuses a key from outside that no mechanism takes any more, but some would have taken.
    ///
    /// Only the mechanisms made for its type count: there is always one that derives something from any secret.
    void checkKey(AttributeMap key) {
        List<KeyRule> rules = offered.values().stream()
                .map(Declaration::keys)
                .filter(rule -> rule.size().isMeasured())
                .filter(rule -> rule.covers(key.ulong(Cka.CLASS, -1), key.ulong(Cka.KEY_TYPE, -1)))
                .toList();
        int fewest = rules.stream().mapToInt(rule -> rule.types().size()).min().orElse(0);
        List<KeySize> sizes = rules.stream()
                .filter(rule -> rule.types().size() == fewest)
                .map(KeyRule::size)
                .distinct()
                .toList();
        List<KeySize> told = sizes.stream().filter(KeySize::isTold).toList();
        KeyView view = new Made(key);
        if (told.isEmpty()
                || sizes.stream().anyMatch(size -> size.includes(size.unit().of(view)))) {
            return;
        }
        KeySize first = told.getFirst();
        throw refusal(
                attribute(first.unit()),
                "keys of type " + Names.CKK.of(key.ulong(Cka.KEY_TYPE, -1)),
                told,
                first.unit().of(view));
    }

    private static Refusal refusal(String attribute, String what, List<KeySize> sizes, long found) {
        KeySize size = sizes.getFirst();
        return Refusal.of(
                switch (size.unit()) {
                    case FIELD_BITS, CURVE -> Ckr.CURVE_NOT_SUPPORTED;
                    case ML_KEM_BYTES, PQ_PUBLIC_BYTES -> Ckr.PARAMETER_SET_NOT_SUPPORTED;
                    case NONE, FIXED, MADE_BYTES, BYTES, BITS, MODULUS_BITS, PRIME_BITS -> Ckr.ATTRIBUTE_VALUE_INVALID;
                },
                attribute,
                "This token was told to take, for " + what + ", " + size.min() + " to " + size.max() + " " + size.unit()
                        + "; this would have " + found + ".",
                "4.1.1",
                "Choose a size within the range that C_GetMechanismInfo tells, or " + Told.OTHERWISE);
    }

    private static String attribute(KeySize.Unit unit) {
        return switch (unit) {
            case NONE, FIXED, MADE_BYTES, BYTES, BITS -> "CKA_VALUE";
            case MODULUS_BITS -> "CKA_MODULUS";
            case PRIME_BITS -> "CKA_PRIME";
            case FIELD_BITS, CURVE -> "CKA_EC_PARAMS";
            case ML_KEM_BYTES, PQ_PUBLIC_BYTES -> "CKA_PARAMETER_SET";
        };
    }

    /// A key that is measured and not used.
    private record Made(AttributeMap attributes) implements KeyView {
        @Override
        public <T> T prepared(Class<T> as, Function<AttributeMap, T> make) {
            return make.apply(attributes);
        }
    }
}
