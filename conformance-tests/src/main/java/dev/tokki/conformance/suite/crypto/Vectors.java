package dev.tokki.conformance.suite.crypto;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Published test vectors, from the `.vectors` files beside this class.
///
/// A file holds blocks of lines `name = value`, with an empty line between blocks; `#` begins a comment, the first of
/// which names the source.
final class Vectors {
    private Vectors() {}

    /// {@return the vectors of a file, in its order}
    ///
    /// @param name the file's name without its ending
    static List<Vector> of(String name) {
        try (BufferedReader lines = open(name)) {
            List<Vector> vectors = new ArrayList<>();
            Map<String, String> block = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    close(block, vectors);
                    block = new LinkedHashMap<>();
                } else if (!line.startsWith("#")) {
                    int equals = line.indexOf('=');
                    block.put(
                            line.substring(0, equals).strip(),
                            line.substring(equals + 1).strip());
                }
            }
            close(block, vectors);
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the vectors of a file that have this value}
    static List<Vector> of(String name, String field, String value) {
        return of(name).stream()
                .filter(vector -> vector.text(field).equals(value))
                .toList();
    }

    private static void close(Map<String, String> block, List<Vector> vectors) {
        if (!block.isEmpty()) {
            vectors.add(new Vector(block));
        }
    }

    private static BufferedReader open(String name) {
        InputStream stream = Vectors.class.getResourceAsStream(name + ".vectors");
        if (stream == null) {
            throw new IllegalArgumentException("there are no vectors named " + name);
        }
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /// One vector.
    ///
    /// @param fields its values by their names
    record Vector(Map<String, String> fields) {
        /// Copies the map.
        Vector {
            fields = Map.copyOf(fields);
        }

        /// {@return a value as text}
        String text(String field) {
            String value = fields.get(field);
            if (value == null) {
                throw new IllegalArgumentException("the vector has no " + field + ": " + fields);
            }
            return value;
        }

        /// {@return a value given in hexadecimal}
        byte[] bytes(String field) {
            return HexFormat.of().parseHex(text(field));
        }

        /// {@return what the vector is called}
        String name() {
            return text("name");
        }
    }
}
