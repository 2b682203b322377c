package dev.tokki.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// A file system of a few megabytes in memory, mounted for one test. Needs the right to mount; without it the
/// test is skipped, and says so.
final class SmallDisk implements AutoCloseable {
    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    static SmallDisk mount(Path place, int kibibytes) {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tokki-test", place.toString());
        assumeTrue(mounted, "no right to mount a small file system (run as root on Linux)");
        return new SmallDisk(place);
    }

    Path path() {
        return place;
    }

    void makeReadOnly() {
        if (!run("mount", "-o", "remount,ro", place.toString())) {
            throw new IllegalStateException("cannot remount " + place);
        }
    }

    @Override
    public void close() {
        if (!run("umount", place.toString())) {
            run("umount", "-l", place.toString());
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
