package dev.tokki.emulator.mechanism.declare;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.offer.Sizes;
import dev.tokki.emulator.rule.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The keys a mechanism takes: their class, their types and their sizes.
///
/// @param types the key types, `CKK_…`; empty for mechanisms without a key
/// @param kind what kind of keys they are
/// @param size their sizes
public record KeyRule(Set<Long> types, Kind kind, KeySize size) {
    /// Kinds of keys.
    public enum Kind {
        /// Secret keys.
        SECRET,
        /// Halves of key pairs.
        PAIR,
        /// Keys of one-time passwords.
        ONE_TIME,
        /// Keys of any class and type: a mechanism underneath decides.
        ANY
    }

    /// Keys that a mechanism underneath decides about.
    public static final KeyRule UNDERNEATH = new KeyRule(Set.of(), Kind.ANY, KeySize.NONE);

    /// Mechanisms without a key.
    public static final KeyRule NONE = new KeyRule(Set.of(), Kind.SECRET, KeySize.NONE);

    public static KeyRule secret(KeySize size, Long... types) {
        return new KeyRule(Set.of(types), Kind.SECRET, size);
    }

    public static KeyRule pair(KeySize size, Long... types) {
        return new KeyRule(Set.of(types), Kind.PAIR, size);
    }

    public static KeyRule oneTime(KeySize size, Long... types) {
        return new KeyRule(Set.of(types), Kind.ONE_TIME, size);
    }

    /// {@return whether the keys are halves of key pairs}
    public boolean isPair() {
        return kind == Kind.PAIR;
    }

    /// Refuses a key that does not fit a use of a mechanism.
    public void check(Use<?, ?> use, String mechanism, String section, KeyView key) {
        if (kind == Kind.ANY) {
            return;
        }
        AttributeMap attributes = key.attributes();
        long wanted = keyClass(use);
        long type = attributes.ulong(Cka.KEY_TYPE, -1);
        if (attributes.ulong(Cka.CLASS, -1) != wanted || !types.contains(type)) {
            throw Refusal.of(
                    use.wrongType(),
                    "the key",
                    "To " + use.name() + ", " + mechanism + " takes a " + Names.CKO.of(wanted) + " of type "
                            + typeNames()
                            + "; this is a " + Names.CKO.of(attributes.ulong(Cka.CLASS, -1)) + " of type "
                            + Names.CKK.of(type) + ".",
                    section,
                    "Use a key of that class and type, or a mechanism for this key.");
        }
        long found = size.unit().of(key);
        if (size.isMeasured() && !size.includes(found)) {
            throw Refusal.of(
                    use.wrongSize(),
                    "the key",
                    (size.isTold() ? "This token was told to take, for " + mechanism + "," : mechanism + " takes")
                            + " keys of " + size.min() + " to " + size.max() + " " + size.unit() + "; this one has "
                            + found + ".",
                    section,
                    size.isTold()
                            ? "Use a key of a size within the range that C_GetMechanismInfo tells, or " + Told.OTHERWISE
                            : "Use a key of a size within the range that C_GetMechanismInfo tells.");
        }
    }

    /// {@return whether keys of a class and a type are such}
    public boolean covers(long objectClass, long type) {
        return types.contains(type) && classes().contains(objectClass);
    }

    private Set<Long> classes() {
        return switch (kind) {
            case SECRET -> Set.of(Cko.SECRET_KEY);
            case PAIR -> Set.of(Cko.PUBLIC_KEY, Cko.PRIVATE_KEY);
            case ONE_TIME -> Set.of(Cko.OTP_KEY);
            case ANY -> Set.of();
        };
    }

    /// {@return this rule for those keys only that are of some sizes; nothing if there are none}
    Optional<KeyRule> within(Sizes left) {
        return size.within(left).map(fewer -> new KeyRule(types, kind, fewer));
    }

    /// {@return the class of key that a use takes}
    public long keyClass(Use<?, ?> use) {
        if (kind == Kind.ONE_TIME) {
            return Cko.OTP_KEY;
        }
        if (!isPair()) {
            return Cko.SECRET_KEY;
        }
        return use.half() == Use.Half.PUBLIC ? Cko.PUBLIC_KEY : Cko.PRIVATE_KEY;
    }

    private String typeNames() {
        return types.stream().sorted().map(Names.CKK::of).collect(Collectors.joining(" or "));
    }
}
