package dev.tokki.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process killed at any moment (`kill -9`) leaves a store that has every acknowledged change, and of a
/// change not acknowledged all or nothing.
class KillTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvives() {
        killRepeatedly(6, 1);
    }

    @Tag("slow")
    @Test
    void whatWasAcknowledgedSurvivesManyTimes() {
        killRepeatedly(300, System.nanoTime());
    }

    private void killRepeatedly(int rounds, long seed) {
        Random random = new Random(seed);
        StoreKey key = StoreKey.random();
        Path place = folder.resolve("store");
        make(place, key);
        List<Map<Integer, Integer>> expected = new ArrayList<>();
        for (int writer = 0; writer < KilledWriter.WRITERS; writer++) {
            expected.add(new TreeMap<>());
        }
        int acknowledged = 0;
        for (int round = 1; round <= rounds; round++) {
            List<String> lines = runAndKill(place, key, round, random.nextInt(600), random.nextInt(3000));
            List<String> pending = new ArrayList<>(List.of("", ""));
            for (String line : lines) {
                String[] parts = line.split(" ", 3);
                int writer = Integer.parseInt(parts[0]);
                if (parts[1].equals("!")) {
                    apply(parts[2], expected.get(writer));
                    pending.set(writer, "");
                    acknowledged++;
                } else {
                    pending.set(writer, parts[2]);
                }
            }
            check(place, key, expected, pending, "round " + round + " of seed " + seed);
        }
        assertThat(acknowledged).isGreaterThan(rounds * 10);
    }

    private static void make(Path place, StoreKey key) {
        try (TokenStore store = Stores.create(place, key, PinHardness.FAST)) {
            StoredToken token = store.initialise(0, new TokenState("l", "s", 0, 0, 0), Sample.SO_PIN);
            try (MasterKey master = token.open(Role.SO, Sample.SO_PIN).orElseThrow()) {
                token.setPin(Role.USER, KilledWriter.PIN, master);
            }
        }
    }

    /// {@return the whole lines that the writers wrote, killed some time after `lines` of them}
    private static List<String> runAndKill(Path place, StoreKey key, int round, int lines, int microseconds) {
        String digits = HexFormat.of().formatHex(key.bytes());
        try (ChildJvm child = ChildJvm.start(KilledWriter.class, place.toString(), digits, Integer.toString(round))) {
            assertThat(child.line()).isEqualTo("ready");
            List<String> read = new ArrayList<>();
            while (read.size() < lines) {
                read.add(child.line());
            }
            LockSupport.parkNanos(1000L * microseconds);
            child.kill();
            for (String line = child.line(); line.matches("\\d [?!] (\\d+=\\d+ ?)+"); line = child.line()) {
                read.add(line);
            }
            return read;
        }
    }

    /// Opens the store and compares; a pending deed, done or not done whole, is settled by what is found.
    private static void check(
            Path place, StoreKey key, List<Map<Integer, Integer>> expected, List<String> pending, String when) {
        List<Map<Integer, Integer>> found = List.of(new TreeMap<>(), new TreeMap<>());
        try (TokenStore store = Stores.open(place, key, PinHardness.FAST)) {
            StoredToken token = store.tokens().getFirst();
            MasterKey master = token.open(Role.USER, KilledWriter.PIN).orElseThrow();
            for (StoredObject object : token.objects()) {
                String content = new String(token.unseal(object, master), StandardCharsets.UTF_8);
                String[] name = content.substring(0, content.indexOf(';')).split(":");
                int writer = Integer.parseInt(name[0]);
                int number = Integer.parseInt(name[1]);
                int version = Integer.parseInt(name[2]);
                assertThat(content).isEqualTo(KilledWriter.content(writer, number, version));
                assertThat(found.get(writer).put(number, version)).isNull();
            }
        }
        for (int writer = 0; writer < KilledWriter.WRITERS; writer++) {
            Map<Integer, Integer> with = new TreeMap<>(expected.get(writer));
            apply(pending.get(writer), with);
            assertThat(found.get(writer))
                    .as("writer %d, %s, pending %s", writer, when, pending.get(writer))
                    .isIn(expected.get(writer), with);
            expected.set(writer, new TreeMap<>(found.get(writer)));
        }
    }

    private static void apply(String deed, Map<Integer, Integer> to) {
        for (String part : deed.isEmpty() ? new String[0] : deed.split(" ")) {
            String[] numbers = part.split("=");
            int version = Integer.parseInt(numbers[1]);
            if (version == 0) {
                to.remove(Integer.valueOf(numbers[0]));
            } else {
                to.put(Integer.valueOf(numbers[0]), version);
            }
        }
    }
}
