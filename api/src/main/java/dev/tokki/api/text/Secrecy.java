package dev.tokki.api.text;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Which attributes hold secrets.
public final class Secrecy {
    /// Sensitive in every table that has them.
    private static final Set<Long> SECRET = Set.of(
            Cka.PRIVATE_EXPONENT,
            Cka.PRIME_1,
            Cka.PRIME_2,
            Cka.EXPONENT_1,
            Cka.EXPONENT_2,
            Cka.COEFFICIENT,
            Cka.SEED,
            Cka.X2RATCHET_CKR,
            Cka.X2RATCHET_CKS,
            Cka.X2RATCHET_DHS,
            Cka.X2RATCHET_HKR,
            Cka.X2RATCHET_HKS,
            Cka.X2RATCHET_NHKR,
            Cka.X2RATCHET_NHKS,
            Cka.X2RATCHET_RK);

    /// Classes whose `CKA_VALUE` anyone may see.
    private static final Set<Long> OPEN = Set.of(Cko.DATA, Cko.CERTIFICATE, Cko.PUBLIC_KEY, Cko.HW_FEATURE);

    private Secrecy() {}

    /// {@return whether an attribute of an object of unknown class may be secret}
    static boolean covers(long type) {
        return type == Cka.VALUE || SECRET.contains(type);
    }

    /// {@return whether an attribute of this template may be secret}
    static boolean covers(long type, List<Attribute> template) {
        return covers(type, objectClass(template));
    }

    /// {@return whether an attribute of an object may be secret}
    ///
    /// @param type the attribute
    /// @param objectClass the object's class; empty if it is not known
    public static boolean covers(long type, OptionalLong objectClass) {
        return SECRET.contains(type) || (type == Cka.VALUE && !isOpen(objectClass));
    }

    private static boolean isOpen(OptionalLong objectClass) {
        return objectClass.isPresent() && OPEN.contains(objectClass.getAsLong());
    }

    /// {@return the class that a template names}
    public static OptionalLong objectClass(List<Attribute> template) {
        return template.stream()
                .filter(attribute -> attribute.type() == Cka.CLASS)
                .map(Attribute::value)
                .filter(Value.ULong.class::isInstance)
                .mapToLong(value -> ((Value.ULong) value).value())
                .findFirst();
    }
}
