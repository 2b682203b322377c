package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Interface;
import dev.tokki.api.Interfaces;
import dev.tokki.api.Output;
import dev.tokki.api.ULongs;
import java.util.ArrayList;
import java.util.List;

/// What a [BufferShape] has room for, and whose number its length counts.
///
/// @param <O> what comes back
sealed interface Elements<O> {
    /// {@return the size of one}
    int size();

    /// {@return the output of which only the number is known}
    O told(long count);

    /// {@return the output that lies there}
    O collect(long address, long count, Memory memory);

    /// {@return the number that an output tells}
    long count(O output);

    /// Writes what an output has besides its number.
    void leave(O output, long address, Caller caller);

    /// Bytes.
    record OfBytes(int size) implements Elements<Output> {
        OfBytes() {
            this(1);
        }

        @Override
        public Output told(long count) {
            return Output.length(count);
        }

        @Override
        public Output collect(long address, long count, Memory memory) {
            return Output.of(memory.read(address, count));
        }

        @Override
        public long count(Output output) {
            return output.length();
        }

        @Override
        public void leave(Output output, long address, Caller caller) {
            if (output.bytes() != null) {
                caller.write(address, output.bytes().array());
            }
        }
    }

    /// `CK_ULONG`s: slots, mechanisms, handles.
    record OfULongs(int size) implements Elements<ULongs> {
        OfULongs(Abi abi) {
            this(abi.ulongSize());
        }

        @Override
        public ULongs told(long count) {
            return ULongs.count(count);
        }

        @Override
        public ULongs collect(long address, long count, Memory memory) {
            return new ULongs(count, AttributeArray.ulongs(address, count, memory));
        }

        @Override
        public long count(ULongs output) {
            return output.count();
        }

        @Override
        public void leave(ULongs output, long address, Caller caller) {
            if (output.values() != null) {
                for (int i = 0; i < output.values().size(); i++) {
                    caller.ulong(address + (long) i * size, output.values().get(i));
                }
            }
        }
    }

    /// `CK_INTERFACE`s.
    record OfInterfaces(InterfaceStruct struct) implements Elements<Interfaces> {
        @Override
        public int size() {
            return struct.size();
        }

        @Override
        public Interfaces told(long count) {
            return new Interfaces(count, null);
        }

        @Override
        public Interfaces collect(long address, long count, Memory memory) {
            List<Interface> found = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                found.add(struct.take(address + i * size(), memory));
            }
            return new Interfaces(count, found);
        }

        @Override
        public long count(Interfaces output) {
            return output.count();
        }

        @Override
        public void leave(Interfaces output, long address, Caller caller) {
            if (output.values() != null) {
                for (int i = 0; i < output.values().size(); i++) {
                    struct.leave(output.values().get(i), address + (long) i * size(), caller);
                }
            }
        }
    }
}
