package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;

/// RSA primes that ANSI X9.31 calls strong: one less and one more have a large prime factor each (made as in
/// FIPS 186-4, B.3.6 and C.9). Neither the JDK nor Bouncy Castle makes them.
public final class StrongPrimes {
    private static final BigInteger ONE = BigInteger.ONE;
    /// Wrong with a probability of 2 to the power of this, negated.
    private static final int CERTAINTY = 128;

    private final int bits;
    private final BigInteger exponent;
    private final SecureRandom random;

    /// A prime and its auxiliary primes.
    ///
    /// @param prime the prime
    /// @param below divides the prime less one
    /// @param above divides the prime and one
    public record Strong(BigInteger prime, BigInteger below, BigInteger above) {}

    /// @param bits the length of the modulus, a multiple of 2
    /// @param exponent the public exponent, odd
    public StrongPrimes(int bits, BigInteger exponent, SecureRandom random) {
        this.bits = bits;
        this.exponent = exponent;
        this.random = random;
    }

    /// {@return the first prime}
    public Strong first() {
        return next(Optional.empty());
    }

    /// {@return a prime far enough from the first, together with which it makes the modulus}
    public Strong second(Strong first) {
        return next(Optional.of(first.prime()));
    }

    private Strong next(Optional<BigInteger> other) {
        BigInteger below = auxiliary();
        BigInteger above = auxiliary();
        while (above.equals(below)) {
            above = auxiliary();
        }
        while (true) {
            Optional<BigInteger> prime = between(below, above, other);
            if (prime.isPresent()) {
                return new Strong(prime.get(), below, above);
            }
        }
    }

    /// The table B.1 of FIPS 186-4, and the 101 to 121 bits that X9.31 asks for.
    private BigInteger auxiliary() {
        int length = bits < 2048 ? 101 : bits < 3072 ? 141 : 171;
        return BigInteger.probablePrime(length, random);
    }

    /// Starts anywhere in the range and goes up in steps that keep both divisors.
    private Optional<BigInteger> between(BigInteger below, BigInteger above, Optional<BigInteger> other) {
        int half = bits / 2;
        BigInteger end = ONE.shiftLeft(half);
        // The square root of two times half of that: two such primes make a modulus of full length.
        BigInteger start = ONE.shiftLeft(2 * half - 1).sqrt().add(ONE);
        BigInteger doubled = below.shiftLeft(1);
        BigInteger step = doubled.multiply(above);
        BigInteger residue = above.modInverse(doubled)
                .multiply(above)
                .subtract(doubled.modInverse(above).multiply(doubled));
        BigInteger from = anywhere(start, end);
        BigInteger candidate = from.add(residue.subtract(from).mod(step));
        for (int tries = 0; tries < 5 * half && candidate.compareTo(end) < 0; tries++) {
            boolean fits = candidate.subtract(ONE).gcd(exponent).equals(ONE)
                    && other.map(candidate::subtract)
                            .map(distance -> distance.abs().bitLength() > half - 100)
                            .orElse(true);
            if (fits && candidate.isProbablePrime(CERTAINTY)) {
                return Optional.of(candidate);
            }
            candidate = candidate.add(step);
        }
        return Optional.empty();
    }

    private BigInteger anywhere(BigInteger start, BigInteger end) {
        BigInteger found;
        do {
            found = new BigInteger(end.subtract(ONE).bitLength(), random);
        } while (found.compareTo(start) < 0 || found.compareTo(end) >= 0);
        return found;
    }
}
