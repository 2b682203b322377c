package dev.tokki.server;

import dev.tokki.api.Cryptoki;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/// The programs that are connected: one application of the engine per process, however many connections its threads
/// have.
///
/// When a process's last connection ends the process has ended, and its application with it: sessions and session
/// objects go.
final class Applications {
    private final LongFunction<? extends Cryptoki> modules;
    private final Limits limits;
    private final Map<Process, Application> running = new HashMap<>();

    /// A process: its number, and the random number that tells it from an earlier process of that number.
    ///
    /// @param user who runs it, as the kernel says
    record Process(String user, long pid, long nonce) {}

    /// What is kept of a process.
    static final class Application {
        private final Cryptoki module;
        private final MessageMechanisms messages = new MessageMechanisms();
        private final PendingResults pending = new PendingResults();
        private final Callbacks callbacks = new Callbacks();
        private int connections;

        private Application(Cryptoki module) {
            this.module = module;
        }

        Cryptoki module() {
            return module;
        }

        MessageMechanisms messages() {
            return messages;
        }

        PendingResults pending() {
            return pending;
        }

        Callbacks callbacks() {
            return callbacks;
        }
    }

    /// @param modules gives each application its own, by the number of its process
    /// @param limits what each process may have
    Applications(LongFunction<? extends Cryptoki> modules, Limits limits) {
        this.modules = modules;
        this.limits = limits;
    }

    /// {@return the application of a process that opened a connection}
    ///
    /// @throws TooManyException if the process has as many as it may
    synchronized Application connected(Process process) throws TooManyException {
        Application application = running.computeIfAbsent(
                process, p -> new Application(new SessionLimit(modules.apply(p.pid()), limits.sessionsPerProcess())));
        if (application.connections >= limits.connectionsPerProcess()) {
            throw new TooManyException(process, limits.connectionsPerProcess());
        }
        application.connections++;
        return application;
    }

    /// Ends a connection, and with the last one the application.
    void disconnected(Process process) {
        Application ended = null;
        synchronized (this) {
            Application application = running.get(process);
            if (application != null && --application.connections == 0) {
                running.remove(process);
                ended = application;
            }
        }
        if (ended != null) {
            ended.module().close();
        }
    }

    /// {@return how many processes are connected}
    synchronized int count() {
        return running.size();
    }

    /// A process wants more connections than it may have.
    static final class TooManyException extends Exception {
        private static final long serialVersionUID = 1;

        TooManyException(Process process, int most) {
            super("process %d of %s has %d connections, more are not allowed"
                    .formatted(process.pid(), process.user(), most));
        }
    }
}
