package dev.tokki.emulator.crypto;

import dev.tokki.api.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.generators.DSAParametersGenerator;
import org.bouncycastle.crypto.params.DSAParameterGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.math.Primes;
import org.bouncycastle.util.BigIntegers;

/// The primes of a DSA domain and the seed that they were made of, by FIPS 186-4, appendix A: who has the seed can
/// make them again, and a base from it.
///
/// @param prime _p_
/// @param order _q_
/// @param seed what FIPS 186-4 calls domain_parameter_seed
public record DsaPrimes(BigInteger prime, BigInteger order, Bytes seed) {
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger TWO = BigInteger.TWO;
    private static final int CERTAINTY = 80;
    private static final byte[] GGEN = {'g', 'g', 'e', 'n'};

    /// {@return probable primes, A.1.1.2}
    ///
    /// @param hash JCA's name of a hash as long as the order at least
    public static DsaPrimes probable(String hash, int primeBits, int orderBits, SecureRandom random) {
        DSAParameters made = generated(hash, primeBits, orderBits, random);
        return new DsaPrimes(
                made.getP(),
                made.getQ(),
                Bytes.of(made.getValidationParameters().getSeed()));
    }

    /// {@return a whole domain with a base, by A.1.1.2 and A.2.1; below 1024 bits by the first FIPS 186}
    public static DSAParameters generated(String hash, int primeBits, int orderBits, SecureRandom random) {
        DSAParametersGenerator generator = new DSAParametersGenerator(LightDigests.of(hash));
        if (primeBits < 1024) {
            generator.init(primeBits, CERTAINTY, random);
        } else {
            generator.init(new DSAParameterGenerationParameters(primeBits, orderBits, CERTAINTY, random));
        }
        return generator.generateParameters();
    }

    /// {@return provable primes, A.1.2.1.2, by the algorithm of Shawe and Taylor}
    ///
    /// @param hash JCA's name of a hash as long as the order at least
    public static DsaPrimes provable(String hash, int primeBits, int orderBits, SecureRandom random) {
        while (true) {
            byte[] first = BigIntegers.asUnsignedByteArray(
                    orderBits / Byte.SIZE, new BigInteger(orderBits, random).setBit(orderBits - 1));
            Optional<DsaPrimes> made = provable(LightDigests.of(hash), primeBits, orderBits, first);
            if (made.isPresent()) {
                return made.get();
            }
        }
    }

    /// {@return the primes of a first seed; nothing where it leads to none}
    static Optional<DsaPrimes> provable(Digest hash, int primeBits, int orderBits, byte[] first) {
        Primes.STOutput order = Primes.generateSTRandomPrime(hash, orderBits, first);
        Primes.STOutput half = Primes.generateSTRandomPrime(hash, primeBits / 2 + 1, order.getPrimeSeed());
        BigInteger q = order.getPrime();
        BigInteger step = TWO.multiply(q).multiply(half.getPrime());
        BigInteger seed = new BigInteger(1, half.getPrimeSeed());
        int blocks = (primeBits + 8 * hash.getDigestSize() - 1) / (8 * hash.getDigestSize());
        BigInteger least = ONE.shiftLeft(primeBits - 1);
        BigInteger from = least.add(stream(hash, seed, blocks, first.length).mod(least));
        seed = seed.add(BigInteger.valueOf(blocks));
        BigInteger factor = ceiling(from, step);
        for (int counter = 0; counter <= 4 * primeBits; counter++) {
            if (factor.multiply(step).add(ONE).bitLength() > primeBits) {
                factor = ceiling(least, step);
            }
            BigInteger p = factor.multiply(step).add(ONE);
            BigInteger base = TWO.add(stream(hash, seed, blocks, first.length).mod(p.subtract(BigInteger.valueOf(3))));
            seed = seed.add(BigInteger.valueOf(blocks));
            BigInteger witness = base.modPow(TWO.multiply(factor).multiply(q), p);
            if (witness.subtract(ONE).gcd(p).equals(ONE)
                    && witness.modPow(half.getPrime(), p).equals(ONE)) {
                return Optional.of(new DsaPrimes(p, q, joined(first, seed, order.getPrimeSeed(), first.length)));
            }
            factor = factor.add(ONE);
        }
        return Optional.empty();
    }

    /// {@return the base of an index, A.2.3; nothing where there is none}
    ///
    /// @param index 0 to 255
    public static Optional<BigInteger> base(
            Crypto crypto, String hash, BigInteger prime, BigInteger order, byte[] seed, int index) {
        BigInteger exponent = prime.subtract(ONE).divide(order);
        var digest = crypto.digest(hash);
        for (int count = 1; count <= 0xFFFF; count++) {
            digest.update(seed);
            digest.update(GGEN);
            digest.update(new byte[] {(byte) index, (byte) (count >> Byte.SIZE), (byte) count});
            BigInteger base = new BigInteger(1, digest.digest()).modPow(exponent, prime);
            if (base.compareTo(TWO) >= 0) {
                return Optional.of(base);
            }
        }
        return Optional.empty();
    }

    /// Hashes of a seed and the numbers after it, the first one the least significant.
    private static BigInteger stream(Digest hash, BigInteger seed, int blocks, int seedLength) {
        BigInteger all = BigInteger.ZERO;
        for (int block = 0; block < blocks; block++) {
            byte[] input = seedBytes(seed.add(BigInteger.valueOf(block)), seedLength);
            byte[] output = new byte[hash.getDigestSize()];
            hash.update(input, 0, input.length);
            hash.doFinal(output, 0);
            all = all.add(new BigInteger(1, output).shiftLeft(block * 8 * output.length));
        }
        return all;
    }

    private static byte[] seedBytes(BigInteger seed, int length) {
        return BigIntegers.asUnsignedByteArray(length, seed.mod(ONE.shiftLeft(length * Byte.SIZE)));
    }

    private static Bytes joined(byte[] first, BigInteger primeSeed, byte[] orderSeed, int length) {
        byte[] all = new byte[3 * length];
        System.arraycopy(first, 0, all, 0, length);
        System.arraycopy(seedBytes(primeSeed, length), 0, all, length, length);
        System.arraycopy(orderSeed, 0, all, 2 * length, length);
        return Bytes.of(all);
    }

    private static BigInteger ceiling(BigInteger number, BigInteger divisor) {
        return number.add(divisor).subtract(ONE).divide(divisor);
    }
}
