package dev.tokki.trace;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A module whose calls are recorded; it behaves as the module behind it does.
///
/// ```
/// try (Recording recording = new Recording(Secrets.HIDDEN, calls::add, () -> {})) {
///     Cryptoki spied = new Spy(emulator.connect(), recording, "my test");
/// }
/// ```
public final class Spy implements Cryptoki {
    private final Cryptoki module;
    private final Recording recording;
    private final String application;
    private final ObjectBook book = new ObjectBook();
    private final Masking masking;

    /// @param module the module
    /// @param recording where the calls go; it may take those of other applications too
    /// @param application what to call the program that makes the calls
    public Spy(Cryptoki module, Recording recording, String application) {
        this.module = module;
        this.recording = recording;
        this.application = application;
        this.masking = new Masking(recording.secrets(), book);
    }

    @Override
    public <R> Reply<R> call(Call<R> call) {
        long number = recording.nextNumber();
        Instant start = Instant.now();
        long begun = System.nanoTime();
        Reply<R> reply;
        try {
            reply = module.call(call);
        } catch (RuntimeException | Error e) {
            record(number, start, System.nanoTime() - begun, call, null, e.toString());
            throw e;
        }
        record(number, start, System.nanoTime() - begun, call, reply, null);
        return reply;
    }

    private void record(
            long number, Instant start, long nanos, Call<?> call, @Nullable Reply<?> reply, @Nullable String failure) {
        Map<Long, String> objects = named(call);
        Call<?> kept = masking.call(call);
        Reply<?> keptReply = reply == null ? null : masking.reply(call, reply);
        if (keptReply != null) {
            book.learn(kept, keptReply);
        }
        recording.add(new CallRecord(
                number,
                application,
                Thread.currentThread().threadId(),
                start,
                nanos,
                kept,
                keptReply,
                failure,
                objects));
    }

    private Map<Long, String> named(Call<?> call) {
        Map<Long, String> objects = new HashMap<>();
        for (long handle : Handles.objects(call)) {
            book.nameOf(handle).ifPresent(name -> objects.put(handle, name));
        }
        return objects;
    }

    @Override
    public void close() {
        module.close();
    }
}
