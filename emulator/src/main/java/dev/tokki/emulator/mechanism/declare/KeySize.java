package dev.tokki.emulator.mechanism.declare;

import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.key.MlKemKeys;
import dev.tokki.emulator.mechanism.key.PqKeys;
import dev.tokki.emulator.offer.Sizes;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// The sizes of keys a mechanism takes, in the unit its section demands (`ulMinKeySize`, `ulMaxKeySize`).
///
/// @param min the smallest
/// @param max the largest
/// @param unit the unit
/// @param isTold whether the token was told to take no others, although the engine could
public record KeySize(long min, long max, Unit unit, boolean isTold) {
    /// What is measured.
    public enum Unit {
        /// No key.
        NONE("", key -> 0),
        /// Keys of one size only, of which nothing is told.
        FIXED("", key -> 0),
        /// Bytes of what is made, of a secret of any length.
        MADE_BYTES("bytes of what is made", key -> 0),
        /// Bytes of a secret key's value.
        BYTES("bytes", key -> key.attributes().bytes(Cka.VALUE).length),
        /// Bits of a secret key's value.
        BITS("bits", key -> 8L * key.attributes().bytes(Cka.VALUE).length),
        /// Bits of an RSA modulus.
        MODULUS_BITS(
                "bits of the modulus", key -> new BigInteger(1, key.attributes().bytes(Cka.MODULUS)).bitLength()),
        /// Bits of the prime of a domain.
        PRIME_BITS(
                "bits of the prime", key -> new BigInteger(1, key.attributes().bytes(Cka.PRIME)).bitLength()),
        /// Bits of the field of a curve that the parameter names; nothing of the key.
        CURVE("bits of the curve that the parameter names", key -> 255),
        /// Bits of the field of a curve.
        FIELD_BITS("bits of the field", EcKeys::fieldBits),
        /// Bytes of an ML-KEM public key, of whichever half.
        ML_KEM_BYTES(
                "bytes of the public key",
                key -> MlKemKeys.set(key.attributes()).publicLength()),
        /// Bytes of a public key of ML-DSA or SLH-DSA, of whichever half.
        PQ_PUBLIC_BYTES(
                "bytes of the public key", key -> PqKeys.set(key.attributes()).publicLength());

        private final String text;
        private final ToLongFunction<KeyView> measure;

        Unit(String text, ToLongFunction<KeyView> measure) {
            this.text = text;
            this.measure = measure;
        }

        /// {@return the size of a key}
        public long of(KeyView key) {
            return measure.applyAsLong(key);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public KeySize(long min, long max, Unit unit) {
        this(min, max, unit, false);
    }

    public static final KeySize NONE = new KeySize(0, 0, Unit.NONE);

    public static KeySize bytes(long min, long max) {
        return new KeySize(min, max, Unit.BYTES);
    }

    public static KeySize bits(long min, long max) {
        return new KeySize(min, max, Unit.BITS);
    }

    public boolean includes(long size) {
        return size >= min && size <= max;
    }

    /// {@return whether keys have sizes that can be told apart}
    public boolean isMeasured() {
        return unit != Unit.NONE && unit != Unit.FIXED && unit != Unit.MADE_BYTES;
    }

    /// {@return those of these sizes that are left; nothing if none is}
    public Optional<KeySize> within(Sizes left) {
        if (left.isAny() || !isMeasured()) {
            return Optional.of(this);
        }
        long smallest = Math.max(min, left.min());
        long largest = Math.min(max, left.max());
        return smallest > largest
                ? Optional.empty()
                : Optional.of(new KeySize(smallest, largest, unit, isTold || smallest > min || largest < max));
    }
}
