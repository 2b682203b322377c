package dev.tokki.emulator.edge;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Parallel;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;

/// The calls of section 5.20, which have one answer.
final class ParallelCalls {
    private ParallelCalls() {}

    static Reply<?> answer(Arrival in, Parallel<?> call) {
        return switch (call) {
            case Parallel.GetFunctionStatus c -> notParallel(in, c.session());
            case Parallel.CancelFunction c -> notParallel(in, c.session());
        };
    }

    private static Reply<?> notParallel(Arrival in, long handle) {
        return in.run(handle, session -> {
            throw Refusal.of(
                    Ckr.FUNCTION_NOT_PARALLEL,
                    in.function().cName(),
                    "No function runs in parallel with its caller; this one is a relic.",
                    in.function().section(),
                    "Do not call it.");
        });
    }
}
