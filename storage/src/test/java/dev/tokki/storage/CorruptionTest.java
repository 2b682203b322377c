package dev.tokki.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file that was damaged opens with everything that was in it, or says that it is damaged; whatever was hit.
class CorruptionTest {
    private static final List<String> FILES = List.of("store.mv.db", "store.journal", "store.mark");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFlippedBitIsNoticedOrHarmless(boolean killed) throws IOException {
        flipBits(killed, 40, 1);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void manyFlippedBitsAreNoticedOrHarmless(boolean killed) throws IOException {
        flipBits(killed, 1500, System.nanoTime());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLostBlockIsNoticedOrHarmless(boolean killed) throws IOException {
        Sample sample = sample(killed);
        for (String name : FILES) {
            long blocks = Files.size(sample.folder().resolve(name)) / 4096;
            for (long block = 0; block <= blocks; block++) {
                long position = block * 4096;
                damage(sample, name + " without block " + block, name, file -> {
                    file.seek(position);
                    file.write(new byte[(int) Math.min(4096, file.length() - position)]);
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileCutOffIsNoticedOrHarmless(boolean killed) throws IOException {
        Sample sample = sample(killed);
        for (String name : FILES) {
            long length = Files.size(sample.folder().resolve(name));
            for (long rest : cuts(length)) {
                damage(sample, name + " cut to " + rest, name, file -> file.setLength(rest));
            }
        }
    }

    @Test
    void damageIsFoundNotOnlyTolerated() throws IOException {
        Map<Problem, Integer> found = flipBits(true, 20, 2);
        assertThat(found).containsKey(Problem.DAMAGED);
    }

    private Map<Problem, Integer> flipBits(boolean killed, int count, long seed) throws IOException {
        Sample sample = sample(killed);
        Random random = new Random(seed);
        Map<Problem, Integer> found = new EnumMap<>(Problem.class);
        for (String name : FILES) {
            long length = Files.size(sample.folder().resolve(name));
            for (int i = 0; i < count && length > 0; i++) {
                long position = random.nextLong(length);
                int bit = random.nextInt(8);
                damage(sample, name + ", bit " + bit + " at " + position + ", seed " + seed, name, file -> {
                            file.seek(position);
                            int old = file.read();
                            file.seek(position);
                            file.write(old ^ 1 << bit);
                        })
                        .forEach(problem -> found.merge(problem, 1, Integer::sum));
            }
        }
        return found;
    }

    private interface Damage {
        void to(RandomAccessFile file) throws IOException;
    }

    /// Damages a copy and opens it.
    private List<Problem> damage(Sample sample, String what, String name, Damage damage) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "damaged");
        Sample copy = sample.copyTo(folder);
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            damage.to(file);
        }
        try {
            return opening(copy, what);
        } finally {
            delete(folder);
        }
    }

    private static List<Problem> opening(Sample copy, String what) {
        try (TokenStore store = copy.open()) {
            copy.check(store);
            return List.of();
        } catch (StorageException e) {
            assertThat(e.problem()).as("%s: %s", what, e).isIn(Problem.DAMAGED, Problem.WRONG_KEY);
            return List.of(e.problem());
        } catch (RuntimeException | Error e) {
            return fail(what + ": " + e, e);
        }
    }

    private Sample sample(boolean killed) throws IOException {
        Path folder = temporary.resolve("sample");
        return killed ? Sample.killed(folder, temporary.resolve("scratch")) : Sample.closed(folder);
    }

    private static List<Long> cuts(long length) {
        List<Long> cuts = new ArrayList<>(List.of(0L, 1L, 100L));
        for (long block = 4096; block < length; block += 3 * 4096) {
            cuts.add(block);
            cuts.add(block + 77);
        }
        cuts.add(length - 1);
        cuts.removeIf(cut -> cut < 0 || cut >= length);
        return cuts;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
