package dev.tokki.emulator.mechanism.message;

import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/// Makes the initialisation vectors and nonces of one message-based process (sections 6.13.2 and 6.13.4): what
/// comes after the fixed bits is counted or random, and counted ones never come twice.
final class VectorGenerator {
    private static final String SECTION = "6.13.2";

    private final Crypto crypto;
    /// How many vectors were made.
    private BigInteger count = BigInteger.ZERO;
    /// Where `CKG_GENERATE` begins, whose method is not defined: at a random number, going up by one.
    private Optional<BigInteger> start = Optional.empty();
    /// What `CKG_GENERATE_COUNTER_XOR` was given first; it must not vary.
    private Optional<BigInteger> base = Optional.empty();

    VectorGenerator(Crypto crypto) {
        this.crypto = crypto;
    }

    /// Refuses a generator or a number of fixed bits that cannot be.
    static void check(MessageParameter parameter) {
        long bits = 8 * parameter.iv().length();
        if (parameter.generator() != Ckg.NO_GENERATE && Long.compareUnsigned(parameter.fixedBits(), bits) >= 0) {
            throw wrong(
                    "The vector has " + bits + " bits; were " + Long.toUnsignedString(parameter.fixedBits())
                            + " fixed, none would be left to generate.",
                    "Fix 0 bits, or fewer than the vector has.");
        }
        if (Long.compareUnsigned(parameter.generator(), Ckg.GENERATE_COUNTER_XOR) > 0) {
            throw wrong(
                    "There are generators CKG_NO_GENERATE (0) to CKG_GENERATE_COUNTER_XOR (4), not "
                            + Long.toUnsignedString(parameter.generator()) + ".",
                    "Pass CKG_GENERATE, or CKG_NO_GENERATE with a vector of your own.");
        }
    }

    /// {@return the next vector}
    byte[] next(MessageParameter parameter) {
        byte[] given = parameter.iv().copy();
        long generator = parameter.generator();
        if (generator == Ckg.NO_GENERATE) {
            return given;
        }
        int free = 8 * given.length - (int) parameter.fixedBits();
        BigInteger mask = BigInteger.ONE.shiftLeft(free).subtract(BigInteger.ONE);
        BigInteger whole = new BigInteger(1, given);
        BigInteger made = generator == Ckg.GENERATE_RANDOM
                ? random(free)
                : counted(generator, whole.and(mask), free).and(mask);
        return BigIntegers.asUnsignedByteArray(given.length, whole.andNot(mask).or(made));
    }

    private BigInteger counted(long generator, BigInteger given, int free) {
        if (count.bitLength() > free) {
            throw wrong(
                    "All " + count + " vectors with these fixed bits were used in this process.",
                    "Begin a new process with another key or other fixed bits.");
        }
        BigInteger made;
        if (generator == Ckg.GENERATE_COUNTER) {
            made = count;
        } else if (generator == Ckg.GENERATE) {
            made = startOr(random(free)).add(count);
        } else {
            made = baseOr(given).xor(count);
        }
        count = count.add(BigInteger.ONE);
        return made;
    }

    private BigInteger startOr(BigInteger first) {
        start = start.or(() -> Optional.of(first));
        return start.orElseThrow();
    }

    private BigInteger baseOr(BigInteger given) {
        base = base.or(() -> Optional.of(given));
        if (!base.orElseThrow().equals(given)) {
            throw wrong(
                    "With CKG_GENERATE_COUNTER_XOR what is not fixed must be the same for each message, or vectors"
                            + " might come twice; it is another than before.",
                    "Pass the vector of the first message again, not the one that came back.");
        }
        return given;
    }

    private static Refusal wrong(String rule, String remedy) {
        return Refusal.of(Ckr.MECHANISM_PARAM_INVALID, "pParameter", rule, SECTION, remedy);
    }

    private BigInteger random(int bits) {
        return new BigInteger(bits, crypto.random());
    }
}
