package dev.tokki.cli.target;

import dev.tokki.cli.Surroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The folder of the sockets that daemons listen on, which its owner alone may enter.
///
/// `$XDG_RUNTIME_DIR/tokki`, where there is one: it is the user's own, and gone when the user has logged out.
/// Otherwise `.tokki/run` in the user's home, which nobody else can make first, as they could in `/tmp`.
///
/// @param path where
public record SocketFolder(Path path) {
    private static final int LONGEST_NAME = 24;

    /// {@return the folder for a user in these surroundings}
    public static SocketFolder usual(Surroundings surroundings) {
        return new SocketFolder(surroundings
                .variable("XDG_RUNTIME_DIR")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(runtime -> runtime.resolve("tokki"))
                .orElseGet(() -> Path.of(surroundings.variable("HOME").orElseGet(() -> System.getProperty("user.home")))
                        .toAbsolutePath()
                        .resolve(".tokki")
                        .resolve("run")));
    }

    /// {@return the socket for what lies at a path: the same one for the same path, always}
    public Path socketFor(Path served) {
        Path place = served.toAbsolutePath().normalize();
        String name = String.valueOf(place.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
        return path.resolve(name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "-" + digest(place));
    }

    /// {@return the socket for a token in memory}
    public Path socketForMemory() {
        return path.resolve("memory");
    }

    private static String digest(Path place) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(place.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
