package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.KnownPrimes;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.util.Map;

/// Keys and domain parameters of DSA and Diffie-Hellman (sections 6.2 and 6.4): whether their numbers can be what they
/// say, by the rules of FIPS 186-4, appendix A, and NIST SP 800-56A, 5.5.2 and 5.6.2.
final class DiscreteLogKeys {
    /// The longest prime that a mechanism takes, in bits. A longer one would only take time.
    private static final int LONGEST = 8192;
    /// A composite subprime passes with a probability of 2^-64 at most.
    private static final int CERTAINTY = 64;

    private static final Map<Long, String> SECTIONS = Map.of(Ckk.DSA, "6.2", Ckk.DH, "6.4", Ckk.X9_42_DH, "6.4");

    private final AttributeMap object;
    private final String section;

    private DiscreteLogKeys(AttributeMap object) {
        this.object = object;
        this.section = SECTIONS.getOrDefault(object.ulong(Cka.KEY_TYPE, -1), "6.4");
    }

    static boolean isDiscreteLog(long keyType) {
        return SECTIONS.containsKey(keyType);
    }

    /// Refuses numbers that cannot be a key or domain parameters.
    static void check(AttributeMap object) {
        new DiscreteLogKeys(object).check();
    }

    private void check() {
        checkPrime();
        if (object.has(Cka.SUBPRIME)) {
            checkSubprime();
        }
        if (object.has(Cka.BASE)) {
            checkBase();
        }
        if (object.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY) {
            checkPublic();
        } else if (object.ulong(Cka.CLASS, -1) == Cko.PRIVATE_KEY) {
            checkPrivate();
        }
    }

    private void checkPrime() {
        BigInteger prime = number(Cka.PRIME);
        if (prime.bitLength() > LONGEST) {
            throw domain("CKA_PRIME", "It has " + prime.bitLength() + " bits; " + LONGEST + " are served.");
        }
        boolean isOdd = prime.testBit(0) && prime.compareTo(BigInteger.TWO) > 0;
        if (!isOdd || !(KnownPrimes.include(prime) || prime.isProbablePrime(CERTAINTY))) {
            throw domain("CKA_PRIME", "It is no odd prime.");
        }
    }

    private void checkSubprime() {
        BigInteger subprime = number(Cka.SUBPRIME);
        boolean divides = subprime.compareTo(BigInteger.ONE) > 0
                && number(Cka.PRIME).subtract(BigInteger.ONE).mod(subprime).signum() == 0;
        if (!divides || !subprime.isProbablePrime(CERTAINTY)) {
            throw domain("CKA_SUBPRIME", "It must be a prime that divides the prime less 1.");
        }
    }

    private void checkBase() {
        BigInteger prime = number(Cka.PRIME);
        BigInteger base = number(Cka.BASE);
        if (!isBetween(base, BigInteger.TWO, prime.subtract(BigInteger.TWO)) || !isOfOrder(base)) {
            throw domain(
                    "CKA_BASE",
                    "It must lie between 2 and the prime less 2, and its power to the subprime, where there is one, must"
                            + " be 1.");
        }
    }

    private void checkPublic() {
        BigInteger value = number(Cka.VALUE);
        BigInteger last = number(Cka.PRIME).subtract(BigInteger.TWO);
        if (!isBetween(value, BigInteger.TWO, last) || !isOfOrder(value)) {
            throw value(
                    "A public value lies between 2 and the prime less 2, and its power to the subprime, where there is"
                            + " one, is 1.");
        }
    }

    private void checkPrivate() {
        BigInteger below = object.has(Cka.SUBPRIME)
                ? number(Cka.SUBPRIME)
                : number(Cka.PRIME).subtract(BigInteger.ONE);
        if (!isBetween(number(Cka.VALUE), BigInteger.ONE, below.subtract(BigInteger.ONE))) {
            throw value(
                    "A private value is at least 1 and below the subprime, or the prime less 1 where there is none.");
        }
    }

    private boolean isOfOrder(BigInteger element) {
        return !object.has(Cka.SUBPRIME)
                || element.modPow(number(Cka.SUBPRIME), number(Cka.PRIME)).equals(BigInteger.ONE);
    }

    private static boolean isBetween(BigInteger number, BigInteger first, BigInteger last) {
        return number.compareTo(first) >= 0 && number.compareTo(last) <= 0;
    }

    private BigInteger number(long type) {
        return new BigInteger(1, object.bytes(type));
    }

    private Refusal domain(String attribute, String rule) {
        return Refusal.of(
                Ckr.DOMAIN_PARAMS_INVALID, attribute, rule, section, "Pass domain parameters as they were generated.");
    }

    private Refusal value(String rule) {
        return Refusal.of(Ckr.ATTRIBUTE_VALUE_INVALID, "CKA_VALUE", rule, section, "Pass the key as it was generated.");
    }
}
