package dev.tokki.cli.transfer;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An object that another token made, as a template for C_CreateObject: without what only a token itself may say
/// (footnotes 2, 4 and 6 of the attribute tables), and without what only an SO may say.
final class Creatable {
    /// The bytes of a DER octet string's head, for values of less than 128 bytes.
    private static final byte OCTET_STRING = 4;

    private static final Set<Long> TOKENS_OWN = Set.of(
            Cka.LOCAL,
            Cka.KEY_GEN_MECHANISM,
            Cka.ALWAYS_SENSITIVE,
            Cka.NEVER_EXTRACTABLE,
            Cka.UNIQUE_ID,
            Cka.VALUE_LEN,
            Cka.VALUE_BITS,
            Cka.MODULUS_BITS,
            Cka.PRIME_BITS,
            Cka.SUB_PRIME_BITS,
            Cka.TRUSTED);

    private Creatable() {}

    /// {@return the template}
    static List<Attribute> of(List<Attribute> object) {
        boolean domain = number(object, Cka.CLASS) == Cko.DOMAIN_PARAMETERS;
        long keyType = number(object, Cka.KEY_TYPE);
        boolean bareKeys = keyType == Ckk.EC_EDWARDS || keyType == Ckk.EC_MONTGOMERY;
        return object.stream()
                .filter(attribute -> Long.compareUnsigned(attribute.type(), Cka.VENDOR_DEFINED) < 0)
                .filter(attribute ->
                        !TOKENS_OWN.contains(attribute.type()) || (domain && attribute.type() == Cka.PRIME_BITS))
                .map(attribute -> bareKeys && attribute.type() == Cka.EC_POINT ? bare(attribute) : attribute)
                .toList();
    }

    /// Points of Edwards and Montgomery curves are bytes as they are (section 6.3.5), and not in DER as SoftHSM has
    /// them.
    private static Attribute bare(Attribute point) {
        return point.value() instanceof Value.Raw(var bytes)
                        && bytes.length() > 2
                        && bytes.array()[0] == OCTET_STRING
                        && bytes.array()[1] == bytes.length() - 2
                ? Attribute.of(point.type(), Arrays.copyOfRange(bytes.array(), 2, bytes.array().length))
                : point;
    }

    private static long number(List<Attribute> object, long type) {
        Optional<Value> found = object.stream()
                .filter(attribute -> attribute.type() == type)
                .map(Attribute::value)
                .findFirst();
        return found.isPresent() && found.get() instanceof Value.ULong(long number) ? number : -1;
    }
}
