package dev.tokki.server;

import dev.tokki.api.Function;
import dev.tokki.api.call.Call;
import dev.tokki.nativeadapter.layout.Abi;
import dev.tokki.nativeadapter.layout.Ahead;
import dev.tokki.nativeadapter.layout.CallPlan;
import dev.tokki.nativeadapter.layout.CallPlans;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The layout of every function's call, by its place in the function list.
final class Calls {
    private static final CallPlans PLANS = new CallPlans(Abi.LP64);
    private static final Map<Function, Class<?>> RECORDS = records();

    private static final Map<Function, List<Ahead>> AHEAD =
            Arrays.stream(Function.values()).collect(Collectors.toMap(f -> f, f -> of(f).ahead()));

    private Calls() {}

    /// {@return the plan of the function at a place in the list; nothing for a place that is not in it}
    static Optional<CallPlan> at(long number) {
        Function[] functions = Function.values();
        return number < 0 || number >= functions.length ? Optional.empty() : Optional.of(of(functions[(int) number]));
    }

    /// {@return the plan of a function}
    static CallPlan of(Function function) {
        return PLANS.of(Objects.requireNonNull(RECORDS.get(function), function.cName()));
    }

    /// {@return what the module sends along with a call, in its order}
    static List<Ahead> ahead(CallPlan plan) {
        return Objects.requireNonNull(
                AHEAD.get(plan.function()), plan.function().cName());
    }

    private static Map<Function, Class<?>> records() {
        Map<Function, Class<?>> records = new EnumMap<>(Function.class);
        Arrays.stream(Call.class.getPermittedSubclasses())
                .flatMap(chapter -> Arrays.stream(chapter.getPermittedSubclasses()))
                .forEach(call -> records.put(Function.of(call), call));
        return records;
    }
}
