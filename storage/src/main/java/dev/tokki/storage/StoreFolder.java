package dev.tokki.storage;

import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The folder of a store on disk, and what lies where in it.
///
/// @param path absolute, and safe in a JDBC URL
record StoreFolder(Path path) {
    private static final String DATABASE = "store";
    private static final String FOUNDING = "founding";
    private static final String SUFFIX = ".mv.db";

    /// {@return the folder at a path, which need not exist}
    ///
    /// @throws StorageException with [Problem#BAD_PATH] if no store can be there
    static StoreFolder at(Path path) {
        if (!path.getFileSystem().equals(FileSystems.getDefault())) {
            throw new StorageException(
                    Problem.BAD_PATH,
                    path + " is not on the machine's own file system: a store needs file locks",
                    null);
        }
        Path absolute = path.toAbsolutePath().normalize();
        if (absolute.toString().chars().anyMatch(c -> c == ';' || c < ' ')) {
            throw new StorageException(
                    Problem.BAD_PATH,
                    "'" + absolute + "' has a ';' or a control character in it, which would end the database's name;"
                            + " choose another folder",
                    null);
        }
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new StorageException(Problem.BAD_PATH, absolute + " is a file; a store is a folder", null);
        }
        return new StoreFolder(absolute);
    }

    /// {@return the database file}
    Path database() {
        return path.resolve(DATABASE + SUFFIX);
    }

    /// {@return the database file while the store is being founded; becomes [#database] when it is complete}
    Path founding() {
        return path.resolve(FOUNDING + SUFFIX);
    }

    /// {@return the key file}
    Path key() {
        return path.resolve("store.key");
    }

    /// {@return the journal of what is not yet in the database}
    Path journal() {
        return path.resolve("store.journal");
    }

    /// {@return the file that is locked while the store is open, with the high-water mark in it}
    Path mark() {
        return path.resolve("store.mark");
    }

    /// {@return the file that says who has the store open}
    Path owner() {
        return path.resolve("store.owner");
    }

    String databaseUrl() {
        return url(DATABASE);
    }

    String foundingUrl() {
        return url(FOUNDING);
    }

    /// Makes the folder, for its owner alone, if it is not there.
    void make() {
        try {
            Files.createDirectories(path, only(path, "rwx------"));
        } catch (IOException e) {
            throw new StorageException(Problem.CANNOT_WRITE, "cannot make the folder " + path + ": " + e, e);
        }
    }

    /// {@return permissions for a new file or folder, where the file system knows such}
    static FileAttribute<?>[] only(Path path, String permissions) {
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)}
                : new FileAttribute<?>[0];
    }

    private String url(String name) {
        // WRITE_DELAY=0: commits are written when they are made, by no thread in the background. No trace file: it
        // would
        // quote statements.
        return "jdbc:h2:file:" + path.resolve(name)
                + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }
}
