package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Buffer;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.call.Call;
import dev.tokki.api.parameter.OtpParameter;
import dev.tokki.api.parameter.OtpSignature;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.shape.RecordAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The layout of one function's arguments and outputs: a row of machine words, and what they point to.
public final class CallPlan {
    private final Function function;
    private final RecordAccess access;
    private final List<Shape<@Nullable Object>> shapes;
    private final Row row;
    private final int[] outputs;
    private final int parameterised;
    private final @Nullable RecordAccess pair;

    /// @param pair what the outputs are components of, where there are several
    CallPlan(Class<?> call, RecordAccess access, List<Shape<@Nullable Object>> shapes, @Nullable RecordAccess pair) {
        this.function = Function.of(call);
        this.access = access;
        this.shapes = shapes;
        this.row = Row.words(function.cName(), access.names(), shapes);
        this.pair = pair;
        List<Integer> written = new ArrayList<>();
        int withParameter = -1;
        for (int i = 0; i < shapes.size(); i++) {
            Shape<?> shape = shapes.get(i);
            if (shape instanceof OutputShape) {
                written.add(i);
            } else if (shape instanceof Parameterised) {
                withParameter = i;
            }
        }
        this.outputs = written.stream().mapToInt(Integer::intValue).toArray();
        this.parameterised = withParameter;
    }

    /// {@return the function}
    public Function function() {
        return function;
    }

    /// {@return the number of C arguments}
    public int words() {
        return row.size() / Abi.WORD;
    }

    /// {@return the memory that can be sent along with the words, since [#take] will look at it}
    public List<Ahead> ahead() {
        return IntStream.range(0, shapes.size())
                .boxed()
                .flatMap(i -> shapes.get(i).ahead(row.at(i)).stream())
                .toList();
    }

    /// {@return the address of the room that a call has for bytes; 0 where it has none}
    ///
    /// @param words the machine words that are its arguments, in order
    public long room(long[] words) {
        for (int i = 0; i < shapes.size(); i++) {
            Class<?> type = access.components().get(i).getType();
            if (type == Buffer.class || type == Fill.class) {
                return words[row.at(i)[0] / Abi.WORD];
            }
        }
        return 0;
    }

    /// Lays a call out on the caller's side.
    ///
    /// @return the address of its words
    /// @throws NoRoomException if it asks for more memory than there can be
    public long give(Call<?> call, Room room) {
        long address = room.allocate(row.size());
        Frame frame = new Frame(room, address, row, null);
        for (int i = 0; i < shapes.size(); i++) {
            shapes.get(i).give(access.get(call, i), frame, row.at(i), room);
        }
        return address;
    }

    /// Reads what a module left, on the caller's side.
    ///
    /// @param call the call that was given
    /// @param rv what the function returned
    /// @param words the address that [#give] returned
    /// @param room the memory that the call was laid into
    public <R> Reply<R> collect(Call<R> call, long rv, long words, Memory room) {
        Frame frame = new Frame(room, words, row, null);
        Parameter parameter = parameterised < 0 ? null : parameter(call, frame, room);
        return new Reply<>(new Rv(rv), value(call, rv, frame, room), parameter, null);
    }

    private @Nullable Parameter parameter(Call<?> call, Frame frame, Memory room) {
        return parameterised().collect(access.get(call, parameterised), frame, row.at(parameterised), room);
    }

    /// Beside an output that was left, one that was not is as if nothing had been written.
    @SuppressWarnings("unchecked") // the outputs of a Call<R> make an R
    private <R> @Nullable R value(Call<R> call, long rv, Frame frame, Memory room) {
        if (outputs.length == 0) {
            return null;
        }
        if (pair == null) {
            return (R) collect(outputs[0], call, rv, frame, room);
        }
        @Nullable Object[] values = new @Nullable Object[outputs.length];
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = collect(outputs[i], call, rv, frame, room);
            any |= values[i] != null;
        }
        if (!any) {
            return null;
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = pair.components().get(i).getType() == long.class ? 0L : Output.length(0);
            }
        }
        return (R) pair.make(values);
    }

    private @Nullable Object collect(int output, Call<?> call, long rv, Frame frame, Memory room) {
        return output(output).collect(access.get(call, output), rv, frame, row.at(output), room);
    }

    /// Reads a call on the module's side.
    ///
    /// @param words the machine words that are its arguments, in order
    /// @param caller the memory they point into
    /// @throws BadAddressException if an argument points nowhere
    public Call<?> take(long[] words, Caller caller) {
        Frame frame = new Frame(new Words(caller.abi(), words), 0, row, null);
        @Nullable Object[] values = new @Nullable Object[shapes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shapes.get(i).take(frame, row.at(i), caller);
        }
        return (Call<?>) access.make(values);
    }

    /// Writes a reply's outputs into the caller's memory, on the module's side.
    ///
    /// @param call the call that [#take] returned
    /// @throws BadAddressException if an output's pointer points nowhere
    public void leave(Call<?> call, Reply<?> reply, long[] words, Caller caller) {
        Frame frame = new Frame(new Words(caller.abi(), words), 0, row, null);
        boolean isPassword = reply.parameter() instanceof OtpParameter.SignatureInfo;
        if (reply.parameter() != null && parameterised >= 0 && !isPassword) {
            parameterised().leave(reply.parameter(), frame, row.at(parameterised), caller);
        }
        Object value = isPassword ? placed(reply.value(), frame) : reply.value();
        if (value == null || outputs.length == 0) {
            return;
        }
        for (int i = 0; i < outputs.length; i++) {
            Object output = pair == null ? value : pair.get(value, i);
            if (output != null) {
                output(outputs[i]).leave(access.get(call, outputs[i]), output, frame, row.at(outputs[i]), caller);
            }
        }
    }

    /// A one-time password is a structure with pointers into itself, and lies where the output goes.
    private @Nullable Object placed(@Nullable Object value, Frame frame) {
        return value instanceof Output output && output.bytes() != null
                ? Output.of(OtpSignature.at(
                                output.bytes(), frame.memory().pointer(frame.address() + row.at(outputs[0])[0]))
                        .copy())
                : value;
    }

    @SuppressWarnings("unchecked") // a shape is only ever handed values of its own component
    private OutputShape<@Nullable Object, Object> output(int component) {
        return (OutputShape<@Nullable Object, Object>) (Shape<?>) shapes.get(component);
    }

    @SuppressWarnings("unchecked") // a shape is only ever handed values of its own component
    private Parameterised<@Nullable Object> parameterised() {
        return (Parameterised<@Nullable Object>) (Shape<?>) shapes.get(parameterised);
    }
}
