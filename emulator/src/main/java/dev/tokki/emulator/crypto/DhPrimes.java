package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.BitSet;

/// Primes for Diffie-Hellman. Bouncy Castle makes safe primes too, by trying one random prime after the other: for
/// 2048 bits that takes hours, a search through one interval takes a minute.
///
/// @param prime the prime
/// @param order a prime that divides the prime less one
/// @param base generates the subgroup of that order
public record DhPrimes(BigInteger prime, BigInteger order, BigInteger base) {
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger TWO = BigInteger.TWO;
    private static final int CERTAINTY = 100;
    private static final int FIRST_TEST = 2;
    private static final int SIEVE = 1 << 16;
    private static final int STEPS = 1 << 14;

    /// {@return a safe prime: half of it less one is prime. The base is 2, which generates the larger subgroup}
    public static DhPrimes safe(int bits, SecureRandom random) {
        while (true) {
            // The prime is 7 modulo 8, so that 2 is a square.
            BigInteger half = new BigInteger(bits - 1, random)
                    .setBit(bits - 2)
                    .setBit(bits - 3)
                    .setBit(1)
                    .setBit(0);
            BitSet excluded = sieve(half);
            for (int at = excluded.nextClearBit(0); at < STEPS; at = excluded.nextClearBit(at + 1)) {
                BigInteger q = half.add(BigInteger.valueOf(4L * at));
                BigInteger p = q.shiftLeft(1).add(ONE);
                boolean isSafe = p.bitLength() == bits
                        && q.isProbablePrime(FIRST_TEST)
                        && p.isProbablePrime(CERTAINTY)
                        && q.isProbablePrime(CERTAINTY);
                if (isSafe) {
                    return new DhPrimes(p, q, TWO);
                }
            }
        }
    }

    /// Marks the steps of 4 from a number at which it, or its double and one, has a small factor.
    private static BitSet sieve(BigInteger half) {
        BitSet excluded = new BitSet(STEPS);
        BitSet composite = new BitSet(SIEVE);
        for (int prime = 3; prime < SIEVE; prime += 2) {
            if (composite.get(prime)) {
                continue;
            }
            for (long multiple = (long) prime * prime; multiple < SIEVE; multiple += prime) {
                composite.set((int) multiple);
            }
            int rest = half.mod(BigInteger.valueOf(prime)).intValue();
            int quarter =
                    BigInteger.valueOf(4).modInverse(BigInteger.valueOf(prime)).intValue();
            // half + 4 at is 0, and half + 4 at is (prime - 1) / 2, modulo the prime.
            exclude(excluded, prime, (long) (prime - rest) * quarter);
            exclude(excluded, prime, ((prime - 1) / 2 + (long) prime - rest) * quarter);
        }
        return excluded;
    }

    private static void exclude(BitSet excluded, int prime, long first) {
        for (int at = (int) (first % prime); at < STEPS; at += prime) {
            excluded.set(at);
        }
    }

    /// {@return a prime with a subgroup of a given length, as ANSI X9.42 wants it}
    public static DhPrimes withSubgroup(int bits, int orderBits, SecureRandom random) {
        BigInteger q = BigInteger.probablePrime(orderBits, random);
        BigInteger doubled = q.shiftLeft(1);
        while (true) {
            BigInteger number = new BigInteger(bits, random).setBit(bits - 1);
            BigInteger p = number.subtract(number.mod(doubled)).add(ONE);
            if (p.bitLength() == bits && p.isProbablePrime(CERTAINTY)) {
                return new DhPrimes(p, q, generator(p, q));
            }
        }
    }

    private static BigInteger generator(BigInteger p, BigInteger q) {
        BigInteger exponent = p.subtract(ONE).divide(q);
        BigInteger start = TWO;
        BigInteger base = start.modPow(exponent, p);
        while (base.equals(ONE)) {
            start = start.add(ONE);
            base = start.modPow(exponent, p);
        }
        return base;
    }
}
