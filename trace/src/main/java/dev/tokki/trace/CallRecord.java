package dev.tokki.trace;

import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call that was made, with its reply.
///
/// @param number in the order in which the calls of the transcript began, from 1
/// @param application which program made it
/// @param thread the number of its thread, as far as the recorder sees it
/// @param start when it began; the epoch if that is not known
/// @param nanos how long it took, in nanoseconds; negative if that is not known
/// @param call the call, secrets hidden unless they were to be kept
/// @param reply the reply, likewise; null if there was none: see `failure`
/// @param failure why there was no reply: the module threw, or its process ended; null otherwise
/// @param objects what is known of the objects that the call names, by their handles
public record CallRecord(
        long number,
        String application,
        long thread,
        Instant start,
        long nanos,
        Call<?> call,
        @Nullable Reply<?> reply,
        @Nullable String failure,
        Map<Long, String> objects) {
    /// Copies the map.
    public CallRecord {
        objects = Map.copyOf(objects);
    }

    /// {@return the function called}
    public Function function() {
        return Function.of(call.getClass());
    }

    /// {@return whether it returned `CKR_OK`}
    public boolean isOk() {
        return reply != null && reply.isOk();
    }

    /// {@return the return value's name; `-` if there was no reply}
    public String returned() {
        return reply == null ? "-" : reply.rv().toString();
    }
}
