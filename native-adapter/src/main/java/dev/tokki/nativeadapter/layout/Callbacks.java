package dev.tokki.nativeadapter.layout;

import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.Notify;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pointers to functions of the caller.
final class Callbacks {
    private Callbacks() {}

    /// `CK_NOTIFY`; null is NULL_PTR.
    record Notification(List<Field> fields) implements Shape<@Nullable Notify> {
        Notification(Abi abi) {
            this(List.of(Field.pointer(abi)));
        }

        @Override
        public void give(@Nullable Notify value, Frame frame, int[] at, Room room) {
            frame.memory().pointer(frame.address() + at[0], value == null ? 0 : room.callback(value));
        }

        @Override
        public @Nullable Notify take(Frame frame, int[] at, Memory memory) {
            long address = frame.memory().pointer(frame.address() + at[0]);
            return address == 0 ? null : Caller.of(memory).notification(address);
        }
    }

    /// The four mutex functions at the head of `CK_C_INITIALIZE_ARGS` (section 3.7).
    record MutexFunctions(List<Field> fields) implements Shape<Mutexes> {
        MutexFunctions(Abi abi) {
            this(Collections.nCopies(4, Field.pointer(abi)));
        }

        @Override
        public void give(Mutexes value, Frame frame, int[] at, Room room) {
            long[] functions = room.mutexes(value);
            for (int i = 0; i < functions.length; i++) {
                frame.memory().pointer(frame.address() + at[i], functions[i]);
            }
        }

        @Override
        public Mutexes take(Frame frame, int[] at, Memory memory) {
            int given = 0;
            for (int offset : at) {
                given += frame.memory().pointer(frame.address() + offset) == 0 ? 0 : 1;
            }
            return given == 0 ? Mutexes.NONE : given == at.length ? Mutexes.ALL : Mutexes.SOME;
        }
    }
}
