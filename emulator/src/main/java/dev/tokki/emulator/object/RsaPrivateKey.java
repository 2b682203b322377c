package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The numbers of an RSA private key, section 6.1.3: modulus and the two exponents must be given, the primes
/// and what goes with them may be, and are computed otherwise, so that every key of the token has them all.
final class RsaPrivateKey {
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger TWO = BigInteger.TWO;
    /// Each attempt at factoring fails with a probability of one half at most.
    private static final int ATTEMPTS = 100;

    private final AttributeMap key;
    private final BigInteger modulus;
    private final BigInteger publicExponent;
    private final BigInteger privateExponent;

    private RsaPrivateKey(AttributeMap key) {
        this.key = key;
        this.modulus = number(Cka.MODULUS);
        this.publicExponent = number(Cka.PUBLIC_EXPONENT);
        this.privateExponent = number(Cka.PRIVATE_EXPONENT);
    }

    /// {@return the numbers that are missing}
    ///
    /// @throws Refusal if those that are there are not one key
    static List<Attribute> complete(AttributeMap key) {
        return new RsaPrivateKey(key).missing();
    }

    private List<Attribute> missing() {
        BigInteger p = firstPrime();
        BigInteger q = modulus.divide(p);
        List<Attribute> missing = new ArrayList<>();
        expect(Cka.PRIME_1, p, missing);
        expect(Cka.PRIME_2, q, missing);
        if (!p.multiply(q).equals(modulus) || p.compareTo(ONE) <= 0 || q.compareTo(ONE) <= 0) {
            throw contradiction("CKA_PRIME_1", "The product of the primes is the modulus, and here it is not.");
        }
        BigInteger p1 = p.subtract(ONE);
        BigInteger q1 = q.subtract(ONE);
        if (!isInverse(p1) || !isInverse(q1)) {
            throw contradiction(
                    "CKA_PRIVATE_EXPONENT",
                    "The private exponent undoes the public one for this modulus, and here it does not.");
        }
        expect(Cka.EXPONENT_1, privateExponent.mod(p1), missing);
        expect(Cka.EXPONENT_2, privateExponent.mod(q1), missing);
        if (!p.gcd(q).equals(ONE)) {
            throw contradiction("CKA_PRIME_2", "The two primes differ, and here they do not.");
        }
        expect(Cka.COEFFICIENT, q.modInverse(p), missing);
        return missing;
    }

    private BigInteger firstPrime() {
        if (key.has(Cka.PRIME_1)) {
            return number(Cka.PRIME_1);
        } else if (key.has(Cka.PRIME_2)) {
            return modulus.divide(number(Cka.PRIME_2));
        }
        return factor().map(this::inOrder)
                .orElseThrow(() -> contradiction(
                        "CKA_PRIVATE_EXPONENT",
                        "The private exponent undoes the public one for this modulus, and here it does not."));
    }

    /// Finds the larger prime from both exponents: `e·d - 1` is a multiple of the group's order, so that the
    /// square roots of one on the way to a power of it give away a factor.
    private Optional<BigInteger> factor() {
        BigInteger multiple = publicExponent.multiply(privateExponent).subtract(ONE);
        if (multiple.signum() <= 0 || multiple.testBit(0) || !modulus.testBit(0)) {
            return Optional.empty();
        }
        int twos = multiple.getLowestSetBit();
        BigInteger odd = multiple.shiftRight(twos);
        for (int base = 2; base < 2 + ATTEMPTS; base++) {
            BigInteger root = BigInteger.valueOf(base).modPow(odd, modulus);
            for (int square = 0; square < twos && !root.equals(ONE); square++) {
                BigInteger next = root.modPow(TWO, modulus);
                if (next.equals(ONE) && !root.equals(modulus.subtract(ONE))) {
                    BigInteger prime = root.subtract(ONE).gcd(modulus);
                    return Optional.of(prime.max(modulus.divide(prime)));
                }
                root = next;
            }
        }
        return Optional.empty();
    }

    /// The first prime is the one that a given CKA_EXPONENT_1 belongs to; the larger one if none is given.
    private BigInteger inOrder(BigInteger prime) {
        boolean fits = !key.has(Cka.EXPONENT_1)
                || privateExponent.mod(prime.subtract(ONE)).equals(number(Cka.EXPONENT_1));
        return fits ? prime : modulus.divide(prime);
    }

    private boolean isInverse(BigInteger order) {
        return publicExponent.multiply(privateExponent).mod(order).equals(ONE.mod(order));
    }

    private void expect(long attribute, BigInteger value, List<Attribute> missing) {
        if (!key.has(attribute)) {
            missing.add(new Attribute(attribute, Value.of(value)));
        } else if (!number(attribute).equals(value)) {
            throw contradiction(
                    Names.CKA.of(attribute), "It follows from the modulus and the exponents, and here it does not.");
        }
    }

    private BigInteger number(long attribute) {
        return key.find(attribute).map(Values::number).orElse(BigInteger.ZERO);
    }

    private static Refusal contradiction(String subject, String rule) {
        return Refusal.of(
                Ckr.TEMPLATE_INCONSISTENT,
                subject,
                rule,
                "6.1.3",
                "Give the numbers of one key; all but the modulus and the exponents may be left out.");
    }
}
