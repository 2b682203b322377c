package dev.tokki.trace.replay;

import dev.tokki.api.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Byte strings that a module made up (ciphertexts, signatures, public keys), and what they are on the other module;
/// also where a program hands them back in other pieces.
final class MadeUp {
    /// Shorter byte strings may be equal by chance.
    static final int TELLING = 8;

    /// How many of the latest are sought for a piece.
    private static final int LATEST = 64;

    private final Map<Bytes, Bytes> whole = new HashMap<>();
    private final Map<Bytes, List<Bytes>> byBeginning = new HashMap<>();
    private final Deque<Bytes> latest = new ArrayDeque<>();

    /// Learns that a byte string is another one now.
    void learn(Bytes recorded, Bytes now) {
        if (recorded.isHidden() || recorded.length() < TELLING) {
            return;
        }
        if (whole.put(recorded, now) == null) {
            byBeginning
                    .computeIfAbsent(beginning(recorded.array(), 0), key -> new ArrayList<>())
                    .add(recorded);
        }
        latest.addFirst(recorded);
        if (latest.size() > LATEST) {
            latest.removeLast();
        }
    }

    /// {@return what a byte string is now; empty if it was not made up, as a whole or in pieces}
    Optional<Bytes> now(Bytes recorded) {
        Bytes same = whole.get(recorded);
        if (same != null) {
            return Optional.of(same);
        }
        return recorded.length() < TELLING || recorded.isNull()
                ? Optional.empty()
                : joined(recorded.array()).or(() -> piece(recorded.array()));
    }

    /// Several of them, one after the other.
    private Optional<Bytes> joined(byte[] recorded) {
        ByteArrayOutputStream now = new ByteArrayOutputStream();
        int at = 0;
        while (at < recorded.length) {
            Bytes next = recorded.length - at < TELLING ? null : longestAt(recorded, at);
            if (next == null) {
                return Optional.empty();
            }
            now.writeBytes(whole.getOrDefault(next, next).array());
            at += next.array().length;
        }
        return Optional.of(Bytes.of(now.toByteArray()));
    }

    private @org.jspecify.annotations.Nullable Bytes longestAt(byte[] recorded, int at) {
        Bytes longest = null;
        for (Bytes each : byBeginning.getOrDefault(beginning(recorded, at), List.of())) {
            boolean longer = longest == null || each.length() > longest.length();
            if (longer && startsAt(recorded, at, each.array())) {
                longest = each;
            }
        }
        return longest;
    }

    /// A part of one of the latest.
    private Optional<Bytes> piece(byte[] recorded) {
        for (Bytes each : latest) {
            byte[] before = each.array();
            byte[] now = whole.getOrDefault(each, each).array();
            for (int at = 0; before.length == now.length && at + recorded.length <= before.length; at++) {
                if (startsAt(before, at, recorded)) {
                    return Optional.of(Bytes.of(Arrays.copyOfRange(now, at, at + recorded.length)));
                }
            }
        }
        return Optional.empty();
    }

    private static Bytes beginning(byte[] bytes, int at) {
        return Bytes.of(Arrays.copyOfRange(bytes, at, at + TELLING));
    }

    private static boolean startsAt(byte[] bytes, int at, byte[] start) {
        return at + start.length <= bytes.length && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }
}
