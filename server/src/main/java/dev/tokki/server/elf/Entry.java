package dev.tokki.server.elf;

import dev.tokki.api.Function;
import dev.tokki.nativeadapter.layout.Ahead;
import java.io.ByteArrayOutputStream;
import java.util.List;

/// A function of the list as the module exports it.
///
/// @param function which
/// @param signature its arguments
record Entry(Function function, Signature signature) {
    /// Offsets in a description.
    static final int NUMBER = 0;

    static final int ARGUMENT_BYTES = 1;
    static final int AHEAD = 2;

    /// Of each thing to be sent along: where in the frame its address lies, where its number, and its size.
    static final int AHEAD_SIZE = 3;

    String cName() {
        return function.cName();
    }

    /// {@return whether the module answers the function itself, since it is about the module}
    boolean isDiscovery() {
        return switch (function) {
            case GET_FUNCTION_LIST, GET_INTERFACE_LIST, GET_INTERFACE -> true;
            default -> false;
        };
    }

    /// {@return the label of the description}
    String description() {
        return "description of " + cName();
    }

    /// {@return what the code needs to know of the function, ended by a zero}
    byte[] described() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(function.number());
        out.write(8 * signature.arguments());
        List<Ahead> ahead = signature.ahead();
        if (ahead.size() > Protocol.MOST_AHEAD) {
            throw new IllegalArgumentException(cName() + " has " + ahead.size() + " things to send along");
        }
        for (Ahead thing : ahead) {
            out.write(CallFrame.ARGUMENTS + 8 * thing.pointer());
            out.write(thing.count() == Ahead.ONE ? CallFrame.ONE : CallFrame.ARGUMENTS + 8 * thing.count());
            out.write(thing.unit());
        }
        out.write(0);
        return out.toByteArray();
    }
}
