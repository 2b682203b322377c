package dev.tokki.emulator.object;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A type of object: a class, for most with a key, certificate or feature type, and the rules of its
/// attributes.
final class ObjectType {
    private final long objectClass;
    private final OptionalLong subtype;
    private final Set<Long> uses;
    private final List<Consistency> consistency;
    private final List<AttributeTable> tables;
    private final Map<Long, AttributeRule> rules;

    /// @param uses the usage attributes (`CKA_SIGN`, …) of what such keys can do
    /// @param consistency rules that look at several attributes
    /// @param tables the tables whose rows such objects have; of two rows of one attribute the later counts
    ObjectType(
            long objectClass,
            OptionalLong subtype,
            Set<Long> uses,
            List<Consistency> consistency,
            List<AttributeTable> tables) {
        this.objectClass = objectClass;
        this.subtype = subtype;
        this.uses = uses;
        this.consistency = consistency;
        this.tables = tables;
        Map<Long, AttributeRule> byAttribute = new LinkedHashMap<>();
        tables.forEach(table -> table.rules().forEach(rule -> byAttribute.put(rule.attribute(), rule)));
        this.rules = Collections.unmodifiableMap(byAttribute);
    }

    /// {@return `CKA_CLASS` of such objects}
    long objectClass() {
        return objectClass;
    }

    /// {@return the type within the class, where there is one}
    OptionalLong subtype() {
        return subtype;
    }

    /// {@return the usage attributes of what such keys can do}
    Set<Long> uses() {
        return uses;
    }

    /// {@return rules that look at several attributes}
    List<Consistency> consistency() {
        return consistency;
    }

    /// {@return the tables of the specification that speak of such objects}
    List<AttributeTable> tables() {
        return tables;
    }

    /// {@return the rules of all attributes that such objects can have}
    Collection<AttributeRule> rules() {
        return rules.values();
    }

    /// {@return the rule of an attribute, if such objects can have it}
    Optional<AttributeRule> rule(long attribute) {
        return Optional.ofNullable(rules.get(attribute));
    }

    /// {@return whether such objects hold a private or a secret key}
    boolean holdsSecret() {
        return objectClass == Cko.PRIVATE_KEY || objectClass == Cko.SECRET_KEY || objectClass == Cko.OTP_KEY;
    }

    /// {@return whether such objects are keys}
    boolean isKey() {
        return holdsSecret() || objectClass == Cko.PUBLIC_KEY;
    }

    /// {@return whether applications can make such objects (section 4.3)}
    boolean isStorage() {
        return rules.containsKey(Cka.TOKEN);
    }

    /// {@return whether an attribute of such an object is hidden (footnote 7)}
    boolean hides(AttributeMap object, long attribute) {
        AttributeRule rule = rules.get(attribute);
        return rule != null
                && rule.has(Footnote.HIDDEN_IF_SENSITIVE)
                && (object.bool(Cka.SENSITIVE, false) || !object.bool(Cka.EXTRACTABLE, true));
    }

    /// {@return the type's name, for example `CKO_PUBLIC_KEY of CKK_RSA`}
    @Override
    public String toString() {
        String name = Names.CKO.of(objectClass);
        return subtype.isEmpty() ? name : name + " of " + subtypeName(subtype.getAsLong());
    }

    private String subtypeName(long value) {
        if (objectClass == Cko.HW_FEATURE) {
            // CKH_ has names of another kind too (CKH_HEDGE_PREFERRED), with the same values and older ones last.
            return Names.CKH.all(value).getLast();
        }
        return (objectClass == Cko.CERTIFICATE ? Names.CKC : Names.CKK).of(value);
    }
}
