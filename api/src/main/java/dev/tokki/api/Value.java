package dev.tokki.api;

import dev.tokki.api.constant.Ck;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/// The value of an attribute, by its kind (section 4 and the tables of section 6).
///
/// [Raw] holds everything that is bytes in C (text, dates, big integers, DER), and also a value whose size does not fit
/// the
/// attribute's kind, so that nothing a C caller can say is lost: a `CK_BBOOL` of three bytes arrives as Raw.
public sealed interface Value {
    /// A `CK_BBOOL`.
    record Bool(boolean value) implements Value {}

    /// A `CK_ULONG` and its kin (classes, key types, mechanisms); unsigned.
    record ULong(long value) implements Value {}

    /// Bytes: text, dates, big-endian integers, DER and whatever else.
    record Raw(Bytes bytes) implements Value {}

    /// An array of `CK_ULONG` (`CKA_ALLOWED_MECHANISMS`).
    record ULongArray(List<Long> values) implements Value {
        /// Copies the entries.
        public ULongArray {
            values = List.copyOf(values);
        }
    }

    /// Nested attributes (`CKA_WRAP_TEMPLATE` and its kin).
    record Template(List<Attribute> attributes) implements Value {
        /// Copies the entries.
        public Template {
            attributes = List.copyOf(attributes);
        }
    }

    /// {@return a boolean}
    static Value of(boolean value) {
        return new Bool(value);
    }

    /// {@return an unsigned long}
    static Value of(long value) {
        return new ULong(value);
    }

    /// {@return bytes, shared}
    static Value of(byte... bytes) {
        return new Raw(Bytes.of(bytes));
    }

    /// {@return UTF-8 text}
    static Value of(String text) {
        return new Raw(Bytes.utf8(text));
    }

    /// {@return a big integer as the specification stores it: unsigned, most significant byte first, no leading zero
    /// bytes}
    static Value of(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int leading = 0;
        while (leading < bytes.length - 1 && bytes[leading] == 0) {
            leading++;
        }
        return of(Arrays.copyOfRange(bytes, leading, bytes.length));
    }

    /// {@return a `CK_DATE`: eight digits, `YYYYMMDD`}
    static Value of(LocalDate date) {
        return of(date.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    /// {@return an array of unsigned longs}
    static Value ofULongs(long... values) {
        return new ULongArray(Arrays.stream(values).boxed().toList());
    }

    /// {@return nested attributes}
    static Value ofTemplate(List<Attribute> attributes) {
        return new Template(attributes);
    }

    /// {@return the length of this value in C, where a `CK_ULONG` has `ulongSize` bytes and a pointer has
    /// `pointerSize`}
    default long sizeInC(int ulongSize, int pointerSize) {
        return switch (this) {
            case Bool b -> 1;
            case ULong u -> ulongSize;
            case Raw raw -> raw.bytes().length();
            case ULongArray array -> (long) array.values().size() * ulongSize;
            case Template template -> (long) template.attributes().size() * (2L * ulongSize + pointerSize);
        };
    }

    /// {@return whether the value is an unsigned long that says "unavailable"}
    default boolean isUnavailable() {
        return this instanceof ULong u && u.value() == Ck.UNAVAILABLE_INFORMATION;
    }
}
