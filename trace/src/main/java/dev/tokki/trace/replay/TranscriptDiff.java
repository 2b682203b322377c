package dev.tokki.trace.replay;

import dev.tokki.api.Reply;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;
import java.util.ArrayList;
import java.util.List;

/// Compares two transcripts of the same program.
public final class TranscriptDiff {
    private TranscriptDiff() {}

    /// What two transcripts do not have in common.
    ///
    /// @param differences replies that differ, to calls that both have
    /// @param onlyFirst calls that only the first has
    /// @param onlySecond calls that only the second has
    public record Result(List<Difference> differences, List<CallRecord> onlyFirst, List<CallRecord> onlySecond) {
        /// Copies the lists.
        public Result {
            differences = List.copyOf(differences);
            onlyFirst = List.copyOf(onlyFirst);
            onlySecond = List.copyOf(onlySecond);
        }

        /// {@return whether there is no difference}
        public boolean isEmpty() {
            return differences.isEmpty() && onlyFirst.isEmpty() && onlySecond.isEmpty();
        }
    }

    /// Calls that are aligned at once: the table of a longest common subsequence grows with the square.
    private static final int AT_ONCE = 2000;

    /// {@return the differences; calls are aligned so that as many as possible are of the same function}
    public static Result of(Transcript first, Transcript second) {
        List<CallRecord> ones = first.calls();
        List<CallRecord> others = second.calls();
        List<Difference> differences = new ArrayList<>();
        List<CallRecord> onlyFirst = new ArrayList<>();
        List<CallRecord> onlySecond = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < ones.size() && j < others.size()) {
            if (ones.get(i).function() == others.get(j).function()) {
                differences.addAll(compared(ones.get(i++), others.get(j++)));
                continue;
            }
            List<CallRecord> nextOnes = ones.subList(i, Math.min(i + AT_ONCE, ones.size()));
            List<CallRecord> nextOthers = others.subList(j, Math.min(j + AT_ONCE, others.size()));
            int[][] common = common(nextOnes, nextOthers);
            int x = 0;
            int y = 0;
            // Until both go on alike, or what is looked at ends.
            while (x < nextOnes.size()
                    && y < nextOthers.size()
                    && nextOnes.get(x).function() != nextOthers.get(y).function()) {
                if (common[x + 1][y] >= common[x][y + 1]) {
                    onlyFirst.add(nextOnes.get(x++));
                } else {
                    onlySecond.add(nextOthers.get(y++));
                }
            }
            i += x;
            j += y;
        }
        onlyFirst.addAll(ones.subList(i, ones.size()));
        onlySecond.addAll(others.subList(j, others.size()));
        return new Result(differences, onlyFirst, onlySecond);
    }

    /// {@return how two modules answered the calls of one transcript otherwise}
    ///
    /// @param first how they went on the first module
    /// @param second how they went on the second
    public static List<Difference> of(Transcript transcript, Outcome first, Outcome second) {
        List<Difference> differences = new ArrayList<>();
        for (CallRecord record : transcript.calls()) {
            Reply<?> one = first.replies().get(record.number());
            Reply<?> other = second.replies().get(record.number());
            if (one != null && other != null) {
                differences.addAll(Comparison.of(record.number(), record.call(), one, other));
            }
        }
        return differences;
    }

    private static List<Difference> compared(CallRecord one, CallRecord other) {
        return one.reply() == null || other.reply() == null
                ? List.of()
                : Comparison.of(one.number(), one.call(), one.reply(), other.reply());
    }

    /// The longest common subsequence of functions from each pair of places on.
    private static int[][] common(List<CallRecord> ones, List<CallRecord> others) {
        int[][] common = new int[ones.size() + 1][others.size() + 1];
        for (int i = ones.size() - 1; i >= 0; i--) {
            for (int j = others.size() - 1; j >= 0; j--) {
                common[i][j] = ones.get(i).function() == others.get(j).function()
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
