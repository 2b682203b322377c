package dev.tokki.conformance.suite;

import dev.tokki.api.Function;
import dev.tokki.conformance.result.TestInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One test of the suite, ready to be run on any bench.
public final class TestCase {
    private final TestInfo info;
    private final Class<? extends Suite> suite;
    private final Method method;
    private final @Nullable Object variant;

    private TestCase(Class<? extends Suite> suite, Method method, @Nullable Object variant) {
        this.suite = suite;
        this.method = method;
        this.variant = variant;
        this.info = describe(suite, method, variant);
    }

    /// {@return the tests of a suite, ordered by id}
    static Stream<TestCase> of(Class<? extends Suite> suite) {
        return Arrays.stream(suite.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Requirement.class))
                .flatMap(method -> variants(method).map(variant -> new TestCase(suite, method, variant.value())));
    }

    /// {@return what it tests}
    public TestInfo info() {
        return info;
    }

    /// Runs the test; returning means that the module conforms.
    ///
    /// @throws Deviation if the module did something else
    /// @throws NotSupported if the module lacks the capability
    /// @throws ModuleCrashed if the module gave no answer
    public void run(Bench bench) {
        try {
            var constructor = suite.getDeclaredConstructor(Bench.class);
            constructor.setAccessible(true);
            Suite instance = constructor.newInstance(bench);
            method.setAccessible(true);
            method.invoke(instance, variant == null ? new Object[0] : new Object[] {variant});
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> throw new IllegalStateException(info.source(), e);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(info.source() + " cannot be run", e);
        }
    }

    @Override
    public String toString() {
        return info.id();
    }

    private static Stream<Variant> variants(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length == 0) {
            return Stream.of(new Variant(null));
        }
        if (parameters.length != 1 || !parameters[0].isEnum()) {
            throw new IllegalStateException(method + " must have no parameter, or one of an enum");
        }
        return Arrays.stream(parameters[0].getEnumConstants()).map(Variant::new);
    }

    private static TestInfo describe(Class<?> suite, Method method, @Nullable Object variant) {
        Requirement requirement = method.getAnnotation(Requirement.class);
        String suffix = variant instanceof Enum<?> constant
                ? "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "";
        return new TestInfo(
                requirement.id() + suffix,
                suite.getAnnotation(Chapter.class).id(),
                functions(requirement, variant).map(Function::cName).toList(),
                List.of(requirement.section()),
                variant == null ? requirement.rule() : requirement.rule().replace("{0}", variant.toString()),
                suite.getSimpleName() + "." + method.getName());
    }

    private static Stream<Function> functions(Requirement requirement, @Nullable Object variant) {
        return variant instanceof OfFunctions own ? own.functions().stream() : Arrays.stream(requirement.functions());
    }

    /// An argument of a test method, if it has one.
    private record Variant(@Nullable Object value) {}
}
