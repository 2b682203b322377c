package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.Interface;
import dev.tokki.api.Notify;
import dev.tokki.api.Version;
import dev.tokki.api.parameter.Parameter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A memory of any ABI, in an array: what a caller lays into it, a module takes from it. Addresses outside of what was
/// allocated are bad.
public final class SimulatedMemory implements Room, Caller {
    private static final long BASE = 0x70000000L;
    private static final long FUNCTIONS = 0x60000000L;

    private final Abi abi;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 20).order(ByteOrder.nativeOrder());
    private final List<Notify> callbacks = new ArrayList<>();
    private final List<Class<? extends Parameter>> messageParameters;
    private int used;

    /// @param messageParameters what a message's parameter is taken for
    public SimulatedMemory(Abi abi, List<Class<? extends Parameter>> messageParameters) {
        this.abi = abi;
        this.messageParameters = messageParameters;
    }

    private int index(long address, long length) {
        long index = address - BASE;
        if (index < 0 || length < 0 || index + length > used) {
            throw new BadAddressException(address, length);
        }
        return (int) index;
    }

    @Override
    public Abi abi() {
        return abi;
    }

    @Override
    public byte getByte(long address) {
        return bytes.get(index(address, 1));
    }

    @Override
    public int getInt(long address) {
        return bytes.getInt(index(address, 4));
    }

    @Override
    public long getLong(long address) {
        return bytes.getLong(index(address, 8));
    }

    @Override
    public byte[] read(long address, long length) {
        int index = index(address, length);
        byte[] copy = new byte[(int) length];
        bytes.get(index, copy);
        return copy;
    }

    @Override
    public void putByte(long address, byte value) {
        bytes.put(index(address, 1), value);
    }

    @Override
    public void putInt(long address, int value) {
        bytes.putInt(index(address, 4), value);
    }

    @Override
    public void putLong(long address, long value) {
        bytes.putLong(index(address, 8), value);
    }

    @Override
    public void write(long address, byte[] source) {
        bytes.put(index(address, source.length), source);
    }

    @Override
    public long allocate(long length) {
        long address = BASE + used;
        used += (int) (Math.max(length, 1) + 15) / 16 * 16;
        return address;
    }

    @Override
    public long callback(Notify notify) {
        callbacks.add(notify);
        return FUNCTIONS + callbacks.size();
    }

    @Override
    public Notify notification(long address) {
        return callbacks.get((int) (address - FUNCTIONS - 1));
    }

    @Override
    public long[] mutexes(Mutexes which) {
        return switch (which) {
            case NONE -> new long[4];
            case ALL -> new long[] {FUNCTIONS, FUNCTIONS, FUNCTIONS, FUNCTIONS};
            case SOME -> new long[] {FUNCTIONS, 0, 0, 0};
        };
    }

    @Override
    public long functionList(Version version) {
        long address = allocate(VersionShape.SIZE);
        VersionShape.leaveAt(version, address, this);
        return address;
    }

    @Override
    public long interfaceAt(Interface found) {
        InterfaceStruct struct = new InterfaceStruct(abi);
        byte[] name = found.name().getBytes(StandardCharsets.UTF_8);
        long text = allocate(name.length + 1L);
        write(text, name);
        long address = allocate(struct.size());
        struct.give(address, text, functionList(found.version()), found.flags(), this);
        return address;
    }

    @Override
    public List<Class<? extends Parameter>> messageParameters(Function function, long session) {
        return messageParameters;
    }

    @Override
    public long pending(Bytes result) {
        return BytesShape.give(result, this);
    }

    /// {@return the machine words there}
    public long[] words(long address, int count) {
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            words[i] = getLong(address + (long) i * Abi.WORD);
        }
        return words;
    }
}
