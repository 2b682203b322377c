package dev.tokki.emulator.edge;

import dev.tokki.api.Buffer;
import dev.tokki.api.Function;
import dev.tokki.api.Interface;
import dev.tokki.api.Interfaces;
import dev.tokki.api.Output;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.ULongs;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.operation.Production;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Output of variable length (section 5.2): the length is told, or the output goes where there is room for
/// it.
///
/// @param function the function called
/// @param buffer the room
record Room(Function function, Buffer buffer) {
    /// Refuses NULL_PTR for the pointer to the length.
    Room {
        switch (buffer.kind()) {
            case QUERY, ROOM -> {}
            case NO_LENGTH, NONE ->
                throw Refusal.of(
                        Ckr.ARGUMENTS_BAD,
                        "the pointer to the output's length",
                        "It is NULL_PTR.",
                        "5.2",
                        "Pass a pointer to a CK_ULONG.");
        }
    }

    /// {@return the output of an operation, or its length; nothing is lost where there is too little room}
    Reply<Output> reply(Production production) {
        if (buffer.isQuery()) {
            return Reply.ok(Output.length(production.atMost()));
        }
        production.room(buffer.capacity());
        if (!fits(production.atMost())) {
            long length = production.exactly();
            if (!fits(length)) {
                return tooSmall(length, Output.length(length));
            }
        }
        Output output = Output.of(production.take());
        return new Reply<>(Rv.OK, output, production.told().orElse(null), null);
    }

    /// {@return bytes that are there already, or their length}
    Reply<Output> reply(byte[] bytes) {
        if (buffer.isQuery()) {
            return Reply.ok(Output.length(bytes.length));
        }
        return fits(bytes.length) ? Reply.ok(Output.of(bytes)) : tooSmall(bytes.length, Output.length(bytes.length));
    }

    /// {@return the answer where output of a length does not go into the room: its length alone; nothing where
    /// it does}
    ///
    /// @param told what the answer tells, from the length
    <R> Optional<Reply<R>> takes(long length, java.util.function.Function<Output, R> told) {
        if (buffer.isQuery()) {
            return Optional.of(Reply.ok(told.apply(Output.length(length))));
        }
        return fits(length) ? Optional.empty() : Optional.of(tooSmall(length, told.apply(Output.length(length))));
    }

    /// {@return a list of numbers, or how many they are}
    Reply<ULongs> reply(long[] values) {
        if (buffer.isQuery()) {
            return Reply.ok(ULongs.count(values.length));
        }
        return fits(values.length) ? Reply.ok(ULongs.of(values)) : tooSmall(values.length, ULongs.count(values.length));
    }

    /// {@return the interfaces, or how many they are}
    Reply<Interfaces> reply(List<Interface> interfaces) {
        if (buffer.isQuery()) {
            return Reply.ok(new Interfaces(interfaces.size(), null));
        }
        return fits(interfaces.size())
                ? Reply.ok(new Interfaces(interfaces.size(), interfaces))
                : tooSmall(interfaces.size(), new Interfaces(interfaces.size(), null));
    }

    private boolean fits(long length) {
        return Long.compareUnsigned(length, buffer.capacity()) <= 0;
    }

    private <R> Reply<R> tooSmall(long needed, @Nullable R told) {
        return new Reply<>(
                new Rv(Ckr.BUFFER_TOO_SMALL),
                told,
                null,
                new Reason(
                        "the output's length",
                        "The output takes " + needed + ", and there is room for "
                                + Long.toUnsignedString(buffer.capacity()) + ". Nothing is lost.",
                        function == Function.GET_SLOT_LIST ? function.section() : "5.2",
                        "Repeat the call with a buffer of the length told."));
    }
}
