package dev.tokki.conformance.suite;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.text.CallText;
import dev.tokki.api.text.Named;
import dev.tokki.conformance.result.Argument;
import dev.tokki.conformance.result.RecordedCall;
import dev.tokki.conformance.result.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes down every call and its reply on the way to a module. Used by the thread of one test, read by the runner's.
final class Recorder {
    private final List<RecordedCall> calls = new ArrayList<>();
    private boolean settingUp;

    /// Makes a call on a module as the first or second application.
    ///
    /// @throws ModuleCrashed if the module throws
    <R> Reply<R> call(Cryptoki module, int application, Call<R> call) {
        RecordedCall begun = begun(application, call);
        long start = System.nanoTime();
        @Nullable Reply<R> reply = null;
        try {
            reply = module.call(call);
            return reply;
        } catch (RuntimeException | Error e) {
            throw new ModuleCrashed(Function.of(call), e);
        } finally {
            record(begun, call, reply, (System.nanoTime() - start) / 1000);
        }
    }

    List<RecordedCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /// {@return the result of steps whose calls only bring about a state}
    <T> T settingUp(Supplier<T> steps) {
        boolean before = settingUp;
        settingUp = true;
        try {
            return steps.get();
        } finally {
            settingUp = before;
        }
    }

    private RecordedCall begun(int application, Call<?> call) {
        return new RecordedCall(
                application,
                Function.of(call).cName(),
                arguments(CallText.arguments(call)),
                "-",
                List.of(),
                null,
                0,
                settingUp);
    }

    private void record(RecordedCall begun, Call<?> call, @Nullable Reply<?> reply, long micros) {
        RecordedCall ended = new RecordedCall(
                begun.application(),
                begun.function(),
                begun.arguments(),
                reply == null ? "-" : reply.rv().toString(),
                reply == null ? List.of() : arguments(CallText.outputs(call, reply)),
                reply == null ? null : reply.why().map(Why::of).orElse(null),
                micros,
                begun.setUp());
        synchronized (calls) {
            calls.add(ended);
        }
    }

    private static List<Argument> arguments(List<Named> texts) {
        return texts.stream()
                .map(named -> new Argument(named.name(), named.text()))
                .toList();
    }
}
