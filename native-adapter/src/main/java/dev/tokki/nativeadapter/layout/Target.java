package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Interface;
import dev.tokki.api.Version;

/// What lies at the place that an [dev.tokki.api.Out] points to.
///
/// @param <T> its type
interface Target<T> {
    /// {@return its size in C}
    int size();

    /// {@return what lies there}
    T take(long address, Memory memory);

    /// Writes it there.
    void leave(T value, long address, Caller caller);

    /// A `CK_ULONG`: a handle, a number, flags.
    record ULong(int size) implements Target<Long> {
        ULong(Abi abi) {
            this(abi.ulongSize());
        }

        @Override
        public Long take(long address, Memory memory) {
            return memory.ulong(address);
        }

        @Override
        public void leave(Long value, long address, Caller caller) {
            caller.ulong(address, value);
        }
    }

    /// A pointer to a function list, of which the version at its head comes back.
    record FunctionList(int size) implements Target<Version> {
        FunctionList(Abi abi) {
            this(abi.pointerSize());
        }

        @Override
        public Version take(long address, Memory memory) {
            long list = memory.pointer(address);
            return list == 0 ? new Version(0, 0) : VersionShape.takeAt(list, memory);
        }

        @Override
        public void leave(Version value, long address, Caller caller) {
            caller.pointer(address, caller.functionList(value));
        }
    }

    /// A pointer to a `CK_INTERFACE`.
    record InterfacePointer(int size, InterfaceStruct struct) implements Target<Interface> {
        InterfacePointer(Abi abi) {
            this(abi.pointerSize(), new InterfaceStruct(abi));
        }

        @Override
        public Interface take(long address, Memory memory) {
            long found = memory.pointer(address);
            return found == 0 ? new Interface("", new Version(0, 0), 0) : struct.take(found, memory);
        }

        @Override
        public void leave(Interface value, long address, Caller caller) {
            caller.pointer(address, caller.interfaceAt(value));
        }
    }
}
