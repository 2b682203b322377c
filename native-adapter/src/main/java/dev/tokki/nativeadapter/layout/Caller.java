package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.Interface;
import dev.tokki.api.Notify;
import dev.tokki.api.Version;
import dev.tokki.api.parameter.Parameter;
import java.util.List;

/// What a module needs to know of a C program that calls it: its memory, and how to reach the things that are not
/// bytes.
public interface Caller extends Memory {
    /// {@return the caller whose memory this is}
    ///
    /// Only a module takes what is not bytes, and it takes it from a caller.
    static Caller of(Memory memory) {
        if (memory instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("this is taken from a caller only, not from " + memory);
    }

    /// {@return a notification that calls the program's function at that address}
    Notify notification(long address);

    /// {@return the address, in the program, of the function list of a version}
    long functionList(Version version);

    /// {@return the address, in the program, of an interface's `CK_INTERFACE`}
    long interfaceAt(Interface found);

    /// {@return the types that the parameter of the message-based operation active in a session may have}
    ///
    /// A message's parameter comes without its mechanism; the one that knows is whoever answered C_Message…Init.
    ///
    /// @param function the function whose argument the parameter is
    List<Class<? extends Parameter>> messageParameters(Function function, long session);

    /// Writes the result of an asynchronous operation into the buffer that the operation was started with.
    ///
    /// @return the address of that buffer, or NULL_PTR (section 5.21.1)
    long pending(Bytes result);
}
