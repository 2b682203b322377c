package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.emulator.attribute.AttributeMap;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Attributes as the bytes in which a store keeps them; their number is the object's size.
///
/// A byte for the version of this format, then the attributes in the order of their types. Numbers are unsigned
/// LEB128: seven bits a byte, least significant first, the top bit set on all but the last.
///
/// ```
/// attributes = count { type - previous type, value }
/// value      = 0                          CK_FALSE
///            | 1                          CK_TRUE
///            | 2 number                   CK_ULONG
///            | 3 length bytes             bytes
///            | 4 count { number }         array of CK_ULONG
///            | 5 attributes               array of CK_ATTRIBUTE
/// ```
///
/// Attributes nested in a value keep the order in which they were given, so that a type may be less than the
/// previous one: the difference wraps around.
final class AttributeCodec {
    private static final int VERSION = 1;
    private static final int FALSE = 0;
    private static final int TRUE = 1;
    private static final int ULONG = 2;
    private static final int RAW = 3;
    private static final int ULONGS = 4;
    private static final int TEMPLATE = 5;

    private static final Value NO = Value.of(false);
    private static final Value YES = Value.of(true);

    private AttributeCodec() {}

    /// {@return the attributes as bytes}
    static byte[] encode(AttributeMap object) {
        Writer out = new Writer();
        out.bytes.write(VERSION);
        out.attributes(object.attributes());
        return out.bytes.toByteArray();
    }

    /// {@return the attributes}
    ///
    /// @throws IllegalArgumentException if these bytes were not made by [#encode], or by that of a later
    /// version
    static AttributeMap decode(byte[] bytes) {
        Reader in = new Reader(bytes);
        int version = in.next();
        if (version != VERSION) {
            throw new IllegalArgumentException("attributes of version " + version + "; this is version " + VERSION);
        }
        AttributeMap object = AttributeMap.of(in.attributes());
        if (in.position != bytes.length) {
            throw new IllegalArgumentException("attributes end at " + in.position + " of " + bytes.length + " bytes");
        }
        return object;
    }

    private static final class Writer {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

        void attributes(List<Attribute> attributes) {
            number(attributes.size());
            long previous = 0;
            for (Attribute attribute : attributes) {
                number(attribute.type() - previous);
                previous = attribute.type();
                value(attribute.value());
            }
        }

        private void value(Value value) {
            switch (value) {
                case Value.Bool bool -> bytes.write(bool.value() ? TRUE : FALSE);
                case Value.ULong number -> {
                    bytes.write(ULONG);
                    number(number.value());
                }
                case Value.Raw raw -> {
                    bytes.write(RAW);
                    number(raw.bytes().array().length);
                    bytes.writeBytes(raw.bytes().array());
                }
                case Value.ULongArray array -> {
                    bytes.write(ULONGS);
                    number(array.values().size());
                    array.values().forEach(this::number);
                }
                case Value.Template template -> {
                    bytes.write(TEMPLATE);
                    attributes(template.attributes());
                }
            }
        }

        private void number(long number) {
            long rest = number;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }

    private static final class Reader {
        private final byte[] bytes;
        private int position;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        List<Attribute> attributes() {
            int count = count();
            List<Attribute> attributes = new ArrayList<>(count);
            long type = 0;
            for (int i = 0; i < count; i++) {
                type += number();
                attributes.add(new Attribute(type, value()));
            }
            return attributes;
        }

        int next() {
            if (position == bytes.length) {
                throw new IllegalArgumentException("attributes end in the middle of one");
            }
            return bytes[position++] & 0xFF;
        }

        private Value value() {
            int kind = next();
            return switch (kind) {
                case FALSE -> NO;
                case TRUE -> YES;
                case ULONG -> Value.of(number());
                case RAW -> Value.of(raw());
                case ULONGS -> ulongs();
                case TEMPLATE -> Value.ofTemplate(attributes());
                default -> throw new IllegalArgumentException("a value of unknown kind " + kind);
            };
        }

        private byte[] raw() {
            byte[] value = new byte[count()];
            System.arraycopy(bytes, position, value, 0, value.length);
            position += value.length;
            return value;
        }

        private Value ulongs() {
            long[] numbers = new long[count()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = number();
            }
            return Value.ofULongs(numbers);
        }

        /// A number of things that each take a byte at least: never more than there are bytes left.
        private int count() {
            long count = number();
            if (count < 0 || count > bytes.length - position) {
                throw new IllegalArgumentException("attributes promise more than is there");
            }
            return (int) count;
        }

        private long number() {
            long number = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                int next = next();
                number |= (long) (next & 0x7F) << shift;
                if (next < 0x80) {
                    return number;
                }
            }
            throw new IllegalArgumentException("a number of more than 64 bits");
        }
    }
}
