package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BIG_INTEGER;
import static dev.tokki.api.AttributeKind.BOOL;
import static dev.tokki.api.AttributeKind.ULONG;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;

/// Keys and domain parameters of DSA (section 6.2) and of Diffie-Hellman (section 6.4), and what all domain
/// parameters have (section 4.14).
final class DiscreteLogarithmTables {
    static final AttributeTable DOMAIN = AttributeTable.of(
            "Common Domain Parameter Attributes",
            "4.14.2",
            row(Cka.KEY_TYPE, ULONG, 1),
            row(Cka.LOCAL, BOOL, 2, 4).made(History::local));

    static final AttributeTable DSA_PUBLIC = AttributeTable.of(
            "DSA Public Key Object Attributes",
            "6.2.2",
            row(Cka.PRIME, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.SUBPRIME, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.BASE, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.VALUE, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE));

    static final AttributeTable DSA_PRIVATE = AttributeTable.of(
            "DSA Private Key Object Attributes",
            "6.2.4",
            row(Cka.PRIME, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.SUBPRIME, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.BASE, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.VALUE, BIG_INTEGER, 1, 4, 6, 7).limit(Limit.POSITIVE));

    /// With the length of the subprime, of which sections 6.2.5 to 6.2.9 speak and the table does not.
    static final AttributeTable DSA_DOMAIN = AttributeTable.of(
            "DSA Domain Parameter Object Attributes",
            "6.2.5",
            row(Cka.PRIME, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE).freeToGenerate(),
            row(Cka.SUBPRIME, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE).freeToGenerate(),
            row(Cka.BASE, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE).freeToGenerate(),
            row(Cka.PRIME_BITS, ULONG, 2, 3)
                    .follows(Computation.bitsOf(Cka.PRIME), Ckr.TEMPLATE_INCONSISTENT)
                    .freeToGenerate(),
            row(Cka.SUBPRIME_BITS, ULONG, 2).follows(Computation.bitsOf(Cka.SUBPRIME), Ckr.TEMPLATE_INCONSISTENT));

    static final AttributeTable DH_PUBLIC = AttributeTable.of(
            "Diffie-Hellman Public Key Object Attributes",
            "6.4.2",
            row(Cka.PRIME, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.BASE, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.VALUE, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE));

    static final AttributeTable X9_42_PUBLIC = AttributeTable.of(
            "X9.42 Diffie-Hellman Public Key Object Attributes",
            "6.4.3",
            row(Cka.PRIME, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.BASE, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.SUBPRIME, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.VALUE, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE));

    static final AttributeTable DH_PRIVATE = AttributeTable.of(
            "Diffie-Hellman Private Key Object Attributes",
            "6.4.4",
            row(Cka.PRIME, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.BASE, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.VALUE, BIG_INTEGER, 1, 4, 6, 7).limit(Limit.POSITIVE),
            row(Cka.VALUE_BITS, ULONG, 2).made(Computation.bitsOf(Cka.VALUE)));

    static final AttributeTable X9_42_PRIVATE = AttributeTable.of(
            "X9.42 Diffie-Hellman Private Key Object Attributes",
            "6.4.5",
            row(Cka.PRIME, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.BASE, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.SUBPRIME, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.VALUE, BIG_INTEGER, 1, 4, 6, 7).limit(Limit.POSITIVE));

    static final AttributeTable DH_DOMAIN = AttributeTable.of(
            "Diffie-Hellman Domain Parameter Object Attributes",
            "6.4.6",
            row(Cka.PRIME, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE),
            row(Cka.BASE, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE),
            row(Cka.PRIME_BITS, ULONG, 2, 3).follows(Computation.bitsOf(Cka.PRIME), Ckr.TEMPLATE_INCONSISTENT));

    static final AttributeTable X9_42_DOMAIN = AttributeTable.of(
            "X9.42 Diffie-Hellman Domain Parameters Object Attributes",
            "6.4.7",
            row(Cka.PRIME, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE),
            row(Cka.BASE, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE),
            row(Cka.SUBPRIME, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE),
            row(Cka.PRIME_BITS, ULONG, 2, 3).follows(Computation.bitsOf(Cka.PRIME), Ckr.TEMPLATE_INCONSISTENT),
            row(Cka.SUBPRIME_BITS, ULONG, 2, 3).follows(Computation.bitsOf(Cka.SUBPRIME), Ckr.TEMPLATE_INCONSISTENT));

    private DiscreteLogarithmTables() {}
}
