package dev.tokki.emulator.object;

import dev.tokki.api.Value;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// Attributes that follow from others.
final class Computation {
    private static final int CHECK_VALUE_LENGTH = 3;
    /// ECMA-182, annex B.
    private static final long CRC64_POLYNOMIAL = 0x42F0E1EBA9EA3693L;

    private Computation() {}

    /// {@return the length of another attribute in bytes}
    static Function<Making, Optional<Value>> bytesOf(long attribute) {
        return making -> making.object()
                .find(attribute)
                .map(value -> Value.of((long) making.object().bytes(attribute).length));
    }

    /// {@return the length of another attribute, a big integer, in bits}
    static Function<Making, Optional<Value>> bitsOf(long attribute) {
        return making -> making.object()
                .find(attribute)
                .map(value -> Value.of((long) Values.number(value).bitLength()));
    }

    /// {@return the CRC-64-ECMA of another attribute, eight bytes (sections 4.10 and 6.1.2)}
    static Function<Making, Optional<Value>> crc64Of(long attribute) {
        return making -> making.object().find(attribute).map(value -> {
            long crc = crc64(making.object().bytes(attribute));
            return Value.of(ByteBuffer.allocate(Long.BYTES).putLong(crc).array());
        });
    }

    /// {@return the first three bytes of the SHA-1 hash of another attribute (section 4.7.2)}
    static Function<Making, Optional<Value>> sha1HeadOf(long attribute) {
        return making -> some(making.object().bytes(attribute))
                .map(bytes -> Value.of(Arrays.copyOf(making.facts().sha1(bytes), CHECK_VALUE_LENGTH)));
    }

    /// The check value of a key, section 4.12.
    static Optional<Value> checkValue(Making making) {
        return some(making.facts().checkValue(making.object())).map(Value::of);
    }

    /// The public key of a public or private key, sections 4.10 and 4.11.
    static Optional<Value> publicKeyInfo(Making making) {
        return some(making.facts().publicKeyInfo(making.object())).map(Value::of);
    }

    /// {@return a number as objects keep one}
    static Value big(BigInteger number) {
        return Value.of(number);
    }

    private static Optional<byte[]> some(byte[] bytes) {
        return Optional.of(bytes).filter(some -> some.length > 0);
    }

    private static long crc64(byte[] bytes) {
        long crc = 0;
        for (byte next : bytes) {
            crc ^= (long) next << (Long.SIZE - Byte.SIZE);
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = crc < 0 ? crc << 1 ^ CRC64_POLYNOMIAL : crc << 1;
            }
        }
        return crc;
    }
}
