package dev.tokki.cli.serve;

import dev.tokki.cli.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/// The folder of the sockets that daemons listen on, which its owner alone may enter.
///
/// `$XDG_RUNTIME_DIR/tokki`, where there is one: it is the user's own, and gone when the user has logged out.
/// Otherwise `.tokki/run` in the user's home, which nobody else can make first, as they could in `/tmp`.
///
/// @param path where
record SocketFolder(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final int LONGEST_NAME = 24;

    static SocketFolder usual(Surroundings surroundings) {
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
    Path socketFor(Path served) {
        Path place = served.toAbsolutePath().normalize();
        String name = String.valueOf(place.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
        return path.resolve(name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "-" + digest(place));
    }

    /// {@return the socket for a token in memory}
    Path socketForMemory() {
        return path.resolve("memory");
    }

    /// Makes a socket's folder if it is not there.
    ///
    /// @throws ServeException if it cannot be made, or is open to others
    static void prepare(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Path parent = folder.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
            if (!OWNER_ONLY.containsAll(permissions)) {
                throw new ServeException(
                        "others may enter " + folder + " (" + PosixFilePermissions.toString(permissions)
                                + "), and a daemon's socket must be its user's alone: chmod 700 it, or give another"
                                + " --socket",
                        new IOException(folder.toString()));
            }
        } catch (IOException e) {
            throw new ServeException("the folder " + folder + " for the socket cannot be made: " + e.getMessage(), e);
        }
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
