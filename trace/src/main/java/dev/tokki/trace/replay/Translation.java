package dev.tokki.trace.replay;

import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Output;
import dev.tokki.api.ULongs;
import dev.tokki.api.Value;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Means;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.LoginUser;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.shape.RecordMap;
import dev.tokki.trace.Handles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// What the values of a transcript are on another module: its slots, sessions and objects, the bytes it made up, the
/// lengths it told.
final class Translation {
    private final Given given;
    private final MadeUp madeUp;
    private final LongFunction<Map<Long, Value>> facts;
    private final Map<Long, Search> searches = new HashMap<>();
    private final Operations operations = new Operations();
    private final Map<Long, Long> slots = new HashMap<>();
    private final Map<Long, Long> sessions = new HashMap<>();
    private final Map<Long, Long> objects = new HashMap<>();
    private final Set<Long> lost = new HashSet<>();
    private final Map<String, long[]> lengths = new HashMap<>();

    /// @param given what the transcript does not tell
    /// @param madeUp what modules made up, whoever saw it
    /// @param facts what the transcript tells of an object
    Translation(Given given, MadeUp madeUp, LongFunction<Map<Long, Value>> facts) {
        this.given = given;
        this.madeUp = madeUp;
        this.facts = facts;
    }

    /// {@return the operations in progress}
    Operations operations() {
        return operations;
    }

    /// {@return the call for the other module}
    ///
    /// @param wrongPin whether the PIN was wrong when the call was recorded, and must be again
    Call<?> call(Call<?> recorded, boolean wrongPin) {
        return RecordMap.map(recorded, (holder, component, value) -> translated(recorded, component, value, wrongPin));
    }

    private Object translated(Call<?> call, RecordComponent component, Object value, boolean wrongPin) {
        Means means = component.getAnnotation(Means.class);
        return switch (value) {
            case Long number
            when means != null ->
                switch (means.value()) {
                    case SLOT -> slot(number);
                    case SESSION -> sessions.getOrDefault(number, number);
                    case OBJECT -> objects.getOrDefault(number, number);
                    case FLAGS, USER_TYPE, MECHANISM_TYPE, VALIDATION_TYPE, COUNT, POINTER, OPERATION_ID -> number;
                };
            case Bytes given -> bytes(call, component, given, wrongPin);
            case Buffer room when room.kind() == Buffer.Kind.ROOM -> room(key(call, component.getName()), room);
            case List<?> queries
            when !queries.isEmpty() && queries.get(0) instanceof AttributeQuery ->
                queries.stream()
                        .map(AttributeQuery.class::cast)
                        .map(query -> new AttributeQuery(
                                query.type(),
                                room(key(call, Long.toString(query.type())), query.room()),
                                query.nested()))
                        .toList();
            default -> value;
        };
    }

    private long slot(long recorded) {
        return given.slot().orElse(slots.getOrDefault(recorded, recorded));
    }

    private Bytes bytes(Call<?> call, RecordComponent component, Bytes recorded, boolean wrongPin) {
        if (!recorded.isHidden()) {
            return madeUp.now(recorded).orElse(recorded);
        }
        return (wrongPin ? Optional.<String>empty() : secret(call, component.getName()))
                .map(Bytes::utf8)
                .orElseGet(() -> Bytes.of(new byte[Math.toIntExact(recorded.length())]));
    }

    private Optional<String> secret(Call<?> call, String component) {
        return switch (call) {
            case Login login -> login.userType() == Cku.SO ? given.soPin() : given.userPin();
            case LoginUser login -> login.userType() == Cku.SO ? given.soPin() : given.userPin();
            case InitToken init -> given.soPin();
            default -> component.toLowerCase(Locale.ROOT).endsWith("pin") ? given.userPin() : Optional.empty();
        };
    }

    /// Room made for a length that the recorded module told is made for the one that this module told.
    private Buffer room(String key, Buffer recorded) {
        long[] told = lengths.get(key);
        return told != null && told[0] == recorded.capacity() ? Buffer.of(told[1]) : recorded;
    }

    /// {@return whether a call names an object that was found or made when the transcript was recorded, and not now}
    boolean misses(Call<?> recorded) {
        return Handles.objects(recorded).stream().anyMatch(lost::contains);
    }

    /// Learns from two replies to a call.
    void learn(Call<?> recorded, @Nullable Object first, @Nullable Object second) {
        switch (first) {
            case Long number when second instanceof Long other -> handle(recorded, number, other);
            case Long number when second == null && !(recorded instanceof OpenSession) -> lost.add(number);
            case KeyPair pair when second == null -> lost.addAll(List.of(pair.publicKey(), pair.privateKey()));
            case KeyPair(long publicKey, long privateKey)
            when second instanceof KeyPair pair -> {
                objects.put(publicKey, pair.publicKey());
                objects.put(privateKey, pair.privateKey());
            }
            case Encapsulation(Output ciphertext, long key)
            when second instanceof Encapsulation other -> {
                output(recorded, ciphertext, other.ciphertext());
                objects.put(key, other.key());
            }
            case ULongs list when second instanceof ULongs other -> list(recorded, list, other);
            case Output output when second instanceof Output other -> output(recorded, output, other);
            case Bytes random when second instanceof Bytes other -> madeUp.learn(random, other);
            case List<?> replies
            when second instanceof List<?> others && replies.size() == others.size() -> {
                for (int i = 0; i < replies.size(); i++) {
                    attribute(recorded, (AttributeReply) replies.get(i), (AttributeReply) others.get(i));
                }
            }
            case null, default -> {}
        }
    }

    private void handle(Call<?> call, long first, long second) {
        lost.remove(first);
        if (call instanceof OpenSession) {
            sessions.put(first, second);
        } else {
            objects.put(first, second);
        }
    }

    private void list(Call<?> call, ULongs first, ULongs second) {
        List<Long> ones = first.values();
        List<Long> others = second.values();
        if (ones == null || others == null) {
            told(call, roomName(call), first.count(), second.count());
        } else if (call instanceof GetSlotList) {
            List<Long> unlike =
                    ones.stream().filter(one -> !others.contains(one)).toList();
            List<Long> free =
                    others.stream().filter(other -> !ones.contains(other)).toList();
            ones.stream().filter(others::contains).forEach(both -> slots.put(both, both));
            for (int i = 0; i < Math.min(unlike.size(), free.size()); i++) {
                slots.put(unlike.get(i), free.get(i));
            }
        }
    }

    /// A search has begun on the other module.
    ///
    /// @param session its session
    void begin(long session, Search search) {
        searches.put(session, search);
    }

    /// {@return what the other module's search found, in the order of the transcript; empty if there is no search}
    ///
    /// @param session its session
    /// @param recorded what was found when the transcript was recorded
    /// @param end whether nothing more was found then
    Optional<ULongs> found(long session, List<Long> recorded, boolean end) {
        Search search = searches.get(session);
        if (search == null) {
            return Optional.empty();
        }
        List<Long> now = new ArrayList<>();
        for (long each : recorded) {
            Long met = objects.get(each);
            OptionalLong match = search.take(
                    met == null ? OptionalLong.empty() : OptionalLong.of(met),
                    facts.apply(each),
                    Set.copyOf(objects.values()),
                    this::value);
            if (match.isPresent()) {
                now.add(match.getAsLong());
                objects.put(each, match.getAsLong());
                lost.remove(each);
            } else {
                lost.add(each);
            }
        }
        if (end) {
            now.addAll(search.rest());
        }
        return Optional.of(new ULongs(now.size(), now));
    }

    private Value value(Value recorded) {
        return recorded instanceof Value.Raw(Bytes bytes)
                ? new Value.Raw(madeUp.now(bytes).orElse(bytes))
                : recorded;
    }

    private void output(Call<?> call, Output first, Output second) {
        Bytes one = first.bytes();
        Bytes other = second.bytes();
        if (one == null || other == null) {
            told(call, roomName(call), first.length(), second.length());
        } else {
            madeUp.learn(one, other);
        }
    }

    private void attribute(Call<?> call, AttributeReply first, AttributeReply second) {
        if (first.value() == null && second.value() == null) {
            told(call, Long.toString(first.type()), first.length(), second.length());
        } else if (first.value() instanceof Value.Raw one && second.value() instanceof Value.Raw other) {
            madeUp.learn(one.bytes(), other.bytes());
        }
    }

    private void told(Call<?> call, String name, long first, long second) {
        lengths.put(key(call, name), new long[] {first, second});
    }

    private static String roomName(Call<?> call) {
        for (RecordComponent component : call.getClass().getRecordComponents()) {
            if (component.getType() == Buffer.class) {
                return component.getName();
            }
        }
        return "";
    }

    private static String key(Call<?> call, String name) {
        OptionalLong session = Handles.session(call);
        String object = call instanceof GetAttributeValue read ? Long.toString(read.object()) : "";
        return call.getClass().getSimpleName() + " " + session + " " + object + " " + name;
    }
}
