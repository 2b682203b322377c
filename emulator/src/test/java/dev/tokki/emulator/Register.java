package dev.tokki.emulator;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What several threads wrote to one place and read from it, each value written once; tells whether some order
/// of the calls explains it.
///
/// Times are those of a clock that all threads share: a call took effect at some moment between its begin and
/// its end.
final class Register {
    /// One call.
    private record Event(String value, long begin, long end) {}

    private final Queue<Event> writes = new ConcurrentLinkedQueue<>();
    private final Queue<Event> reads = new ConcurrentLinkedQueue<>();

    Register(String first) {
        writes.add(new Event(first, Long.MIN_VALUE, Long.MIN_VALUE));
    }

    void written(String value, long begin, long end) {
        writes.add(new Event(value, begin, end));
    }

    void read(String value, long begin, long end) {
        reads.add(new Event(value, begin, end));
    }

    /// {@return reads that no order explains: of what nobody had begun to write, or of what was overwritten
    /// for certain before the read began}
    List<String> unexplained() {
        Map<String, Event> byValue = writes.stream().collect(toMap(Event::value, Function.identity()));
        List<Event> byEnd = new ArrayList<>(writes);
        byEnd.sort((one, other) -> Long.compare(one.end(), other.end()));
        // Of the writes that ended by then, the one that began last.
        long[] lastBegin = new long[byEnd.size()];
        for (int i = 0; i < lastBegin.length; i++) {
            lastBegin[i] = i == 0
                    ? byEnd.get(0).begin()
                    : Math.max(lastBegin[i - 1], byEnd.get(i).begin());
        }
        return reads.stream()
                .filter(read -> !isExplained(read, byValue.get(read.value()), byEnd, lastBegin))
                .map(read -> read + " of " + byValue.get(read.value()))
                .toList();
    }

    private static boolean isExplained(Event read, @Nullable Event write, List<Event> byEnd, long[] lastBegin) {
        if (write == null || write.begin() > read.end()) {
            return false;
        }
        int low = 0;
        int high = byEnd.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byEnd.get(middle).end() < read.begin()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Another write that began after this one had ended, and ended before the read began, hides this one.
        return low == 0 || lastBegin[low - 1] <= write.end();
    }
}
