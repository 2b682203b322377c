package dev.tokki.emulator.state;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Parameter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mechanism parameters as bytes and back, derived from their records: the name of the record, then its
/// components. What is read was sealed by this engine before, so that the names are its own.
final class ParameterCodec {
    private static final byte NULL = 0;
    private static final byte BYTES = 1;
    private static final byte NUMBER = 2;
    private static final byte TRUTH = 3;
    private static final byte TEXT = 4;
    private static final byte LIST = 5;
    private static final byte RECORD = 6;

    private static final int NULL_POINTER = -1;

    private ParameterCodec() {}

    static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(NULL);
            case Bytes bytes -> {
                out.writeByte(BYTES);
                write(out, bytes);
            }
            case Long number -> {
                out.writeByte(NUMBER);
                out.writeLong(number);
            }
            case Boolean truth -> {
                out.writeByte(TRUTH);
                out.writeBoolean(truth);
            }
            case String text -> {
                out.writeByte(TEXT);
                out.writeUTF(text);
            }
            case List<?> list -> {
                out.writeByte(LIST);
                out.writeInt(list.size());
                for (Object element : list) {
                    write(out, element);
                }
            }
            case Record record -> {
                out.writeByte(RECORD);
                out.writeUTF(record.getClass().getName());
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    write(out, component(record, component));
                }
            }
            default -> throw new IllegalStateException("no form for " + value.getClass());
        }
    }

    static void write(DataOutputStream out, Bytes bytes) throws IOException {
        out.writeInt(bytes.isNull() ? NULL_POINTER : (int) bytes.length());
        if (!bytes.isNull()) {
            out.write(bytes.array());
        }
    }

    static Parameter read(DataInputStream in) throws IOException {
        if (readValue(in) instanceof Parameter parameter) {
            return parameter;
        }
        throw new IOException("no parameter");
    }

    static Bytes readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NULL_POINTER ? Bytes.NULL : Bytes.of(in.readNBytes(length));
    }

    private static @Nullable Object readValue(DataInputStream in) throws IOException {
        byte form = in.readByte();
        return switch (form) {
            case NULL -> null;
            case BYTES -> readBytes(in);
            case NUMBER -> in.readLong();
            case TRUTH -> in.readBoolean();
            case TEXT -> in.readUTF();
            case LIST -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    list.add(readValue(in));
                }
                yield list;
            }
            case RECORD -> readRecord(in);
            default -> throw new IOException("no form " + form);
        };
    }

    private static Object readRecord(DataInputStream in) throws IOException {
        String name = in.readUTF();
        if (!name.startsWith("dev.tokki.api.")) {
            throw new IOException(name + " is none of ours");
        }
        try {
            Class<?> type = Class.forName(name);
            RecordComponent[] components = type.getRecordComponents();
            @Nullable Object[] values = new @Nullable Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = readValue(in);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    private static Object component(Record record, RecordComponent component) throws IOException {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }
}
