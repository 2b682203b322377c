package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Notify;
import dev.tokki.api.Out;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Fixed;
import dev.tokki.api.call.Means;
import dev.tokki.api.call.Means.Meaning;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.Layout.Kind;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import dev.tokki.api.parameter.Structure;
import dev.tokki.api.shape.RecordAccess;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Random calls and structures, derived from their records: everything that C can say in exactly one way.
public final class Samples {
    private static final Notify NOTIFY = (session, event, application) -> 0;

    /// Mechanisms that between them take every type of parameter.
    private static final List<Long> MECHANISMS = LongStream.concat(
                    LongStream.range(0, 0x4100), LongStream.of(0x80000001L))
            .filter(type -> type == Ckm.RSA_PKCS || !ParameterTypes.of(type).isEmpty())
            .boxed()
            .toList();

    private final Abi abi;
    private final AttributeSamples attributes;

    /// @param abi the numbers are those that fit it
    public Samples(Abi abi) {
        this.abi = abi;
        this.attributes = new AttributeSamples(abi, this);
    }

    /// {@return calls of every function}
    public Arbitrary<Call<?>> calls() {
        return Arbitraries.of(Records.calls()).flatMap(this::call);
    }

    private Arbitrary<Call<?>> call(Class<?> type) {
        return record(type, component -> argument(component, Function.of(type))).map(call -> (Call<?>) call);
    }

    /// {@return parameter structures of every type}
    public Arbitrary<Structure> structures() {
        return Arbitraries.of(
                        Records.parameters().stream().filter(Told::standsAlone).toList())
                .flatMap(this::structure);
    }

    /// {@return structures of one type}
    public Arbitrary<Structure> structure(Class<?> type) {
        return Arbitraries.integers()
                .between(0, 20)
                .flatMap(size -> structure(type, size))
                .map(structure -> (Structure) structure);
    }

    /// {@return what the parameter of a message-based call has to be taken for}
    static List<Class<? extends Parameter>> messageParameters(Call<?> call) {
        RecordAccess access = new RecordAccess(call.getClass());
        for (int i = 0; i < access.components().size(); i++) {
            if (access.get(call, i) instanceof Structure structure) {
                return List.of(structure.getClass());
            }
        }
        return List.of();
    }

    private Arbitrary<Object> record(Class<?> type, java.util.function.Function<RecordComponent, Arbitrary<?>> values) {
        RecordAccess access = new RecordAccess(type);
        List<Arbitrary<Object>> parts = new ArrayList<>();
        for (RecordComponent component : access.components()) {
            parts.add(values.apply(component).map(value -> (Object) value));
        }
        return Combinators.combine(parts).as(made -> access.make(made.toArray()));
    }

    private Arbitrary<?> argument(RecordComponent component, Function function) {
        Class<?> type = component.getType();
        if (type == Bytes.class) {
            Fixed fixed = component.getAnnotation(Fixed.class);
            return fixed == null ? bytes() : orNull(array(fixed.value()).map(Bytes::of));
        } else if (type == Mechanism.class) {
            return mechanisms(function).injectNull(0.1);
        } else if (type == Parameter.class) {
            return Arbitraries.oneOf(raw(), Arbitraries.just(Parameter.none()), structures());
        } else if (type == Version.class) {
            return versions().injectNull(0.2);
        }
        return common(component);
    }

    private Arbitrary<Object> structure(Class<?> type, int told) {
        return record(type, component -> member(component, told)).map(made -> tagged(made));
    }

    private Arbitrary<?> member(RecordComponent component, int told) {
        Class<?> type = component.getType();
        if (type == Bytes.class) {
            return switch (Told.of(component)) {
                case Told.Beside beside ->
                    Told.lies(component, Kind.LENGTH_BEHIND) ? array(told).map(Bytes::of) : bytes();
                case Told.Never(int size, boolean isBehind) ->
                    isBehind ? orNull(array(size).map(Bytes::of)) : array(size).map(Bytes::of);
                case Told.Elsewhere elsewhere -> orNull(array(told).map(Bytes::of));
            };
        } else if (Told.IN_BYTES.contains(component.getName())) {
            return Arbitraries.just((long) told);
        } else if (Told.IN_BITS.contains(component.getName())) {
            return Arbitraries.just(8L * told);
        } else if (type == long.class && Told.lies(component, Kind.BYTE)) {
            return Arbitraries.longs().between(0, 255);
        } else if (type == long.class && component.getName().equals("type")) {
            return Arbitraries.longs().between(0, 8);
        } else if (type == Parameter.class) {
            return Arbitraries.just(Parameter.none()); // replaced in tagged()
        } else if (type == Long.class) {
            return numbers().injectNull(0.2);
        } else if (type == Version.class) {
            return Told.lies(component, Kind.POINTER) ? versions().injectNull(0.2) : versions();
        } else if (type == Mechanism.class) {
            return simpleMechanisms().injectNull(0.2);
        } else if (type == List.class) {
            Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return structure(element, told).list().ofMaxSize(3);
        } else if (Structure.class.isAssignableFrom(type)) {
            Arbitrary<?> nested = structure(type, told);
            return Told.lies(component, Kind.POINTER) ? nested.injectNull(0.2) : nested;
        }
        return common(component);
    }

    /// A value whose type the number before it tells gets that type.
    private static Object tagged(Object structure) {
        RecordAccess access = new RecordAccess(structure.getClass());
        List<String> names = access.names();
        if (!names.equals(List.of("type", "value"))) {
            return structure;
        }
        long type = (Long) Objects.requireNonNull(access.get(structure, 0));
        Class<?> meant = ParameterTypes.within(structure.getClass(), type).getFirst();
        Parameter value = meant == Parameter.ULong.class
                ? new Parameter.ULong(type + 1)
                : meant == Parameter.Raw.class ? Parameter.of((byte) type) : format(meant, type);
        return access.make(new Object[] {type, value});
    }

    private static Parameter format(Class<?> type, long number) {
        RecordAccess access = new RecordAccess(type);
        Object[] values = access.components().stream()
                .map(component -> component.getType() == boolean.class ? (Object) true : (Object) number)
                .toArray();
        return (Parameter) access.make(values);
    }

    private Arbitrary<?> common(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == long.class) {
            Means means = component.getAnnotation(Means.class);
            return means != null && means.value() == Meaning.POINTER ? pointers() : numbers();
        } else if (type == boolean.class) {
            return Arbitraries.of(true, false);
        } else if (type == String.class) {
            return text().injectNull(0.2);
        } else if (type == Buffer.class) {
            return buffers();
        } else if (type == Fill.class) {
            return Arbitraries.longs().between(0, 100).flatMap(n -> Arbitraries.of(Fill.of(n), Fill.nullOf(n)));
        } else if (type == Out.class) {
            return Arbitraries.of(Out.here(), Out.nullPointer());
        } else if (type == Template.class) {
            return attributes.templates();
        } else if (type == QueryTemplate.class) {
            return attributes.queryTemplates();
        } else if (type == Notify.class) {
            return Arbitraries.just(NOTIFY).injectNull(0.3);
        } else if (type.isEnum()) {
            return Arbitraries.of(type.getEnumConstants());
        } else if (type.isRecord()) {
            return record(type, this::common).injectNull(0.2);
        }
        throw new IllegalArgumentException("no sample of " + component);
    }

    /// Every number that a `CK_ULONG` can hold.
    Arbitrary<Long> numbers() {
        Arbitrary<Long> large =
                abi.ulongSize() == 8 ? Arbitraries.longs() : Arbitraries.longs().between(0, 0xFFFFFFFEL);
        return Arbitraries.oneOf(Arbitraries.longs().between(0, 300), large, Arbitraries.just(-1L));
    }

    private Arbitrary<Long> pointers() {
        return abi.pointerSize() == 8
                ? Arbitraries.longs()
                : Arbitraries.longs().between(0, 0xFFFFFFFFL);
    }

    private static Arbitrary<byte[]> array(int size) {
        return Arbitraries.bytes().array(byte[].class).ofSize(size);
    }

    private static Arbitrary<Bytes> orNull(Arbitrary<Bytes> bytes) {
        return bytes.injectNull(0.2).map(value -> value == null ? Bytes.NULL : value);
    }

    Arbitrary<Bytes> bytes() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4, Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Bytes::of)),
                Tuple.of(1, Arbitraries.longs().between(0, 1L << 30).map(Bytes::nullOf)));
    }

    static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars('a', 'Z', '_', ' ', 'é', '€', '\uFFFD')
                .ofMaxLength(100);
    }

    private static Arbitrary<Version> versions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.integers().between(0, 255))
                .as(Version::new);
    }

    private static Arbitrary<Buffer> buffers() {
        return Arbitraries.oneOf(
                Arbitraries.of(Buffer.query(), Buffer.noLength(), Buffer.none()),
                Arbitraries.longs().between(0, 50).map(Buffer::of));
    }

    private static Arbitrary<Parameter> raw() {
        return array(7).map(Parameter::of);
    }

    private Arbitrary<Mechanism> mechanisms(Function function) {
        return Arbitraries.of(MECHANISMS)
                .flatMap(type -> parameter(type, function).map(p -> Mechanism.of(type, p)));
    }

    private Arbitrary<Parameter> parameter(long mechanism, Function function) {
        List<Class<? extends Parameter>> types = ParameterTypes.of(mechanism, function);
        if (types.isEmpty()) {
            return Arbitraries.just(Parameter.none());
        }
        return Arbitraries.of(types).flatMap(type -> {
            if (type == Parameter.None.class) {
                return Arbitraries.just(Parameter.none());
            } else if (type == Parameter.ULong.class) {
                return numbers().map(Parameter.ULong::new);
            }
            return type == Parameter.Raw.class ? raw() : structure(type).map(structure -> (Parameter) structure);
        });
    }

    private Arbitrary<Mechanism> simpleMechanisms() {
        return Arbitraries.of(
                Mechanism.of(Ckm.SHA256),
                Mechanism.iv(Ckm.AES_CBC, new byte[16]),
                Mechanism.of(Ckm.SHA512_T, new Parameter.ULong(160)));
    }
}
