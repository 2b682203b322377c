package dev.tokki.nativeadapter.layout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// UTF-8 text: zero-terminated behind a pointer, or padded with blanks inside the frame (section 3.1).
final class Text {
    private Text() {}

    /// A pointer to text that ends with a zero byte; null is NULL_PTR.
    record Terminated(List<Field> fields) implements Shape<@Nullable String> {
        Terminated(Abi abi) {
            this(List.of(Field.pointer(abi)));
        }

        @Override
        public void give(@Nullable String value, Frame frame, int[] at, Room room) {
            if (value != null) {
                byte[] text = value.getBytes(StandardCharsets.UTF_8);
                long address = room.allocate(text.length + 1L);
                room.write(address, text);
                frame.memory().pointer(frame.address() + at[0], address);
            }
        }

        @Override
        public @Nullable String take(Frame frame, int[] at, Memory memory) {
            long address = frame.memory().pointer(frame.address() + at[0]);
            return address == 0 ? null : new String(memory.textBytes(address), StandardCharsets.UTF_8);
        }
    }

    /// `size` bytes inside the frame. Blanks at the end are padding; a zero byte there is none and stays to be seen.
    record Padded(List<Field> fields, int size) implements Shape<String> {
        Padded(int size) {
            this(List.of(Field.bytes(size)), size);
        }

        @Override
        public void give(String value, Frame frame, int[] at, Room room) {
            leave(value, frame, at, frame.memory());
        }

        @Override
        public String take(Frame frame, int[] at, Memory memory) {
            byte[] padded = frame.memory().read(frame.address() + at[0], size);
            int end = size;
            while (end > 0 && padded[end - 1] == ' ') {
                end--;
            }
            return new String(padded, 0, end, StandardCharsets.UTF_8);
        }

        @Override
        public void leave(String value, Frame frame, int[] at, Memory memory) {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            byte[] padded = Arrays.copyOf(text, size);
            Arrays.fill(padded, Math.min(text.length, size), size, (byte) ' ');
            memory.write(frame.address() + at[0], padded);
        }
    }
}
