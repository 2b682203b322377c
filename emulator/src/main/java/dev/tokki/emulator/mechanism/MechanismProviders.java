package dev.tokki.emulator.mechanism;

import dev.tokki.api.constant.Names;
import dev.tokki.emulator.crypto.Crypto;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Who serves which mechanism. What each of them looks up is on record, in a file that the proofs of all mechanisms
/// make and hold true; who that is, is asked of the JVM that runs.
public final class MechanismProviders {
    /// Lines of mechanism, service and algorithm.
    static final String LOOKUPS = "lookups.txt";

    static final String SEPARATOR = "\t";

    private MechanismProviders() {}

    /// {@return who serves what of each mechanism, by its type; nothing of one that copies bytes only}
    ///
    /// @param crypto who may compute
    public static Map<Long, List<Crypto.Choice>> of(Crypto crypto) {
        Map<Long, List<Crypto.Choice>> all = new TreeMap<>(Long::compareUnsigned);
        for (long type : MechanismTable.all(crypto).list()) {
            all.put(type, new ArrayList<>(OwnWork.of(type)));
        }
        for (String line : lines()) {
            String[] fields = line.split(SEPARATOR);
            long type = Names.CKM.value(fields[0]).orElseThrow();
            Objects.requireNonNull(all.get(type), line).add(crypto.serving(fields[1], fields[2]));
        }
        return all;
    }

    static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MechanismProviders.class.getResourceAsStream(LOOKUPS), LOOKUPS),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
