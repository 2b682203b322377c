package dev.tokki.nativeadapter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Buffer;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.KeyManagement.EncapsulateKey;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What a module leaves, the caller collects; on every ABI, for every function.
final class ReplyRoundTripProperties {
    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void theCallerCollectsTheReplyThatWasLeftOnLinux(@ForAll("lp64") Call<?> call, @ForAll long seed) {
        roundTrip(call, Abi.LP64, seed);
    }

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    void theCallerCollectsTheReplyThatWasLeftOnWindows(@ForAll("llp64") Call<?> call, @ForAll long seed) {
        roundTrip(call, Abi.LLP64, seed);
    }

    @Example
    void aModuleThatIgnoresNullPointersDoesNotDisturbTheCaller() {
        EncapsulateKey call = new EncapsulateKey(1, Mechanism.of(Ckm.ML_KEM), 2, Template.NULL, Buffer.noLength());
        CallPlan plan = new CallPlans(Abi.LP64).of(call);
        SimulatedMemory memory = new SimulatedMemory(Abi.LP64, List.of());
        long words = plan.give(call, memory);
        assertThat(plan.collect(call, Ckr.OK, words, memory).value()).isEqualTo(new Encapsulation(Output.length(0), 0));
    }

    private static <R> void roundTrip(Call<R> call, Abi abi, long seed) {
        CallPlan plan = new CallPlans(abi).of(call);
        SimulatedMemory memory = new SimulatedMemory(abi, Samples.messageParameters(call));
        long address = plan.give(call, memory);
        Reply<?> reply = new ReplySamples(abi, seed).reply(call);
        plan.leave(call, reply, memory.words(address, plan.words()), memory);
        Reply<R> collected = plan.collect(call, reply.rv().value(), address, memory);
        assertThat(collected.rv()).isEqualTo(reply.rv());
        assertThat((Object) collected.value()).as("%s %s", call, reply).isEqualTo(reply.value());
    }

    @Provide
    Arbitrary<Call<?>> lp64() {
        return new Samples(Abi.LP64).calls();
    }

    @Provide
    Arbitrary<Call<?>> llp64() {
        return new Samples(Abi.LLP64).calls();
    }
}
