package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ck;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A `CK_OTP_SIGNATURE_INFO` in one block of memory, as C_Sign writes it (section 6.39.4): the structure, its
/// parameters,
/// then their values.
///
/// The layout is that of 64-bit machines with the least significant byte first. Pointers lead into the block itself, so
/// they are counted from its beginning until the block has an address.
public final class OtpSignature {
    private static final int WORD = 8;
    private static final int HEADER = 2 * WORD;
    private static final int ENTRY = 3 * WORD;

    private OtpSignature() {}

    /// {@return how many bytes a block takes with so many parameters and bytes of values}
    public static int length(int entries, int values) {
        return HEADER + entries * ENTRY + values;
    }

    /// {@return the block, its pointers counted from its beginning}
    public static Bytes block(OtpParameter.SignatureInfo info) {
        List<byte[]> values = info.entries().stream().map(OtpSignature::value).toList();
        int at = length(values.size(), 0);
        byte[] bytes =
                new byte[at + values.stream().mapToInt(value -> value.length).sum()];
        ByteBuffer block = ordered(bytes);
        block.putLong(HEADER).putLong(values.size());
        for (int i = 0; i < values.size(); i++) {
            byte[] value = values.get(i);
            block.putLong(info.entries().get(i).type()).putLong(at).putLong(value.length);
            at += value.length;
        }
        values.forEach(block::put);
        return Bytes.of(bytes);
    }

    private static byte[] value(OtpParameter.Entry entry) {
        return switch (entry.value()) {
            case Parameter.Raw(Bytes bytes) -> bytes.copy();
            case Parameter.ULong(long number) -> word(number);
            case Parameter.None none -> new byte[0];
            case Structure structure -> throw new IllegalArgumentException("no value of a password: " + structure);
        };
    }

    /// {@return the block for an address, its pointers adjusted}
    public static Bytes at(Bytes block, long address) {
        byte[] bytes = block.copy();
        ByteBuffer adjusted = ordered(bytes);
        adjusted.putLong(0, adjusted.getLong(0) + address);
        long entries = adjusted.getLong(WORD);
        for (int i = 0; i < entries; i++) {
            int pointer = HEADER + i * ENTRY + WORD;
            adjusted.putLong(pointer, adjusted.getLong(pointer) + address);
        }
        return Bytes.of(bytes);
    }

    /// {@return what a block says}
    ///
    /// @param block a block with its pointers counted from its beginning
    /// @throws IllegalArgumentException if it is none
    public static OtpParameter.SignatureInfo read(Bytes block) {
        byte[] bytes = block.copy();
        try {
            ByteBuffer in = ordered(bytes);
            int first = Math.toIntExact(in.getLong());
            int count = Math.toIntExact(in.getLong());
            List<OtpParameter.Entry> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                in.position(first + i * ENTRY);
                long type = in.getLong();
                int at = Math.toIntExact(in.getLong());
                int length = Math.toIntExact(in.getLong());
                byte[] value = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length));
                entries.add(new OtpParameter.Entry(type, new Parameter.Raw(Bytes.of(value))));
            }
            return new OtpParameter.SignatureInfo(entries);
        } catch (ArithmeticException | java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no CK_OTP_SIGNATURE_INFO", e);
        }
    }

    /// {@return the one-time password in a block}
    public static Optional<Bytes> password(Bytes block) {
        return read(block).entries().stream()
                .filter(entry -> entry.type() == Ck.OTP_VALUE)
                .map(entry -> entry.value() instanceof Parameter.Raw(Bytes bytes) ? bytes : Bytes.EMPTY)
                .findFirst();
    }

    private static byte[] word(long number) {
        byte[] word = new byte[WORD];
        ordered(word).putLong(number);
        return word;
    }

    private static ByteBuffer ordered(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
