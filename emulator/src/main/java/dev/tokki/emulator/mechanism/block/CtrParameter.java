package dev.tokki.emulator.mechanism.block;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Structure;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// What counter mode needs of its parameter, checked.
///
/// @param block the first counter block, 16 bytes
/// @param limit how many bytes can be processed before the counter bits overflow
public record CtrParameter(Bytes block, long limit) {
    private static final int BLOCK = 16;

    /// {@return the rule of a structure such as `CK_AES_CTR_PARAMS`}
    public static <S extends Structure> ParameterRule<CtrParameter> rule(
            String name, String section, Class<S> type, ToLongFunction<S> bits, Function<S, Bytes> block) {
        return ParameterRule.structure(
                name, section, type, (given, rule) -> of(bits.applyAsLong(given), block.apply(given), rule));
    }

    private static CtrParameter of(long bits, Bytes first, ParameterRule<?> rule) {
        if (bits < 1 || bits > 128) {
            throw rule.wrong(
                    "ulCounterBits",
                    "The counter has 1 to 128 bits; asked for were " + Long.toUnsignedString(bits) + ".",
                    "Pass 128, or 32 for the counter block of RFC 3686.");
        }
        byte[] block = first.copy();
        if (block.length != BLOCK) {
            throw rule.wrong("cb", "The counter block has 16 bytes; these are " + block.length + ".", "Pass 16 bytes.");
        }
        BigInteger period = BigInteger.ONE.shiftLeft((int) bits);
        BigInteger blocks = period.subtract(new BigInteger(1, block).mod(period));
        BigInteger bytes = blocks.multiply(BigInteger.valueOf(BLOCK));
        return new CtrParameter(Bytes.of(block), bytes.bitLength() < Long.SIZE ? bytes.longValue() : Long.MAX_VALUE);
    }
}
