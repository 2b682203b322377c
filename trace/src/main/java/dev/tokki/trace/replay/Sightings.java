package dev.tokki.trace.replay;

import dev.tokki.api.AttributeReply;
import dev.tokki.api.Value;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a transcript tells, anywhere in it, about the objects behind its handles.
final class Sightings {
    private final Map<String, Map<Long, Map<Long, Value>>> byApplication = new HashMap<>();

    private Sightings() {}

    static Sightings of(Transcript transcript) {
        Sightings sightings = new Sightings();
        for (CallRecord record : transcript.calls()) {
            if (record.call() instanceof GetAttributeValue read
                    && record.reply() != null
                    && record.reply().value() instanceof List<?> replies) {
                Map<Long, Value> facts = sightings
                        .byApplication
                        .computeIfAbsent(record.application(), name -> new HashMap<>())
                        .computeIfAbsent(read.object(), handle -> new HashMap<>());
                replies.stream().map(AttributeReply.class::cast).forEach(reply -> note(facts, reply));
            }
        }
        return sightings;
    }

    private static void note(Map<Long, Value> facts, AttributeReply reply) {
        Value value = reply.value();
        boolean hidden = value instanceof Value.Raw raw && raw.bytes().isHidden();
        if (value != null && !hidden) {
            facts.putIfAbsent(reply.type(), value);
        }
    }

    /// {@return what is told of an object, by attribute}
    Map<Long, Value> of(String application, long handle) {
        return byApplication.getOrDefault(application, Map.of()).getOrDefault(handle, Map.of());
    }
}
