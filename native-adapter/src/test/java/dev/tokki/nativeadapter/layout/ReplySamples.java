package dev.tokki.nativeadapter.layout;

import dev.tokki.api.AsyncData;
import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.Fill;
import dev.tokki.api.Interface;
import dev.tokki.api.Interfaces;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Out;
import dev.tokki.api.Output;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.ULongs;
import dev.tokki.api.Value;
import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Fixed;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.shape.RecordAccess;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Random outputs that fit a call: what a module can leave in the room that its caller gave.
public final class ReplySamples {
    private final Abi abi;
    private final Random random;

    /// @param seed the same seed gives the same outputs
    public ReplySamples(Abi abi, long seed) {
        this.abi = abi;
        this.random = new Random(seed);
    }

    /// {@return a reply with outputs, or the answer to a query, or one that says the room is too small}
    public Reply<?> reply(Call<?> call) {
        RecordAccess access = new RecordAccess(call.getClass());
        boolean tooSmall = random.nextInt(4) == 0;
        List<Object> outputs = new ArrayList<>();
        boolean hasBuffer = false;
        for (int i = 0; i < access.components().size(); i++) {
            Object argument = access.get(call, i);
            if (argument instanceof Buffer buffer) {
                hasBuffer = true;
                output(buffer, tooSmall, call).ifPresent(outputs::add);
            } else if (argument instanceof Out<?> out && !out.isNull()) {
                RecordComponent component = access.components().get(i);
                Type type = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                outputs.add(fixed((Class<?>) type));
            } else if (argument instanceof QueryTemplate template && !template.isNull()) {
                outputs.add(template.queries().stream().map(this::answer).toList());
            } else if (argument instanceof Fill fill && !fill.isNull()) {
                outputs.add(fill);
            }
        }
        boolean refuses = tooSmall && hasBuffer;
        return new Reply<>(new Rv(refuses ? Ckr.BUFFER_TOO_SMALL : Ckr.OK), value(call, refuses, outputs), null, null);
    }

    private @Nullable Object value(Call<?> call, boolean refuses, List<Object> outputs) {
        Type result = ((ParameterizedType) call.getClass().getGenericInterfaces()[0]).getActualTypeArguments()[0];
        if (call instanceof GenerateKeyPair keys) {
            return outputs.isEmpty()
                    ? null
                    : new KeyPair(
                            keys.newPublicKey().isNull() ? 0 : (Long) outputs.getFirst(),
                            keys.newPrivateKey().isNull() ? 0 : (Long) outputs.getLast());
        } else if (call instanceof FindObjects find) {
            int count = random.nextInt((int) find.objects().length() + 1);
            ULongs found = find.objects().isNull() ? ULongs.count(count) : ulongs(count);
            return find.count().isNull() ? null : found;
        } else if (result == Encapsulation.class) {
            outputs.removeIf(output -> refuses && output instanceof Long);
            Object told = outputs.stream()
                    .filter(Output.class::isInstance)
                    .findFirst()
                    .orElse(Output.length(0));
            Object key =
                    outputs.stream().filter(Long.class::isInstance).findFirst().orElse(0L);
            return outputs.isEmpty() ? null : new Encapsulation((Output) told, (Long) key);
        } else if (result == Bytes.class && outputs.size() == 1) {
            return Bytes.of(bytes((int) ((Fill) outputs.get(0)).length()));
        }
        return outputs.stream()
                .filter(output -> !(output instanceof Fill))
                .findFirst()
                .orElse(null);
    }

    private Optional<Object> output(Buffer buffer, boolean tooSmall, Call<?> call) {
        Type result = ((ParameterizedType) call.getClass().getGenericInterfaces()[0]).getActualTypeArguments()[0];
        if (buffer.kind() == Buffer.Kind.NO_LENGTH || buffer.kind() == Buffer.Kind.NONE) {
            return Optional.empty();
        }
        if (tooSmall || buffer.isQuery()) {
            long count = random.nextInt(1000);
            return Optional.of(
                    result == ULongs.class
                            ? ULongs.count(count)
                            : result == Interfaces.class ? new Interfaces(count, null) : Output.length(count));
        }
        int count = random.nextInt((int) buffer.capacity() + 1);
        return Optional.of(
                result == ULongs.class
                        ? ulongs(count)
                        : result == Interfaces.class
                                ? new Interfaces(
                                        count,
                                        IntStream.range(0, count)
                                                .mapToObj(i -> found())
                                                .toList())
                                : Output.of(bytes(count)));
    }

    private Object fixed(Class<?> type) {
        if (type == Long.class) {
            return number();
        } else if (type == Version.class) {
            return new Version(random.nextInt(256), random.nextInt(256));
        } else if (type == Interface.class) {
            return found();
        } else if (type == AsyncData.class) {
            byte[] value = bytes(random.nextInt(30));
            return random.nextBoolean()
                    ? new AsyncData(0, Bytes.of(value), value.length, number(), number())
                    : new AsyncData(0, Bytes.NULL, number(), number(), number());
        }
        RecordAccess access = new RecordAccess(type);
        return access.make(access.components().stream().map(this::member).toArray());
    }

    private Object member(RecordComponent component) {
        return component.getType() == String.class
                ? text(Objects.requireNonNull(component.getAnnotation(Fixed.class))
                        .value())
                : fixed(component.getType() == long.class ? Long.class : component.getType());
    }

    private AttributeReply answer(AttributeQuery query) {
        if (random.nextInt(5) == 0) {
            return AttributeReply.unavailable(query.type());
        } else if (query.room().isQuery()) {
            return new AttributeReply(query.type(), random.nextInt(1000), null);
        }
        Value value = value(query);
        return new AttributeReply(query.type(), new AttributeArray(abi).sizeOf(value), value);
    }

    private Value value(AttributeQuery query) {
        int capacity = (int) query.room().capacity();
        if (!query.nested().isEmpty()) {
            return Value.ofTemplate(query.nested().stream().map(this::entry).toList());
        } else if (query.type() == Cka.TOKEN && capacity > 0) {
            return Value.of(random.nextBoolean());
        } else if (query.type() == Cka.CLASS && capacity >= 8) {
            return Value.of(number());
        } else if (query.type() == Cka.ALLOWED_MECHANISMS) {
            return new Value.ULongArray(LongStream.range(0, random.nextInt(capacity / 8 + 1))
                    .boxed()
                    .toList());
        }
        int odd = query.type() == Cka.CLASS || query.type() == Cka.TOKEN ? Math.min(capacity, 3) : capacity;
        return new Value.Raw(Bytes.of(bytes(odd)));
    }

    private Attribute entry(AttributeQuery query) {
        return new Attribute(
                query.type(),
                query.room().isQuery() ? new Value.Raw(Bytes.nullOf(1 + random.nextInt(100))) : value(query));
    }

    private Interface found() {
        return new Interface(text(20), new Version(3, random.nextInt(256)), number());
    }

    private ULongs ulongs(int count) {
        return ULongs.of(LongStream.generate(this::number).limit(count).toArray());
    }

    private long number() {
        long number = random.nextBoolean() ? random.nextInt(100) : random.nextLong();
        return abi.asUlong(number);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /// A text of at most so many bytes that does not end with a blank.
    private String text(int most) {
        return random.ints(random.nextInt(most + 1), '!', '~')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
