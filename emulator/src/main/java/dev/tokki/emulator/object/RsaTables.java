package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BIG_INTEGER;
import static dev.tokki.api.AttributeKind.BYTES;
import static dev.tokki.api.AttributeKind.ULONG;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;

/// RSA keys, section 6.1. Primes and exponents that nobody gives are computed by [RsaPrivateKey].
final class RsaTables {
    static final AttributeTable PUBLIC = AttributeTable.of(
            "RSA Public Key Object Attributes",
            "6.1.2",
            row(Cka.MODULUS, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE),
            row(Cka.MODULUS_BITS, ULONG, 2, 3).follows(Computation.bitsOf(Cka.MODULUS), Ckr.TEMPLATE_INCONSISTENT),
            row(Cka.PUBLIC_EXPONENT, BIG_INTEGER, 1).limit(Limit.POSITIVE),
            row(Cka.PUBLIC_CRC64_VALUE, BYTES, 4, 13)
                    .follows(Computation.crc64Of(Cka.MODULUS), Ckr.ATTRIBUTE_VALUE_INVALID));

    static final AttributeTable PRIVATE = AttributeTable.of(
            "RSA Private Key Object Attributes",
            "6.1.3",
            row(Cka.MODULUS, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.PUBLIC_EXPONENT, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.PRIVATE_EXPONENT, BIG_INTEGER, 1, 4, 6, 7).limit(Limit.POSITIVE),
            row(Cka.PRIME_1, BIG_INTEGER, 4, 6, 7).limit(Limit.POSITIVE),
            row(Cka.PRIME_2, BIG_INTEGER, 4, 6, 7).limit(Limit.POSITIVE),
            row(Cka.EXPONENT_1, BIG_INTEGER, 4, 6, 7).limit(Limit.POSITIVE),
            row(Cka.EXPONENT_2, BIG_INTEGER, 4, 6, 7).limit(Limit.POSITIVE),
            row(Cka.COEFFICIENT, BIG_INTEGER, 4, 6, 7).limit(Limit.POSITIVE),
            row(Cka.PUBLIC_CRC64_VALUE, BYTES, 4, 13)
                    .follows(Computation.crc64Of(Cka.MODULUS), Ckr.ATTRIBUTE_VALUE_INVALID));

    private RsaTables() {}
}
