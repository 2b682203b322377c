package dev.tokki.emulator.mechanism;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// One known answer: a block of `name = value` lines in a file of vectors.
///
/// A line that begins with `#` names the source of the blocks below it. A block with `define = name` is no answer: its
/// values are those of every later block with `use = name`. A value in quotes is text, `61*1000` is a byte repeated,
/// other bytes are hexadecimal.
record Vector(String file, String source, Map<String, String> values) {
    /// The files under `vectors/`, one for each family.
    static final List<String> FILES = List.of(
            "aes.txt",
            "ciphers.txt",
            "cmac.txt",
            "curves.txt",
            "digest.txt",
            "historical.txt",
            "hmac.txt",
            "kdf.txt",
            "lattices.txt",
            "logarithms.txt",
            "refusals.txt",
            "rsa.txt",
            "signatures.txt",
            "wraps.txt");

    /// {@return every known answer that is quickly computed}
    static Stream<Vector> all() {
        return FILES.stream().flatMap(file -> of(file).stream());
    }

    /// {@return the known answers of SLH-DSA, which take a second or two}
    static List<Vector> trees() {
        return of("trees.txt");
    }

    /// {@return the vectors of a file under `vectors/`}
    static List<Vector> of(String file) {
        try (InputStream in = Vector.class.getResourceAsStream("/vectors/" + file)) {
            return read(file, new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the vectors of a file anywhere}
    static List<Vector> of(Path file) throws IOException {
        return read(file.getFileName().toString(), Files.readString(file));
    }

    private static List<Vector> read(String file, String text) {
        List<Vector> all = new ArrayList<>();
        Map<String, Map<String, String>> defined = new HashMap<>();
        String source = "";
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Stream.concat(text.lines(), Stream.of("")).toList()) {
            if (line.startsWith("#")) {
                source = line.substring(1).strip();
            } else if (!line.isBlank()) {
                String[] parts = line.split(" = ?", 2);
                if (parts[0].equals("use")) {
                    values.putAll(Objects.requireNonNull(defined.get(parts[1]), line));
                } else {
                    values.put(parts[0], parts[1]);
                }
            } else if (!values.isEmpty()) {
                String name = values.remove("define");
                if (name == null) {
                    all.add(new Vector(file, source, values));
                } else {
                    defined.put(name, values);
                }
                values = new LinkedHashMap<>();
            }
        }
        return all;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    String get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    byte[] bytes(String name) {
        return bytesOf(text(name, ""));
    }

    /// {@return the bytes that a value spells}
    static byte[] bytesOf(String value) {
        if (value.startsWith("\"")) {
            return value.substring(1, value.length() - 1).getBytes(StandardCharsets.UTF_8);
        }
        int star = value.indexOf('*');
        return Bytes.hex(
                        star < 0 ? value : value.substring(0, star).repeat(Integer.parseInt(value.substring(star + 1))))
                .array();
    }

    long mechanism() {
        return Names.CKM.value(get("mechanism")).orElseThrow();
    }

    @Override
    public String toString() {
        return text("mechanism", "") + " " + text("note", "") + " " + source;
    }
}
