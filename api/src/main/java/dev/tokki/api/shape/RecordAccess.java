package dev.tokki.api.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and makes records of one class, without reflection once made.
public final class RecordAccess {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType CONSTRUCTOR = MethodType.methodType(Object.class, Object[].class);

    private static final ClassValue<RecordAccess> KNOWN = new ClassValue<>() {
        @Override
        protected RecordAccess computeValue(Class<?> type) {
            return new RecordAccess(type);
        }
    };

    private final Class<?> type;
    private final List<RecordComponent> components;
    private final MethodHandle[] getters;
    private final MethodHandle constructor;

    /// @param type a public record
    public RecordAccess(Class<?> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
        this.getters = new MethodHandle[components.size()];
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            for (int i = 0; i < getters.length; i++) {
                getters[i] = lookup.unreflect(components.get(i).getAccessor()).asType(GETTER);
            }
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(CONSTRUCTOR);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " is not a public record", e);
        }
    }

    /// {@return access to the records of a class, made once}
    ///
    /// @param type a public record
    public static RecordAccess of(Class<?> type) {
        return KNOWN.get(type);
    }

    /// {@return the components, in order}
    public List<RecordComponent> components() {
        return components;
    }

    /// {@return the names of the components, in order}
    public List<String> names() {
        return components.stream().map(RecordComponent::getName).toList();
    }

    /// {@return the value of a component}
    public @Nullable Object get(Object value, int component) {
        try {
            return (Object) getters[component].invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor of " + type + " failed", e);
        }
    }

    /// {@return a record of these values}
    public Object make(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the constructor of " + type + " failed", e);
        }
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
