package dev.tokki.emulator.chapter;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Session;

/// Random numbers, section 5.19.
public final class RandomChapter {
    /// The longest array that a JVM surely makes.
    private static final long LONGEST = Integer.MAX_VALUE - 8L;

    private RandomChapter() {}

    /// Mixes a seed into the token's generator (section 5.19.1); it never makes it weaker.
    public static void seedRandom(Session session, byte[] seed) {
        session.token().random().setSeed(seed);
    }

    /// {@return random bytes (section 5.19.2)}
    ///
    /// @param length how many, unsigned
    public static byte[] generateRandom(Session session, long length) {
        if (Long.compareUnsigned(length, LONGEST) > 0) {
            throw Refusal.of(
                    Ckr.HOST_MEMORY,
                    "ulRandomLen",
                    "So many bytes do not fit into memory at once: " + Long.toUnsignedString(length) + ".",
                    Function.GENERATE_RANDOM.section(),
                    "Ask for less, several times.");
        }
        byte[] random = new byte[(int) length];
        session.token().random().nextBytes(random);
        return random;
    }
}
