package dev.tokki.cli.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// The texts of one resource file beside this class.
final class Texts {
    private final Properties texts;

    private Texts(Properties texts) {
        this.texts = texts;
    }

    /// {@return the texts of `NAME.properties`}
    static Texts of(String name) {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name + ".properties"), name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program cannot be read: " + name, e);
        }
        return new Texts(texts);
    }

    /// {@return a text, or nothing}
    Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    /// {@return a text; empty where there is none}
    String get(String key) {
        return texts.getProperty(key, "");
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
