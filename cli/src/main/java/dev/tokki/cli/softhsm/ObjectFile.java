package dev.tokki.cli.softhsm;

import dev.tokki.api.Bytes;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file `*.object`: a generation number, then attributes one after the other. All numbers have eight bytes, the most
/// significant first.
///
/// Not a record: it may hold secrets.
final class ObjectFile {
    private static final int BOOLEAN = 1;
    private static final int NUMBER = 2;
    private static final int BYTES = 3;
    private static final int ATTRIBUTES = 4;
    private static final int NUMBERS = 5;

    private final Map<Long, Entry> entries;

    private ObjectFile(Map<Long, Entry> entries) {
        this.entries = entries;
    }

    /// An attribute's value as the file has it.
    sealed interface Entry {
        /// One byte; zero is false.
        record Bool(boolean value) implements Entry {}

        /// A number.
        record Number(long value) implements Entry {}

        /// A length and that many bytes; those of private objects are encrypted.
        record Octets(Bytes value) implements Entry {}

        /// A count and that many numbers: mechanisms.
        record Numbers(List<Long> values) implements Entry {}

        /// A length and that many bytes of attributes.
        record Attributes(Map<Long, Entry> values) implements Entry {}
    }

    /// {@return a file's attributes}
    ///
    /// @throws Usage if it cannot be read, or is no such file
    static ObjectFile read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            bytes.getLong();
            return new ObjectFile(entries(bytes));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new Usage(file + " is no object file of SoftHSM 2, or is damaged");
        } catch (IOException e) {
            throw new Usage(file + " cannot be read: " + e.getMessage());
        }
    }

    /// {@return all attributes, in the file's order}
    Map<Long, Entry> entries() {
        return entries;
    }

    /// {@return an attribute's bytes, if it has any}
    Optional<byte[]> bytes(long type) {
        return entries.get(type) instanceof Entry.Octets(Bytes value) ? Optional.of(value.array()) : Optional.empty();
    }

    /// {@return whether an attribute is there and true}
    boolean is(long type) {
        return entries.get(type) instanceof Entry.Bool(boolean value) && value;
    }

    private static Map<Long, Entry> entries(ByteBuffer bytes) {
        Map<Long, Entry> entries = new LinkedHashMap<>();
        while (bytes.hasRemaining()) {
            entries.put(bytes.getLong(), entry(bytes));
        }
        return entries;
    }

    private static Entry entry(ByteBuffer bytes) {
        long kind = bytes.getLong();
        return switch (Math.toIntExact(Math.clamp(kind, 0, Integer.MAX_VALUE))) {
            case BOOLEAN -> new Entry.Bool(bytes.get() != 0);
            case NUMBER -> new Entry.Number(bytes.getLong());
            case BYTES -> new Entry.Octets(Bytes.of(octets(bytes)));
            case ATTRIBUTES -> new Entry.Attributes(entries(ByteBuffer.wrap(octets(bytes))));
            case NUMBERS -> new Entry.Numbers(numbers(bytes));
            default -> throw new IllegalArgumentException("no kind of attribute: " + kind);
        };
    }

    private static byte[] octets(ByteBuffer bytes) {
        byte[] value = new byte[count(bytes, 1)];
        bytes.get(value);
        return value;
    }

    private static List<Long> numbers(ByteBuffer bytes) {
        int count = count(bytes, Long.BYTES);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(bytes.getLong());
        }
        return numbers;
    }

    /// {@return a count that what is left can hold}
    private static int count(ByteBuffer bytes, int size) {
        long count = bytes.getLong();
        if (count < 0 || count > bytes.remaining() / size) {
            throw new BufferUnderflowException();
        }
        return (int) count;
    }
}
