package dev.tokki.nativeadapter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.call.Call;
import dev.tokki.api.parameter.Structure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What a caller gives, a module takes; on every ABI, for every function.
final class CallRoundTripProperties {
    private static final Abi LLP64_UNPACKED = new Abi(4, 8, 8);
    private static final Map<Abi, CallPlans> PLANS = new ConcurrentHashMap<>();

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void aModuleTakesTheCallThatWasGivenOnLinux(@ForAll("lp64") Call<?> call) {
        roundTrip(call, Abi.LP64);
    }

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    void aModuleTakesTheCallThatWasGivenOnWindows(@ForAll("llp64") Call<?> call) {
        roundTrip(call, Abi.LLP64);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void aModuleTakesTheCallThatWasGivenWithoutPacking(@ForAll("unpacked") Call<?> call) {
        roundTrip(call, LLP64_UNPACKED);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void aModuleTakesTheCallThatWasGivenInThirtyTwoBits(@ForAll("ilp32") Call<?> call) {
        roundTrip(call, Abi.ILP32);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void everyStructureIsTakenAsGiven(@ForAll("structures") Structure structure) {
        for (Abi abi : List.of(Abi.LP64, Abi.LLP64, LLP64_UNPACKED)) {
            ParameterArea area = new Structures(abi).parameters();
            SimulatedMemory memory = new SimulatedMemory(abi, List.of());
            long address = area.give(structure, memory);
            assertThat(area.take(address, area.sizeOf(structure), List.of(structure.getClass()), memory))
                    .isEqualTo(structure);
        }
    }

    private static void roundTrip(Call<?> call, Abi abi) {
        CallPlan plan = PLANS.computeIfAbsent(abi, CallPlans::new).of(call);
        SimulatedMemory memory = new SimulatedMemory(abi, Samples.messageParameters(call));
        long[] words = memory.words(plan.give(call, memory), plan.words());
        assertThat(plan.take(words, memory)).isEqualTo(call);
    }

    @Provide
    Arbitrary<Call<?>> lp64() {
        return new Samples(Abi.LP64).calls();
    }

    @Provide
    Arbitrary<Call<?>> llp64() {
        return new Samples(Abi.LLP64).calls();
    }

    @Provide
    Arbitrary<Call<?>> unpacked() {
        return new Samples(LLP64_UNPACKED).calls();
    }

    @Provide
    Arbitrary<Call<?>> ilp32() {
        return new Samples(Abi.ILP32).calls();
    }

    @Provide
    Arbitrary<Structure> structures() {
        return new Samples(Abi.LLP64).structures();
    }
}
