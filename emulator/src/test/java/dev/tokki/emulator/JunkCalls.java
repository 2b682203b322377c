package dev.tokki.emulator;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Notify;
import dev.tokki.api.Out;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.Version;
import dev.tokki.api.call.Asynchronous;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose;
import dev.tokki.api.call.Means;
import dev.tokki.api.call.Means.Meaning;
import dev.tokki.api.call.Objects;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.call.SlotsAndTokens.WaitForSlotEvent;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Token;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes random calls of all 104 functions: arguments that make sense, arguments that do not, and NULL_PTR.
///
/// Everything comes from one seed.
final class JunkCalls {
    private static final List<Class<?>> CALLS = records(Call.class).toList();
    /// What makes most handles invalid; too much of it, and nothing else happens.
    private static final Set<Class<?>> DISRUPTIVE = Set.of(
            GeneralPurpose.Finalize.class,
            Sessions.CloseAllSessions.class,
            Sessions.CloseSession.class,
            Sessions.Logout.class,
            Objects.DestroyObject.class);

    private static final List<Class<?>> PARAMETERS = records(Parameter.class).toList();

    private static final List<Long> NUMBERS = List.of(
            0L, 1L, 2L, 3L, 4L, 5L, 8L, 12L, 16L, 24L, 32L, 33L, 128L, 255L, 512L, 1L << 32, -1L, Long.MIN_VALUE);
    private static final List<Long> LENGTHS = List.of(0L, 1L, 15L, 16L, 17L, 32L, 48L, 64L, 256L, 1000L);
    private static final List<Long> ATTRIBUTES = List.of(
            Cka.CLASS,
            Cka.KEY_TYPE,
            Cka.TOKEN,
            Cka.PRIVATE,
            Cka.LABEL,
            Cka.ID,
            Cka.VALUE,
            Cka.VALUE_LEN,
            Cka.SENSITIVE,
            Cka.EXTRACTABLE,
            Cka.ENCRYPT,
            Cka.DECRYPT,
            Cka.SIGN,
            Cka.VERIFY,
            Cka.WRAP,
            Cka.UNWRAP,
            Cka.DERIVE,
            Cka.MODULUS_BITS,
            Cka.PUBLIC_EXPONENT,
            Cka.MODULUS,
            Cka.EC_PARAMS,
            Cka.EC_POINT,
            Cka.ALWAYS_AUTHENTICATE,
            Cka.ALLOWED_MECHANISMS,
            Cka.WRAP_TEMPLATE,
            Cka.UNWRAP_TEMPLATE,
            Cka.DERIVE_TEMPLATE,
            Cka.COPYABLE,
            Cka.DESTROYABLE,
            Cka.MODIFIABLE,
            Cka.TRUSTED,
            Cka.START_DATE,
            Cka.CHECK_VALUE,
            Cka.PUBLIC_KEY_INFO,
            Cka.UNIQUE_ID,
            Cka.LOCAL,
            Cka.CERTIFICATE_TYPE,
            Cka.SUBJECT,
            Cka.APPLICATION);
    private static final Bytes P256 = Bytes.hex("06082a8648ce3d030107");

    private final Random random;
    private final long[] mechanisms;
    private final List<Long> sessions = new ArrayList<>(List.of(0L));
    private final List<Long> objects = new ArrayList<>(List.of(0L));
    private final List<Long> operations = new ArrayList<>(List.of(0L));
    private Class<?> last = GeneralPurpose.GetInfo.class;

    JunkCalls(Random random, long[] mechanisms) {
        this.random = random;
        this.mechanisms = mechanisms.clone();
    }

    /// Remembers a session, so that calls use it.
    void session(long handle) {
        sessions.add(handle);
    }

    /// Remembers an object.
    void object(long handle) {
        objects.add(handle);
    }

    /// Remembers the identifier of a call in background.
    void operation(long id) {
        operations.add(id);
    }

    /// {@return a call of any function}
    Call<?> next() {
        Class<?> type = type();
        while (DISRUPTIVE.contains(type) && random.nextInt(20) != 0) {
            type = type();
        }
        last = type;
        Call<?> call = (Call<?>) make(type);
        // Nothing would ever come, and nobody would finalise.
        return call instanceof WaitForSlotEvent wait
                ? new WaitForSlotEvent(wait.flags() | Ckf.DONT_BLOCK, wait.slot(), wait.reserved())
                : call;
    }

    /// {@return any function, or one of the chapter of the last one, since what one begins another goes on with}
    private Class<?> type() {
        Class<?> chapter = last.getInterfaces()[0];
        return random.nextBoolean() ? one(CALLS) : one(records(chapter).toList());
    }

    private Object make(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Arrays.stream(components).map(this::argument).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private @Nullable Object argument(RecordComponent component) {
        Class<?> type = component.getType();
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (nullable && random.nextInt(16) == 0) {
            return null;
        }
        if (type == long.class || type == Long.class) {
            Means means = component.getAnnotation(Means.class);
            return means == null ? one(NUMBERS) : number(means.value());
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == Bytes.class) {
            return component.getName().toLowerCase(Locale.ROOT).contains("pin") ? pin() : bytes();
        }
        if (type == Buffer.class) {
            return buffer();
        }
        if (type == Out.class) {
            return rarely() ? Out.nullPointer() : Out.here();
        }
        if (type == Fill.class) {
            return rarely() ? Fill.nullOf(one(LENGTHS)) : Fill.of(rarely() ? one(NUMBERS) : one(LENGTHS));
        }
        if (type == Mechanism.class) {
            return mechanism();
        }
        if (type == Template.class) {
            return rarely() ? Template.nullOf(random.nextInt(3)) : Template.of(attributes(2));
        }
        if (type == QueryTemplate.class) {
            return rarely() ? QueryTemplate.nullOf(random.nextInt(3)) : QueryTemplate.of(queries(2));
        }
        if (Parameter.class.isAssignableFrom(type)) {
            return type == Parameter.class ? make(one(PARAMETERS)) : make(type);
        }
        if (type == List.class) {
            Class<?> entry = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return several(() -> make(entry));
        }
        if (type == String.class) {
            return random.nextBoolean() ? functionName() : one(List.of("", "PKCS 11", "C_Sign", "Vendor of junk"));
        }
        if (type == Version.class) {
            return one(List.of(Version.V3_2, Version.V2_40, new Version(255, 255)));
        }
        if (type == Notify.class) {
            return (Notify) (session, event, application) -> 0;
        }
        if (type == InitializeArgs.class) {
            return new InitializeArgs(
                    one(List.of(InitializeArgs.Mutexes.values())), one(NUMBERS), rarely() ? "junk" : null);
        }
        throw new IllegalStateException("no junk for " + component);
    }

    /// {@return the name of a function; that of the last call, one time in two, which may run in background}
    private String functionName() {
        Class<?> named = random.nextBoolean() && !Asynchronous.class.isAssignableFrom(last) ? last : one(CALLS);
        return Function.of(named).cName();
    }

    private long number(Meaning meaning) {
        if (rarely()) {
            return random.nextBoolean() ? random.nextLong() : one(NUMBERS);
        }
        return switch (meaning) {
            case SESSION -> latest(sessions);
            case OBJECT -> latest(objects);
            case SLOT -> one(List.of(0L, 1L, 2L));
            case FLAGS ->
                random.nextBoolean()
                        ? Ckf.SERIAL_SESSION
                                | (random.nextBoolean() ? Ckf.RW_SESSION : 0)
                                | (random.nextInt(4) == 0 ? Ckf.ASYNC_SESSION : 0)
                        : 1L << random.nextInt(32);
            case USER_TYPE -> one(List.of(0L, 1L, 1L, 1L, 2L, 3L));
            case MECHANISM_TYPE -> mechanismType();
            case VALIDATION_TYPE -> one(List.of(0L, 1L, 2L));
            case COUNT -> one(NUMBERS);
            case OPERATION_ID -> latest(operations);
            case POINTER -> 0;
        };
    }

    private long mechanismType() {
        return rarely() ? one(NUMBERS) : mechanisms[random.nextInt(mechanisms.length)];
    }

    private Mechanism mechanism() {
        long type = mechanismType();
        return switch (random.nextInt(8)) {
            case 0 -> Mechanism.of(Ckm.AES_KEY_GEN);
            case 1 -> Mechanism.of(Ckm.SHA256);
            case 2 -> Mechanism.iv(Ckm.AES_CBC_PAD, new byte[16]);
            case 3 -> Mechanism.of(type);
            case 4 -> Mechanism.of(type, (Parameter) make(one(PARAMETERS)));
            default -> {
                List<Class<? extends Parameter>> fitting = ParameterTypes.of(type);
                yield Mechanism.of(type, fitting.isEmpty() ? Parameter.none() : (Parameter) make(one(fitting)));
            }
        };
    }

    private Bytes pin() {
        return one(List.of(
                Bytes.utf8(Bench.USER_PIN),
                Bytes.utf8(Bench.USER_PIN),
                Bytes.utf8(Bench.SO_PIN),
                Bytes.utf8("other"),
                Bytes.EMPTY,
                Bytes.NULL,
                Bytes.nullOf(4),
                Bytes.hex("ff fe fd fc")));
    }

    private Bytes bytes() {
        return switch (random.nextInt(40)) {
            case 0 -> Bytes.NULL;
            case 1 -> Bytes.nullOf(one(NUMBERS));
            case 2 -> Token.paddedLabel("junk");
            default -> randomBytes();
        };
    }

    private Bytes randomBytes() {
        byte[] bytes = new byte[one(LENGTHS).intValue()];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private Buffer buffer() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> Buffer.query();
            case 2, 3 -> Buffer.of(one(LENGTHS));
            case 4 -> rarely() ? Buffer.noLength() : rarely() ? Buffer.none() : Buffer.of(one(NUMBERS));
            default -> Buffer.of(4096);
        };
    }

    private List<AttributeQuery> queries(int depth) {
        return several(() -> {
            List<AttributeQuery> nested = depth > 0 && rarely() ? queries(depth - 1) : List.of();
            return new AttributeQuery(attributeType(), buffer(), nested);
        });
    }

    private List<Attribute> attributes(int depth) {
        List<Attribute> plausible = random.nextInt(3) == 0 ? List.of() : plausible();
        List<Attribute> junk = random.nextBoolean() ? List.of() : several(() -> attribute(depth));
        return Stream.concat(plausible.stream(), junk.stream()).toList();
    }

    /// {@return a template of which an object can be made, in one function or another}
    private List<Attribute> plausible() {
        boolean onToken = random.nextInt(3) == 0;
        return switch (random.nextInt(4)) {
            case 0 ->
                List.of(
                        Attribute.of(Cka.TOKEN, onToken),
                        Attribute.of(Cka.VALUE_LEN, 16),
                        Attribute.of(Cka.SENSITIVE, false),
                        Attribute.of(Cka.EXTRACTABLE, true));
            case 1 ->
                List.of(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                        Attribute.of(Cka.TOKEN, onToken),
                        Attribute.of(Cka.VALUE, new byte[16]),
                        Attribute.of(Cka.WRAP, true),
                        Attribute.of(Cka.UNWRAP, true),
                        Attribute.of(Cka.ENCRYPT, true),
                        Attribute.of(Cka.DECRYPT, true));
            case 2 ->
                List.of(
                        Attribute.of(Cka.CLASS, Cko.DATA),
                        Attribute.of(Cka.PRIVATE, random.nextBoolean()),
                        Attribute.of(Cka.VALUE, new byte[3]));
            default -> List.of(new Attribute(Cka.EC_PARAMS, new Value.Raw(P256)), Attribute.of(Cka.TOKEN, onToken));
        };
    }

    private Attribute attribute(int depth) {
        long type = attributeType();
        if (rarely()) {
            return Attribute.nullPointer(type, one(NUMBERS));
        }
        AttributeKind kind = rarely() ? one(List.of(AttributeKind.values())) : AttributeKind.of(type);
        return new Attribute(
                type,
                switch (kind) {
                    case BOOL -> Value.of(random.nextBoolean());
                    case ULONG -> Value.of(one(NUMBERS));
                    case ULONG_ARRAY -> Value.ofULongs(mechanismType(), one(NUMBERS));
                    case TEMPLATE -> Value.ofTemplate(depth > 0 ? attributes(depth - 1) : List.of());
                    case TEXT, DATE, BIG_INTEGER, BYTES -> new Value.Raw(bytes());
                });
    }

    private long attributeType() {
        return rarely() ? one(NUMBERS) : one(ATTRIBUTES);
    }

    private <T> List<T> several(Supplier<T> one) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> one.get()).toList();
    }

    private long latest(List<Long> handles) {
        return handles.get(handles.size() - 1 - random.nextInt(Math.min(handles.size(), 6)));
    }

    private boolean rarely() {
        return random.nextInt(20) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Stream<Class<?>> records(Class<?> sealed) {
        return sealed.isRecord()
                ? Stream.of(sealed)
                : Arrays.stream(sealed.getPermittedSubclasses()).flatMap(JunkCalls::records);
    }
}
