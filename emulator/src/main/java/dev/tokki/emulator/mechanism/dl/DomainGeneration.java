package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.DsaParameter.ParameterGen;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.DhPrimes;
import dev.tokki.emulator.crypto.DsaPrimes;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.DSAParameters;

/// Generation of domain parameters, sections 6.2.7 to 6.2.10, 6.4.9 and 6.4.13.
final class DomainGeneration {
    static final String DSA = "6.2.7";
    static final String DSA_PROBABLE = "6.2.8";
    static final String DSA_PROVABLE = "6.2.9";
    static final String DSA_BASE = "6.2.10";
    static final String DH = "6.4.9";
    static final String X9_42 = "6.4.13";

    /// The lengths of the order that go with a prime's; the first where the template does not say (section 6.2.5).
    private static final Map<Long, List<Long>> ORDERS =
            Map.of(1024L, List.of(160L), 2048L, List.of(224L, 256L), 3072L, List.of(256L));

    /// Generates the primes of FIPS 186-4.
    @FunctionalInterface
    interface PrimesMaker {
        DsaPrimes make(String hash, int primeBits, int orderBits, java.security.SecureRandom random);
    }

    private DomainGeneration() {}

    /// Whole domains of DSA. FIPS 186-4 knows three lengths; shorter ones are those of its predecessors.
    static List<Attribute> dsa(Crypto crypto, AttributeMap template) {
        Templates.agree(template, Cko.DOMAIN_PARAMETERS, Ckk.DSA, DSA);
        refuseGiven(template, DSA, Cka.PRIME, Cka.SUBPRIME, Cka.BASE);
        long bits = bits(template, Cka.PRIME_BITS, DSA);
        boolean isOld = bits >= 512 && bits < 1024 && bits % 64 == 0;
        long order = isOld ? oldOrder(template) : order(template, bits, DSA);
        DSAParameters made = DsaPrimes.generated(isOld ? "SHA-1" : "SHA-256", (int) bits, (int) order, crypto.random());
        List<Attribute> domain = new ArrayList<>(primes(made.getP(), made.getQ()));
        domain.add(Attribute.of(Cka.BASE, made.getG()));
        return domain;
    }

    /// Primes of DSA, whose seed the parameter tells.
    static List<Attribute> dsaPrimes(
            Crypto crypto, ParameterGen parameter, Use.Generation input, PrimesMaker maker, int seeds, String section) {
        AttributeMap template = input.template();
        Templates.agree(template, Cko.DOMAIN_PARAMETERS, Ckk.DSA, section);
        refuseGiven(template, section, Cka.PRIME, Cka.SUBPRIME, Cka.BASE);
        long bits = bits(template, Cka.PRIME_BITS, section);
        long order = order(template, bits, section);
        String hash = hash(parameter, order);
        checkRoom(parameter.seed(), seeds * order / Byte.SIZE);
        DsaPrimes made = maker.make(hash, (int) bits, (int) order, crypto.random());
        if (!parameter.seed().isNull()) {
            input.products().tell(none -> new ParameterGen(parameter.hash(), made.seed(), parameter.index()));
        }
        return primes(made.prime(), made.order());
    }

    /// The base that belongs to primes, a seed and an index.
    static List<Attribute> dsaBase(Crypto crypto, ParameterGen parameter, AttributeMap template) {
        Templates.agree(template, Cko.DOMAIN_PARAMETERS, Ckk.DSA, DSA_BASE);
        refuseGiven(template, DSA_BASE, Cka.BASE);
        BigInteger prime = Domain.given(template, Cka.PRIME, DSA_BASE);
        BigInteger order = Domain.given(template, Cka.SUBPRIME, DSA_BASE);
        if (order.signum() == 0
                || prime.bitLength() > DsaMechanisms.LONGEST
                || !prime.subtract(BigInteger.ONE).mod(order).equals(BigInteger.ZERO)) {
            throw noPrimes("The subprime divides the prime less one.");
        }
        String hash = hash(parameter, order.bitLength());
        BigInteger base = DsaPrimes.base(
                        crypto, hash, prime, order, parameter.seed().copy(), (int) parameter.index())
                .orElseThrow(() -> noPrimes("A base comes of them, the seed and the index."));
        List<Attribute> domain = new ArrayList<>(primes(prime, order));
        domain.add(Attribute.of(Cka.BASE, base));
        return domain;
    }

    private static Refusal noPrimes(String rule) {
        return Refusal.of(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                "CKA_PRIME, CKA_SUBPRIME",
                rule,
                DSA_BASE,
                "Pass the primes as they were generated.");
    }

    /// A safe prime and the base 2.
    static List<Attribute> dh(Crypto crypto, AttributeMap template) {
        Templates.agree(template, Cko.DOMAIN_PARAMETERS, Ckk.DH, DH);
        long bits = bits(template, Cka.PRIME_BITS, DH);
        if (bits < DhMechanisms.SHORTEST || bits > DhMechanisms.LONGEST) {
            throw wrongBits(bits, Cka.PRIME_BITS, DhMechanisms.SHORTEST + " to " + DhMechanisms.LONGEST + " bits", DH);
        }
        DhPrimes made = DhPrimes.safe((int) bits, crypto.random());
        return List.of(
                Attribute.of(Cka.CLASS, Cko.DOMAIN_PARAMETERS),
                Attribute.of(Cka.KEY_TYPE, Ckk.DH),
                Attribute.of(Cka.PRIME, made.prime()),
                Attribute.of(Cka.BASE, made.base()),
                Attribute.of(Cka.PRIME_BITS, bits));
    }

    /// "Prime p (≥ 1024 bits, in steps of 256 bits), subprime q (≥ 160 bits)", section 6.4.7.
    static List<Attribute> x942(Crypto crypto, AttributeMap template) {
        Templates.agree(template, Cko.DOMAIN_PARAMETERS, Ckk.X9_42_DH, X9_42);
        long bits = bits(template, Cka.PRIME_BITS, X9_42);
        if (bits < 1024 || bits > DhMechanisms.LONGEST || bits % 256 != 0) {
            throw wrongBits(bits, Cka.PRIME_BITS, "1024 to " + DhMechanisms.LONGEST + " bits in steps of 256", X9_42);
        }
        long order = bits(template, Cka.SUBPRIME_BITS, X9_42);
        if (order < 160 || order >= bits) {
            throw wrongBits(order, Cka.SUBPRIME_BITS, "160 bits at least and fewer than the prime", X9_42);
        }
        DhPrimes made = DhPrimes.withSubgroup((int) bits, (int) order, crypto.random());
        return List.of(
                Attribute.of(Cka.CLASS, Cko.DOMAIN_PARAMETERS),
                Attribute.of(Cka.KEY_TYPE, Ckk.X9_42_DH),
                Attribute.of(Cka.PRIME, made.prime()),
                Attribute.of(Cka.SUBPRIME, made.order()),
                Attribute.of(Cka.BASE, made.base()),
                Attribute.of(Cka.PRIME_BITS, bits),
                Attribute.of(Cka.SUBPRIME_BITS, order));
    }

    private static List<Attribute> primes(BigInteger prime, BigInteger order) {
        return List.of(
                Attribute.of(Cka.CLASS, Cko.DOMAIN_PARAMETERS),
                Attribute.of(Cka.KEY_TYPE, Ckk.DSA),
                Attribute.of(Cka.PRIME, prime),
                Attribute.of(Cka.SUBPRIME, order),
                Attribute.of(Cka.PRIME_BITS, (long) prime.bitLength()),
                Attribute.of(Cka.SUBPRIME_BITS, (long) order.bitLength()));
    }

    private static long oldOrder(AttributeMap template) {
        long order = template.ulong(Cka.SUBPRIME_BITS, 160);
        if (order != 160) {
            throw wrongBits(order, Cka.SUBPRIME_BITS, "160 bits below a prime of 1024", DSA);
        }
        return order;
    }

    private static long order(AttributeMap template, long bits, String section) {
        List<Long> orders = ORDERS.get(bits);
        if (orders == null) {
            throw wrongBits(
                    bits,
                    Cka.PRIME_BITS,
                    "1024, 2048 or 3072 bits (FIPS 186-4)"
                            + (section.equals(DSA) ? ", or 512 to 960 in steps of 64" : ""),
                    section);
        }
        long order = template.ulong(Cka.SUBPRIME_BITS, orders.get(0));
        if (!orders.contains(order)) {
            throw wrongBits(order, Cka.SUBPRIME_BITS, "one of " + orders + " with a prime of " + bits, section);
        }
        return order;
    }

    private static String hash(ParameterGen parameter, long orderBits) {
        return DsaMechanisms.seedHash(parameter.hash())
                .filter(hash -> hash.length() * (long) Byte.SIZE >= orderBits)
                .map(Hash::algorithm)
                .orElseThrow(() -> DsaMechanisms.SEED.wrong(
                        "hash",
                        "It is a digest of SHA-1 or SHA-2 no shorter than the subprime, which has " + orderBits
                                + " bits; this is " + Names.CKM.of(parameter.hash()) + ".",
                        "Pass CKM_SHA256 for example."));
    }

    /// NULL_PTR and length 0 mean that the seed is not wanted.
    private static void checkRoom(Bytes room, long needed) {
        if (room.length() < needed && !(room.isNull() && room.length() == 0)) {
            throw DsaMechanisms.SEED.wrong(
                    "ulSeedLen",
                    "The seed has " + needed + " bytes; there is room for " + room.length() + ".",
                    "Provide " + needed + " bytes, or NULL_PTR and length 0 where the seed is not wanted.");
        }
    }

    private static long bits(AttributeMap template, long attribute, String section) {
        if (!template.has(attribute)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCOMPLETE,
                    Names.CKA.of(attribute),
                    "The length of the number is not given.",
                    section,
                    "Add " + Names.CKA.of(attribute) + " to the template.");
        }
        return template.ulong(attribute, -1);
    }

    private static Refusal wrongBits(long bits, long attribute, String allowed, String section) {
        return Refusal.of(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                Names.CKA.of(attribute),
                "It is " + allowed + "; asked for were " + Long.toUnsignedString(bits) + ".",
                section,
                "Pass such a length.");
    }

    /// What the mechanism makes must not be there before.
    private static void refuseGiven(AttributeMap template, String section, long... made) {
        for (long attribute : made) {
            if (template.has(attribute)) {
                throw Refusal.of(
                        Ckr.ATTRIBUTE_READ_ONLY,
                        Names.CKA.of(attribute),
                        "The mechanism makes it; it must not be specified.",
                        section,
                        "Leave it out.");
            }
        }
    }
}
