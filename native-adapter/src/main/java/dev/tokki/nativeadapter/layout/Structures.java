package dev.tokki.nativeadapter.layout;

import dev.tokki.api.AsyncData;
import dev.tokki.api.Bytes;
import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Template;
import dev.tokki.api.Version;
import dev.tokki.api.call.Fixed;
import dev.tokki.api.parameter.Layout;
import dev.tokki.api.parameter.Layout.Kind;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.Structure;
import dev.tokki.api.parameter.Written;
import dev.tokki.api.shape.RecordAccess;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The plans of all structures, each derived from its record when first asked for.
final class Structures {
    private final Abi abi;
    private final ParameterArea parameters = new ParameterArea(this);
    private final ClassValue<StructurePlan<?>> plans = new ClassValue<>() {
        @Override
        protected StructurePlan<?> computeValue(Class<?> type) {
            return derive(type);
        }
    };

    Structures(Abi abi) {
        this.abi = abi;
    }

    Abi abi() {
        return abi;
    }

    ParameterArea parameters() {
        return parameters;
    }

    /// {@return the plan of a record class}
    @SuppressWarnings("unchecked") // a plan is derived from its own class
    <S> StructurePlan<S> of(Class<S> type) {
        return (StructurePlan<S>) plans.get(type);
    }

    /// {@return the plan of a structure's class}
    @SuppressWarnings("unchecked") // a value is of its own class
    StructurePlan<Structure> of(Structure value) {
        return (StructurePlan<Structure>) plans.get(value.getClass());
    }

    private StructurePlan<?> derive(Class<?> type) {
        RecordAccess access = new RecordAccess(type);
        List<Shape<@Nullable Object>> shapes = new ArrayList<>();
        for (RecordComponent component : access.components()) {
            shapes.add(erased(shape(component)));
        }
        return new StructurePlan<>(abi, access, shapes, written(access, Parameter.class.isAssignableFrom(type)));
    }

    /// Of a parameter, a module writes the members marked so; everything else that it writes, it writes whole.
    private int[] written(RecordAccess access, boolean isParameter) {
        return IntStream.range(0, access.components().size())
                .filter(i -> !isParameter || isWritten(access.components().get(i)))
                .toArray();
    }

    private boolean isWritten(RecordComponent component) {
        Class<?> type = component.getType();
        Class<?> structure = type == List.class ? elementOf(component) : type;
        return component.isAnnotationPresent(Written.class)
                || (Structure.class.isAssignableFrom(structure) && of(structure).isWritten());
    }

    /// {@return how a member of a structure lies}
    private Shape<?> shape(RecordComponent component) {
        Class<?> type = component.getType();
        Layout layout = component.getAnnotation(Layout.class);
        Kind kind = layout == null ? null : layout.value();
        if (type == long.class) {
            return kind == Kind.BYTE ? new Scalar.Octet() : new Scalar.ULong(abi);
        } else if (type == boolean.class) {
            return new Scalar.Bool();
        } else if (type == Long.class) {
            return new NumberBehind(abi);
        } else if (type == String.class) {
            Fixed fixed = component.getAnnotation(Fixed.class);
            return fixed == null ? new Text.Terminated(abi) : new Text.Padded(fixed.value());
        } else if (type == Version.class) {
            return kind == Kind.POINTER ? new VersionShape.Behind(abi) : new VersionShape.Inside();
        } else if (type == Bytes.class) {
            return component.getDeclaringRecord() == AsyncData.class ? new PendingResult(abi) : bytes(layout);
        } else if (type == Template.class) {
            return new TemplateShape(abi);
        } else if (type == Mechanism.class) {
            return new MechanismShape(abi, parameters, null);
        } else if (type == Parameter.class) {
            return new TaggedShape(abi, parameters, component.getDeclaringRecord());
        } else if (type == Mutexes.class) {
            return new Callbacks.MutexFunctions(abi);
        } else if (type == List.class) {
            StructurePlan<?> plan = of(elementOf(component));
            return kind == Kind.LENGTH_FIRST ? ListShape.countFirst(abi, plan) : ListShape.pointerFirst(abi, plan);
        } else if (Structure.class.isAssignableFrom(type)) {
            StructurePlan<?> plan = of(type);
            return kind == Kind.POINTER ? new Nested.Behind<>(abi, plan) : new Nested.Inside<>(plan);
        }
        throw new IllegalArgumentException("no layout for " + component + " of " + component.getDeclaringRecord());
    }

    private static Class<?> elementOf(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    private Shape<Bytes> bytes(@Nullable Layout layout) {
        if (layout == null) {
            return BytesShape.pointerFirst(abi);
        }
        return switch (layout.value()) {
            case LENGTH_FIRST -> BytesShape.lengthFirst(abi);
            case LENGTH_BEHIND -> new LengthBehind(abi);
            case INLINE -> new InlineBytes(layout.size());
            case POINTER -> behind(layout);
            case BYTE -> throw new IllegalArgumentException("a byte string is not one byte: " + layout);
        };
    }

    private BytesBehind behind(Layout layout) {
        if (!layout.bits().isEmpty()) {
            return BytesBehind.toldInBits(abi, layout.bits());
        }
        return layout.length().isEmpty()
                ? BytesBehind.fixed(abi, layout.size())
                : BytesBehind.toldInBytes(abi, layout.length());
    }

    /// A shape is only ever handed values of its own component, so its type need not be known.
    @SuppressWarnings("unchecked")
    static Shape<@Nullable Object> erased(Shape<?> shape) {
        return (Shape<@Nullable Object>) shape;
    }
}
