package dev.tokki.conformance.suite;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.conformance.result.RecordedCall;
import dev.tokki.conformance.result.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Writes down every call and its reply on the way to a module.
final class Recorder implements Cryptoki {
    private final Cryptoki module;
    private final List<RecordedCall> calls = new ArrayList<>();
    private boolean settingUp;

    Recorder(Cryptoki module) {
        this.module = module;
    }

    @Override
    public <R> Reply<R> call(Call<R> call) {
        Function function = Function.of(call);
        long start = System.nanoTime();
        try {
            Reply<R> reply = module.call(call);
            record(
                    call,
                    reply.rv().toString(),
                    CallText.outputs(call, reply),
                    reply.why().map(Why::of).orElse(null),
                    start);
            return reply;
        } catch (RuntimeException | Error e) {
            record(call, "-", List.of(), null, start);
            throw new ModuleCrashed(function, e);
        }
    }

    @Override
    public void close() {
        module.close();
    }

    List<RecordedCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    <T> T settingUp(Supplier<T> steps) {
        boolean before = settingUp;
        settingUp = true;
        try {
            return steps.get();
        } finally {
            settingUp = before;
        }
    }

    private void record(
            Call<?> call,
            String returned,
            List<dev.tokki.conformance.result.Argument> outputs,
            @org.jspecify.annotations.Nullable Why why,
            long start) {
        long micros = (System.nanoTime() - start) / 1000;
        RecordedCall recorded = new RecordedCall(
                Function.of(call).cName(), CallText.arguments(call), returned, outputs, why, micros, settingUp);
        synchronized (calls) {
            calls.add(recorded);
        }
    }
}
