package dev.tokki.api.text;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Which attributes hold secrets.
final class Secrecy {
    /// Sensitive in every table that has them.
    private static final Set<Long> SECRET = Set.of(
            Cka.PRIVATE_EXPONENT, Cka.PRIME_1, Cka.PRIME_2, Cka.EXPONENT_1, Cka.EXPONENT_2, Cka.COEFFICIENT, Cka.SEED);

    /// Classes whose `CKA_VALUE` anyone may see.
    private static final Set<Long> OPEN = Set.of(Cko.DATA, Cko.CERTIFICATE, Cko.PUBLIC_KEY, Cko.HW_FEATURE);

    private Secrecy() {}

    /// {@return whether an attribute of an object of unknown class may be secret}
    static boolean covers(long type) {
        return type == Cka.VALUE || SECRET.contains(type);
    }

    /// {@return whether an attribute of this template may be secret}
    static boolean covers(long type, List<Attribute> template) {
        return SECRET.contains(type) || (type == Cka.VALUE && !isOpen(objectClass(template)));
    }

    private static boolean isOpen(OptionalLong objectClass) {
        return objectClass.isPresent() && OPEN.contains(objectClass.getAsLong());
    }

    private static OptionalLong objectClass(List<Attribute> template) {
        return template.stream()
                .filter(attribute -> attribute.type() == Cka.CLASS)
                .map(Attribute::value)
                .filter(Value.ULong.class::isInstance)
                .mapToLong(value -> ((Value.ULong) value).value())
                .findFirst();
    }
}
