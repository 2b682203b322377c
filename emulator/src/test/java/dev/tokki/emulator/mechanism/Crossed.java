package dev.tokki.emulator.mechanism;

import dev.tokki.api.constant.Ckf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// On what the engine and native modules agreed; `CrossCheckIT` of the conformance tests writes the files and holds
/// them.
final class Crossed {
    private static final Map<String, String> MODULES = new LinkedHashMap<>();

    static {
        MODULES.put("softhsm", "SoftHSM 2.6");
        MODULES.put("nss", "NSS 3.87");
    }

    private final Map<String, Map<String, Long>> flags = new LinkedHashMap<>();

    private Crossed() {}

    static Crossed read() {
        Crossed crossed = new Crossed();
        MODULES.forEach((file, title) -> crossed.flags.put(title, flags(file)));
        return crossed;
    }

    private static Map<String, Long> flags(String file) {
        Map<String, Long> flags = new HashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("src", "test", "resources", "crossed", file + ".txt"))) {
                String[] words = line.split(" ", 3);
                flags.merge(words[0], flags(words[1], line), (one, other) -> one | other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return flags;
    }

    private static long flags(String what, String line) {
        return switch (what) {
            case "digest" -> Ckf.DIGEST;
            case "encryption" -> Ckf.ENCRYPT | Ckf.DECRYPT;
            case "signature", "MAC", "verification" -> Ckf.SIGN | Ckf.VERIFY;
            case "wrapping" -> Ckf.WRAP | Ckf.UNWRAP;
            case "secret", "keys" -> Ckf.DERIVE;
            case "generated" -> Ckf.GENERATE;
            default -> throw new IllegalArgumentException(line);
        };
    }

    /// {@return the modules that agree on a use of a mechanism}
    List<String> modules(String mechanism, long use) {
        return flags.entrySet().stream()
                .filter(each -> (each.getValue().getOrDefault(mechanism, 0L) & use) != 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// {@return how many mechanisms each module agrees on}
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        flags.forEach((title, all) -> counts.put(title, all.size()));
        return counts;
    }
}
