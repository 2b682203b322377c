package dev.tokki.conformance.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A temporary folder that a module keeps its token in: it can be brought back to what it was.
final class Folder implements AutoCloseable {
    private final Path root;
    private final Path live;
    private final Path pristine;

    Folder(String name) {
        try {
            root = Files.createTempDirectory("tokki-" + name + "-");
            live = Files.createDirectory(root.resolve("live"));
            pristine = root.resolve("pristine");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for " + name, e);
        }
    }

    /// {@return where other files may lie}
    Path root() {
        return root;
    }

    /// {@return the folder that the module works in}
    Path live() {
        return live;
    }

    /// Deletes what is in the folder.
    void clear() {
        empty(live);
    }

    /// {@return whether there is a state to go back to}
    boolean isKept() {
        return Files.exists(pristine);
    }

    /// Keeps the present state to go back to.
    void keep() {
        copy(live, pristine);
    }

    /// Goes back to the state that was kept.
    void restore() {
        empty(live);
        copy(pristine, live);
    }

    @Override
    public void close() {
        empty(root);
        delete(root);
    }

    private static void copy(Path from, Path to) {
        for (Path path : tree(from)) {
            Path target = to.resolve(from.relativize(path).toString());
            try {
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot copy " + path, e);
            }
        }
    }

    private static void empty(Path folder) {
        tree(folder).reversed().stream().filter(path -> !path.equals(folder)).forEach(Folder::delete);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private static List<Path> tree(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
