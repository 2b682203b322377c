package dev.tokki.conformance.suite;

import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Fixed;
import dev.tokki.api.call.Means;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call of each function of a chapter whose arguments are well formed, so that nothing but the state or the session's
/// handle can be wrong with it.
///
/// The calls are made from the records of the chapter, so that no function is forgotten.
public final class EveryFunction {
    private static final byte[] BYTES = new byte[16];

    private EveryFunction() {}

    /// {@return a call of each function of a chapter}
    ///
    /// @param chapter one of the sealed interfaces of [dev.tokki.api.call]
    /// @param session the session's handle that they are given
    public static List<Call<?>> of(Class<?> chapter, long session) {
        return Arrays.stream(chapter.getPermittedSubclasses())
                .<Call<?>>map(call -> make(call, session))
                .toList();
    }

    private static Call<?> make(Class<?> call, long session) {
        RecordComponent[] components = call.getRecordComponents();
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] arguments = Arrays.stream(components)
                    .map(component -> argument(component, session))
                    .toArray();
            return (Call<?>) call.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(call + " cannot be made", e);
        }
    }

    private static @Nullable Object argument(RecordComponent component, long session) {
        Class<?> type = component.getType();
        if (type == long.class) {
            Means means = component.getAnnotation(Means.class);
            return means != null && means.value() == Means.Meaning.SESSION ? session : 0L;
        } else if (type == boolean.class) {
            return false;
        } else if (type == Bytes.class) {
            Fixed fixed = component.getAnnotation(Fixed.class);
            return Bytes.of(fixed == null ? BYTES : new byte[fixed.value()]);
        } else if (type == Buffer.class) {
            return Buffer.of(64);
        } else if (type == Fill.class) {
            return Fill.of(16);
        } else if (type == Out.class) {
            return Out.here();
        } else if (type == Mechanism.class) {
            return Mechanism.of(Ckm.SHA256);
        } else if (type == Template.class) {
            return Template.of();
        } else if (type == QueryTemplate.class) {
            return QueryTemplate.of(AttributeQuery.length(0));
        } else if (type == Parameter.class) {
            return Parameter.none();
        } else if (type == String.class) {
            return "C_Sign";
        }
        return null;
    }
}
