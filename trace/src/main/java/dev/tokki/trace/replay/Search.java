package dev.tokki.trace.replay;

import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Fill;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.ULongs;
import dev.tokki.api.Value;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.constant.Cka;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/// A search on the other module. The standard says nothing of the order in which objects are found, so all are fetched,
/// and each that was found when the transcript was recorded is the one that has the same attributes.
final class Search {
    private static final int AT_ONCE = 1024;
    private static final int LONGEST = 4096;

    /// What tells one object from another: first what must be the same, then what may be.
    private static final List<Long> IDENTITY = List.of(
            Cka.CLASS,
            Cka.KEY_TYPE,
            Cka.CERTIFICATE_TYPE,
            Cka.LABEL,
            Cka.ID,
            Cka.APPLICATION,
            Cka.SUBJECT,
            Cka.MODULUS_BITS,
            Cka.VALUE_LEN,
            Cka.EC_PARAMS,
            Cka.MODULUS,
            Cka.EC_POINT);

    private static final int MUST = IDENTITY.indexOf(Cka.MODULUS_BITS);

    private final Cryptoki module;
    private final long session;
    private final List<Long> found = new ArrayList<>();
    private final Map<Long, Map<Long, Value>> looked = new HashMap<>();

    /// @param module the other module, whose search has just begun
    /// @param session its session
    Search(Cryptoki module, long session) {
        this.module = module;
        this.session = session;
        while (fetch() == AT_ONCE) {}
    }

    private int fetch() {
        Reply<ULongs> reply = module.call(new FindObjects(session, Fill.of(AT_ONCE)));
        long[] handles = reply.isOk() && reply.value() != null ? reply.value().toArray() : new long[0];
        LongStream.of(handles).forEach(found::add);
        return handles.length;
    }

    /// {@return the object that was found, which is not found again; empty if there is none like it}
    ///
    /// @param known its handle now, if it was met before
    /// @param facts what the transcript tells of it
    /// @param taken handles that stand for other objects of the transcript
    /// @param now what a value of the transcript is on this module
    OptionalLong take(OptionalLong known, Map<Long, Value> facts, Set<Long> taken, UnaryOperator<Value> now) {
        if (known.isPresent() && found.remove((Long) known.getAsLong())) {
            return known;
        }
        Optional<Long> best = Optional.empty();
        int most = -1;
        for (long each : found) {
            int likeness = likeness(facts, each, now) * 2 + (taken.contains(each) ? 0 : 1);
            if (likeness > most) {
                most = likeness;
                best = Optional.of(each);
            }
        }
        best.ifPresent(found::remove);
        return best.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// {@return what was not asked for yet; it is not told again}
    List<Long> rest() {
        List<Long> rest = List.copyOf(found);
        found.clear();
        return rest;
    }

    /// How many attributes are the same; far below zero if one is not.
    private int likeness(Map<Long, Value> facts, long handle, UnaryOperator<Value> now) {
        if (facts.isEmpty() || found.size() == 1) {
            return 0;
        }
        Map<Long, Value> seen = looked.computeIfAbsent(handle, this::look);
        int likeness = 0;
        for (int i = 0; i < IDENTITY.size(); i++) {
            Value fact = facts.get(IDENTITY.get(i));
            Value there = seen.get(IDENTITY.get(i));
            if (fact != null && there != null) {
                int unlike = i < MUST ? -IDENTITY.size() : 0;
                likeness += now.apply(fact).equals(there) ? 1 : unlike;
            }
        }
        return likeness;
    }

    private Map<Long, Value> look(long handle) {
        Reply<List<AttributeReply>> reply = module.call(new GetAttributeValue(
                session,
                handle,
                QueryTemplate.of(IDENTITY.stream()
                        .map(type -> AttributeQuery.value(type, LONGEST))
                        .toList())));
        Map<Long, Value> values = new HashMap<>();
        if (reply.value() != null) {
            for (AttributeReply each : reply.value()) {
                if (each.value() != null) {
                    values.put(each.type(), each.value());
                }
            }
        }
        return values;
    }
}
