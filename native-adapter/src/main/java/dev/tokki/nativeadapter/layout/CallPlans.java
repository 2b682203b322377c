package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Interface;
import dev.tokki.api.Interfaces;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Notify;
import dev.tokki.api.Out;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.ULongs;
import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Fixed;
import dev.tokki.api.call.Means;
import dev.tokki.api.call.Means.Meaning;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.shape.RecordAccess;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plans of all calls, each derived from its record when first asked for.
public final class CallPlans {
    private final Abi abi;
    private final Structures structures;
    private final ClassValue<CallPlan> plans = new ClassValue<>() {
        @Override
        protected CallPlan computeValue(Class<?> type) {
            return derive(type);
        }
    };

    /// @param abi the sizes in force
    public CallPlans(Abi abi) {
        this.abi = abi;
        this.structures = new Structures(abi);
    }

    /// {@return the plan of a record class}
    public CallPlan of(Class<?> call) {
        return plans.get(call);
    }

    /// {@return the plan of a call's class}
    public CallPlan of(Call<?> call) {
        return plans.get(call.getClass());
    }

    private CallPlan derive(Class<?> call) {
        Type result = result(call);
        RecordAccess access = new RecordAccess(call);
        List<Shape<@Nullable Object>> shapes = new ArrayList<>();
        int outputs = 0;
        for (RecordComponent component : access.components()) {
            Shape<?> shape = shape(component, result);
            outputs += shape instanceof OutputShape ? 1 : 0;
            shapes.add(Structures.erased(shape));
        }
        RecordAccess pair = outputs > 1 ? new RecordAccess((Class<?>) result) : null;
        return new CallPlan(call, access, shapes, pair);
    }

    /// {@return R of a record that implements `Chapter<R>`}
    private static Type result(Class<?> call) {
        ParameterizedType chapter = (ParameterizedType) call.getGenericInterfaces()[0];
        return chapter.getActualTypeArguments()[0];
    }

    /// {@return how an argument lies}
    private Shape<?> shape(RecordComponent component, Type result) {
        Class<?> type = component.getType();
        if (type == long.class) {
            return isPointer(component) ? new Scalar.Address(abi) : new Scalar.ULong(abi);
        } else if (type == boolean.class) {
            return new Scalar.Bool();
        } else if (type == String.class) {
            return new Text.Terminated(abi);
        } else if (type == Version.class) {
            return new VersionShape.Behind(abi);
        } else if (type == Bytes.class) {
            Fixed fixed = component.getAnnotation(Fixed.class);
            return fixed == null ? BytesShape.pointerFirst(abi) : BytesBehind.fixed(abi, fixed.value());
        } else if (type == Template.class) {
            return new TemplateShape(abi);
        } else if (type == Mechanism.class) {
            return new MechanismShape(abi, structures.parameters(), Function.of(component.getDeclaringRecord()));
        } else if (type == Parameter.class) {
            return new MessageParameterShape(abi, structures.parameters(), Function.of(component.getDeclaringRecord()));
        } else if (type == InitializeArgs.class) {
            return new Nested.Behind<>(abi, structures.of(InitializeArgs.class));
        } else if (type == Notify.class) {
            return new Callbacks.Notification(abi);
        } else if (type == QueryTemplate.class) {
            return new QueryShape(abi);
        } else if (type == Buffer.class) {
            return new BufferShape<>(abi, elements(result));
        } else if (type == Fill.class) {
            return fill(result);
        } else if (type == Out.class) {
            return out(component, result);
        }
        throw new IllegalArgumentException("no layout for " + component + " of " + component.getDeclaringRecord());
    }

    private static boolean isPointer(RecordComponent component) {
        Means means = component.getAnnotation(Means.class);
        return means != null && means.value() == Meaning.POINTER;
    }

    private Elements<?> elements(Type result) {
        if (result == ULongs.class) {
            return new Elements.OfULongs(abi);
        }
        return result == Interfaces.class
                ? new Elements.OfInterfaces(new InterfaceStruct(abi))
                : new Elements.OfBytes();
    }

    private Shape<Fill> fill(Type result) {
        FillShape.Plain plain = new FillShape.Plain(abi, result == ULongs.class ? abi.ulongSize() : 1);
        return result == Bytes.class ? new FillShape.Filled(plain) : plain;
    }

    private Shape<?> out(RecordComponent component, Type result) {
        Type type = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (result == ULongs.class) {
            return new FillShape.FoundHandles(abi);
        }
        return new OutShape<>(abi, target(type));
    }

    private Target<?> target(Type type) {
        if (type == Long.class) {
            return new Target.ULong(abi);
        } else if (type == Version.class) {
            return new Target.FunctionList(abi);
        } else if (type == Interface.class) {
            return new Target.InterfacePointer(abi);
        }
        return structures.of((Class<?>) type);
    }
}
