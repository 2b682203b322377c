package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.AesParameter.Ctr;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import java.math.BigInteger;

/// What AES-CTR needs of its parameter, checked.
///
/// @param block the first counter block, 16 bytes
/// @param limit how many bytes can be processed before the counter bits overflow
record CtrParameter(Bytes block, long limit) {
    /// `CK_AES_CTR_PARAMS`.
    static final ParameterRule<CtrParameter> RULE =
            ParameterRule.structure("CK_AES_CTR_PARAMS", "6.11.2.1", Ctr.class, CtrParameter::of);

    private static CtrParameter of(Ctr ctr, ParameterRule<?> rule) {
        long bits = ctr.counterBits();
        if (bits < 1 || bits > 128) {
            throw rule.wrong(
                    "ulCounterBits",
                    "The counter has 1 to 128 bits; asked for were " + Long.toUnsignedString(bits) + ".",
                    "Pass 128, or 32 for the counter block of RFC 3686.");
        }
        byte[] block = ctr.counterBlock().copy();
        if (block.length != AesMechanisms.BLOCK) {
            throw rule.wrong("cb", "The counter block has 16 bytes; these are " + block.length + ".", "Pass 16 bytes.");
        }
        BigInteger period = BigInteger.ONE.shiftLeft((int) bits);
        BigInteger blocks = period.subtract(new BigInteger(1, block).mod(period));
        BigInteger bytes = blocks.multiply(BigInteger.valueOf(AesMechanisms.BLOCK));
        return new CtrParameter(Bytes.of(block), bytes.bitLength() < Long.SIZE ? bytes.longValue() : Long.MAX_VALUE);
    }
}
