package dev.tokki.nativeadapter.wire;

import dev.tokki.api.Bytes;
import dev.tokki.api.Notify;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.call.Call;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.api.shape.Shapes;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes and reads calls and replies, derived from the components of their records.
///
/// A record is its components in order; a reference is preceded by whether it is there; one of a sealed family by the
/// number of its record within the family.
public final class RecordCodec {
    /// The records of a sealed family in the order of declaration, which is the same in both processes.
    private static final ClassValue<List<Class<?>>> FAMILIES = new ClassValue<>() {
        @Override
        protected List<Class<?>> computeValue(Class<?> type) {
            return Shapes.leaves(type).toList();
        }
    };

    private final Notifications notifications;

    /// @param notifications stands for callbacks, which cannot travel
    public RecordCodec(Notifications notifications) {
        this.notifications = notifications;
    }

    /// Writes a call.
    public void writeCall(Call<?> call, FrameWriter out) {
        write(Call.class, call, out);
    }

    /// {@return a call}
    ///
    /// @throws BrokenFrameException if none lies there
    public Call<?> readCall(FrameReader in) {
        return (Call<?>) present(read(Call.class, in));
    }

    /// Writes the reply to a call.
    public void writeReply(Call<?> call, Reply<?> reply, FrameWriter out) {
        out.number(reply.rv().value());
        write(Shapes.result(call), reply.value(), out);
        write(Parameter.class, reply.parameter(), out);
        write(Reason.class, reply.reason(), out);
    }

    /// {@return the reply to a call}
    @SuppressWarnings("unchecked") // a value of the result type of Call<R> is an R
    public <R> Reply<R> readReply(Call<R> call, FrameReader in) {
        Rv rv = new Rv(in.number());
        R value = (R) read(Shapes.result(call), in);
        Parameter parameter = (Parameter) read(Parameter.class, in);
        return new Reply<>(rv, value, parameter, (Reason) read(Reason.class, in));
    }

    /// {@return a number for the form that calls have here; two processes understand each other if theirs is the
    /// same}
    public static long form() {
        long form = 0;
        for (Class<?> type : Stream.concat(Shapes.leaves(Call.class), Shapes.leaves(Parameter.class))
                .toList()) {
            for (RecordComponent component : type.getRecordComponents()) {
                form = 31 * form + component.toString().hashCode();
            }
            form = 31 * form + type.getName().hashCode();
        }
        return form;
    }

    private void write(Type type, @Nullable Object value, FrameWriter out) {
        if (!Shapes.raw(type).isPrimitive()) {
            out.flag(value != null);
        }
        switch (value) {
            case null -> {}
            case Long number -> out.number(number);
            case Integer number -> out.number(number);
            case Boolean flag -> out.flag(flag);
            case String text -> out.text(text);
            case Bytes bytes -> write(bytes, out);
            case Notify callback -> out.number(notifications.numberOf(callback));
            case Enum<?> constant ->
                out.number(Arrays.asList(constant.getDeclaringClass().getEnumConstants())
                        .indexOf(constant));
            case List<?> list -> {
                out.number(list.size());
                list.forEach(element -> write(Shapes.argument(type), element, out));
            }
            case Record structure -> {
                if (Shapes.raw(type).isSealed()) {
                    out.number(FAMILIES.get(Shapes.raw(type)).indexOf(structure.getClass()));
                }
                RecordAccess access = RecordAccess.of(structure.getClass());
                for (int i = 0; i < access.components().size(); i++) {
                    write(access.components().get(i).getGenericType(), access.get(structure, i), out);
                }
            }
            default -> throw new IllegalArgumentException("no encoding of " + value.getClass());
        }
    }

    private static void write(Bytes bytes, FrameWriter out) {
        out.flag(bytes.isNull());
        if (bytes.isNull()) {
            out.number(bytes.length());
        } else {
            out.array(bytes.array());
        }
    }

    @Nullable
    private Object read(Type type, FrameReader in) {
        Class<?> raw = Shapes.raw(type);
        if (!raw.isPrimitive() && !in.flag()) {
            return null;
        } else if (raw == long.class || raw == Long.class) {
            return in.number();
        } else if (raw == int.class) {
            return (int) in.number();
        } else if (raw == boolean.class) {
            return in.flag();
        } else if (raw == String.class) {
            return in.text();
        } else if (raw == Bytes.class) {
            return in.flag() ? Bytes.nullOf(in.number()) : Bytes.of(in.array());
        } else if (raw == Notify.class) {
            return notifications.of(in.number());
        } else if (raw.isEnum()) {
            Object[] constants = present(raw.getEnumConstants());
            return constants[in.below(constants.length)];
        } else if (raw == List.class) {
            return list(Shapes.argument(type), in);
        } else if (raw.isSealed()) {
            List<Class<?>> family = FAMILIES.get(raw);
            return structure(family.get(in.below(family.size())), in);
        } else if (raw.isRecord()) {
            return structure(raw, in);
        }
        throw new IllegalArgumentException("no encoding of " + type);
    }

    private List<Object> list(Type element, FrameReader in) {
        int size = in.count();
        List<Object> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(present(read(element, in)));
        }
        return elements;
    }

    private Object structure(Class<?> type, FrameReader in) {
        RecordAccess access = RecordAccess.of(type);
        @Nullable Object[] values = new @Nullable Object[access.components().size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = access.components().get(i);
            values[i] = read(component.getGenericType(), in);
        }
        return access.make(values);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new BrokenFrameException("nothing where something must be");
        }
        return value;
    }
}
