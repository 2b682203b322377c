package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A prime, a base, and the order of the base where it is told.
record Domain(BigInteger prime, Optional<BigInteger> order, BigInteger base) {
    /// {@return the domain of a key or a template}
    static Domain of(AttributeMap key, boolean hasOrder, String section) {
        BigInteger prime = given(key, Cka.PRIME, section);
        BigInteger base = given(key, Cka.BASE, section);
        Optional<BigInteger> order = hasOrder ? Optional.of(given(key, Cka.SUBPRIME, section)) : Optional.empty();
        boolean isDomain = prime.testBit(0)
                && base.compareTo(BigInteger.ONE) > 0
                && base.compareTo(prime) < 0
                && order.map(q -> base.modPow(q, prime).equals(BigInteger.ONE)).orElse(true);
        if (!isDomain) {
            throw invalid("The base lies between 1 and the prime, and to the subprime it is 1.", section);
        }
        return new Domain(prime, order, base);
    }

    static Refusal invalid(String rule, String section) {
        return Refusal.of(
                Ckr.DOMAIN_PARAMS_INVALID,
                "CKA_PRIME, CKA_SUBPRIME, CKA_BASE",
                rule,
                section,
                "Pass a domain as it was generated.");
    }

    /// {@return a number that a template must give}
    static BigInteger given(AttributeMap template, long type, String section) {
        if (!template.has(type)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCOMPLETE,
                    Names.CKA.of(type),
                    "The domain is not given.",
                    section,
                    "Add " + Names.CKA.of(type) + " to the template.");
        }
        return number(template, type);
    }

    /// {@return the length of the prime in bytes}
    int length() {
        return (prime.bitLength() + 7) / 8;
    }

    /// {@return whether a public value is one: it lies between 2 and the prime less 2 (0, 1 and -1 would make a
    /// secret that everybody knows), and where the order is told, its power to it is 1}
    boolean includes(BigInteger value) {
        return value.compareTo(BigInteger.TWO) >= 0
                && value.compareTo(prime.subtract(BigInteger.TWO)) <= 0
                && order.map(q -> value.modPow(q, prime).equals(BigInteger.ONE)).orElse(true);
    }

    /// {@return a new private value}
    ///
    /// @param bits its length at most
    BigInteger secret(SecureRandom random, long bits) {
        BigInteger below = order.orElse(prime.subtract(BigInteger.ONE));
        int length = (int) Math.min(Math.max(bits, 1), below.bitLength());
        BigInteger secret;
        do {
            secret = new BigInteger(length, random);
        } while (secret.signum() == 0 || secret.compareTo(below) >= 0);
        return secret;
    }

    static BigInteger number(AttributeMap key, long type) {
        return new BigInteger(1, key.bytes(type));
    }

    /// {@return the attributes of the domain}
    List<Attribute> attributes() {
        List<Attribute> all = new ArrayList<>(List.of(Attribute.of(Cka.PRIME, prime), Attribute.of(Cka.BASE, base)));
        order.ifPresent(q -> all.add(Attribute.of(Cka.SUBPRIME, q)));
        return all;
    }

    /// {@return the size of keys as the sections want it told}
    static KeySize size(int min, int max) {
        return new KeySize(min, max, KeySize.Unit.PRIME_BITS);
    }

    static Domain of(KeyView key, boolean hasOrder, String section) {
        return of(key.attributes(), hasOrder, section);
    }
}
