package dev.tokki.conformance.module;

import dev.tokki.nativeadapter.Options;
import dev.tokki.nativeadapter.child.ChildModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A native library in processes of its own, one for each application that uses it. A process is started when it is
/// first wanted, and anew after it crashed: that costs a module one test, and never the run.
final class Library implements AutoCloseable {
    /// The longest that a call may take; whoever runs the test is less patient.
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Path path;
    private final List<@Nullable ChildModule> applications = new ArrayList<>();

    Library(Path path) {
        this.path = path;
    }

    /// {@return the library as an application sees it}
    ///
    /// @param number which application: 0, 1, …
    /// @param options how it is loaded, if it was not yet
    synchronized ChildModule application(int number, Options options) {
        while (applications.size() <= number) {
            applications.add(null);
        }
        ChildModule known = applications.get(number);
        if (known == null) {
            known = ChildModule.start(path, options, LIMIT);
            applications.set(number, known);
        } else if (known.isCrashed()) {
            known.restart();
        }
        return known;
    }

    /// Finalises the library in every process where it is initialised.
    synchronized void end() {
        running().stream().filter(module -> !module.isCrashed()).forEach(Preparation::end);
    }

    /// Ends every process at once; calls under way end with an exception.
    void kill() {
        running().forEach(ChildModule::kill);
    }

    @Override
    public synchronized void close() {
        running().forEach(ChildModule::close);
    }

    private synchronized List<ChildModule> running() {
        List<ChildModule> running = new ArrayList<>();
        for (ChildModule module : applications) {
            if (module != null) {
                running.add(module);
            }
        }
        return running;
    }
}
