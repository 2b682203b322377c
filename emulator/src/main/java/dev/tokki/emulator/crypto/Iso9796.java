package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/// The block of ISO/IEC 9796:1991: data with half as much redundancy again, from which they are recovered.
///
/// Bouncy Castle has it (`ISO9796d1Encoding`), but fails on moduli of most lengths that are no multiples of 16 bits.
public final class Iso9796 {
    /// The permutation of the standard: the shadow of a nibble.
    private static final int[] SHADOWS = {14, 3, 5, 8, 9, 4, 2, 15, 0, 13, 11, 6, 7, 10, 12, 1};
    private static final int END = 6;
    private static final BigInteger SIXTEEN = BigInteger.valueOf(16);

    private final int bits;
    private final int length;

    /// @param modulus the modulus of the key
    public Iso9796(BigInteger modulus) {
        this.bits = modulus.bitLength() - 1;
        this.length = (bits + 14) / 16;
    }

    /// {@return the most data a block holds, in bytes}
    public int capacity() {
        return (bits + 3) / 16;
    }

    /// {@return the number to be signed}
    ///
    /// @param data 1 to [#capacity] bytes
    public BigInteger encode(byte[] data) {
        byte[] block = new byte[2 * length];
        for (int at = 0; at < length; at++) {
            byte value = data[data.length - 1 - at % data.length];
            block[block.length - 2 * at - 1] = value;
            block[block.length - 2 * at - 2] = shadow(value);
        }
        // Marks where the data begin: for whole bytes by 1.
        block[block.length - 2 * data.length] ^= 1;
        block[block.length - 1] = (byte) (block[block.length - 1] << 4 | END);
        BigInteger top = BigInteger.ONE.shiftLeft(bits - 1);
        return new BigInteger(1, block).mod(top).add(top);
    }

    /// {@return whether a number can be one that was signed; of a number and the modulus less it one can at most}
    public static boolean mayBe(BigInteger number) {
        return number.mod(SIXTEEN).intValue() == END;
    }

    /// {@return the data of a number that was signed; nothing where it is none}
    public Optional<byte[]> decode(BigInteger number) {
        if (number.bitLength() != bits || !mayBe(number)) {
            return Optional.empty();
        }
        byte[] block = BigIntegers.asUnsignedByteArray(2 * length, number.clearBit(bits - 1));
        int last = block.length - 1;
        block[last] = (byte) (unshadow((block[last - 1] & 0xFF) >> 4) << 4 | (block[last] & 0xFF) >> 4);
        int count = 1;
        while (count < length && block[block.length - 2 * count] == shadow(block[block.length - 2 * count + 1])) {
            count++;
        }
        if (count > capacity()) {
            return Optional.empty();
        }
        byte[] data = new byte[count];
        for (int at = 0; at < count; at++) {
            data[at] = block[block.length - 2 * (count - at) + 1];
        }
        // All redundancy is checked by making it again.
        return Optional.of(data).filter(found -> encode(found).equals(number));
    }

    private static byte shadow(byte value) {
        return (byte) (SHADOWS[(value & 0xFF) >> 4] << 4 | SHADOWS[value & 0x0F]);
    }

    private static int unshadow(int nibble) {
        return Arrays.stream(SHADOWS).boxed().toList().indexOf(nibble);
    }
}
