package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.Bytes;
import dev.tokki.api.Value;
import dev.tokki.emulator.rule.OtherReading;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Attribute values as callers give them, brought into the one form in which objects keep them: of the
/// attribute's kind, never NULL_PTR, and sharing no array with the caller.
final class Values {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1900;

    private Values() {}

    /// {@return the value in the form of its kind; nothing if it cannot be of that kind}
    ///
    /// @param readings how the token reads what can be read in two ways
    static Optional<Value> of(AttributeKind kind, Value given, Set<OtherReading> readings) {
        Value value = given instanceof Value.Raw raw && raw.bytes().length() == 0 ? empty(kind) : given;
        return Optional.of(value)
                .filter(candidate -> fits(read(kind, readings), candidate))
                .map(Values::copy);
    }

    private static AttributeKind read(AttributeKind kind, Set<OtherReading> readings) {
        boolean isAnything = (kind == AttributeKind.TEXT && readings.contains(OtherReading.ANY_BYTES_AS_TEXT))
                || (kind == AttributeKind.DATE && readings.contains(OtherReading.ANY_BYTES_AS_DATE));
        return isAnything ? AttributeKind.BYTES : kind;
    }

    /// {@return the value of length 0 of a kind}
    static Value empty(AttributeKind kind) {
        return switch (kind) {
            case ULONG_ARRAY -> new Value.ULongArray(List.of());
            case TEMPLATE -> new Value.Template(List.of());
            case BOOL, ULONG, TEXT, DATE, BIG_INTEGER, BYTES -> new Value.Raw(Bytes.EMPTY);
        };
    }

    /// {@return whether a value has length 0}
    static boolean isEmpty(Value value) {
        return value.sizeInC(Long.BYTES, Long.BYTES) == 0;
    }

    /// {@return bytes read as an unsigned integer, most significant byte first; zero for other values}
    static BigInteger number(Value value) {
        return value instanceof Value.Raw raw ? new BigInteger(1, raw.bytes().array()) : BigInteger.ZERO;
    }

    /// {@return the value with arrays of its own}
    static Value copy(Value value) {
        return switch (value) {
            case Value.Bool bool -> bool;
            case Value.ULong number -> number;
            case Value.ULongArray array -> array;
            case Value.Raw raw ->
                raw.bytes().isNull() ? raw : Value.of(raw.bytes().copy());
            case Value.Template template ->
                new Value.Template(template.attributes().stream()
                        .map(nested -> new Attribute(nested.type(), copy(nested.value())))
                        .toList());
        };
    }

    private static boolean fits(AttributeKind kind, Value value) {
        return switch (kind) {
            case BOOL -> value instanceof Value.Bool;
            case ULONG -> value instanceof Value.ULong;
            case ULONG_ARRAY -> value instanceof Value.ULongArray;
            case TEMPLATE -> value instanceof Value.Template;
            case BIG_INTEGER, BYTES -> hasBytes(value);
            case TEXT -> value instanceof Value.Raw raw && hasBytes(raw) && isUtf8(raw.bytes());
            case DATE -> value instanceof Value.Raw raw && hasBytes(raw) && isDate(raw.bytes());
        };
    }

    private static boolean hasBytes(Value value) {
        return value instanceof Value.Raw raw && !raw.bytes().isNull();
    }

    private static boolean isUtf8(Bytes bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.array()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Section 3.4.9: empty, or eight digits that are a date from the year 1900 on.
    private static boolean isDate(Bytes bytes) {
        if (bytes.length() == 0) {
            return true;
        }
        try {
            return bytes.length() == 8 && LocalDate.parse(bytes.text(), DATE).getYear() >= FIRST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
