package dev.tokki.trace;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes a transcript of what somebody else wrote down: secrets are hidden, and objects named, as when it is recorded.
public final class Retelling {
    private Retelling() {}

    /// {@return a transcript with its secrets hidden, unless it says that they are kept, and its objects named}
    public static Transcript of(Transcript told) {
        Map<String, ObjectBook> books = new HashMap<>();
        List<CallRecord> calls = new ArrayList<>();
        for (CallRecord record : told.calls()) {
            ObjectBook book = books.computeIfAbsent(record.application(), name -> new ObjectBook());
            Masking masking = new Masking(told.secrets(), book);
            Call<?> call = masking.call(record.call());
            Reply<?> recorded = record.reply();
            Reply<?> reply = recorded == null ? null : masking.reply(record.call(), recorded);
            Map<Long, String> objects = new HashMap<>();
            for (long handle : Handles.objects(call)) {
                book.nameOf(handle).ifPresent(name -> objects.put(handle, name));
            }
            if (reply != null) {
                book.learn(call, reply);
            }
            calls.add(new CallRecord(
                    record.number(),
                    record.application(),
                    record.thread(),
                    record.start(),
                    record.nanos(),
                    call,
                    reply,
                    record.failure(),
                    objects));
        }
        return new Transcript(told.about(), told.secrets(), calls);
    }
}
