package dev.tokki.nativeadapter.child;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.SlotsAndTokens.WaitForSlotEvent;
import dev.tokki.api.constant.Ckf;
import dev.tokki.nativeadapter.ModuleLoadException;
import dev.tokki.nativeadapter.Options;
import dev.tokki.nativeadapter.wire.BrokenFrameException;
import dev.tokki.nativeadapter.wire.FrameChannel;
import dev.tokki.nativeadapter.wire.FrameReader;
import dev.tokki.nativeadapter.wire.FrameWriter;
import dev.tokki.nativeadapter.wire.RecordCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A native module in a process of its own. What crashes or hangs there is an exception here, and the module can be
/// started again.
///
/// Each child is an application of its own in the sense of PKCS#11: two of them on one library share token objects and
/// nothing else.
public final class ChildModule implements Cryptoki {
    private final Path library;
    private final Options options;
    private final Duration limit;
    private final ParentNotifications notifications = new ParentNotifications();
    private final RecordCodec codec = new RecordCodec(notifications);
    private final ScheduledThreadPoolExecutor watchdog;
    private volatile ChildProcess child;
    private volatile @Nullable CrashReport crash;
    private volatile boolean isClosed;

    private ChildModule(Path library, Options options, Duration limit) throws IOException {
        this.library = library;
        this.options = options;
        this.limit = limit;
        this.child = new ChildProcess(library, options, notifications);
        this.watchdog = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform()
                        .daemon()
                        .name("watchdog of " + library.getFileName())
                        .factory());
        watchdog.setRemoveOnCancelPolicy(true);
    }

    /// Starts a process and loads a library in it; C_Initialize is up to the caller.
    ///
    /// @param options the variables are set in the new process only
    /// @param limit how long a call may take; a C_WaitForSlotEvent that blocks may take longer
    /// @throws ModuleLoadException if the library cannot be loaded or is no PKCS#11 module
    public static ChildModule start(Path library, Options options, Duration limit) {
        try {
            return new ChildModule(library, options, limit);
        } catch (IOException e) {
            throw new ModuleLoadException(library, "no process for it could be started: " + e.getMessage());
        }
    }

    /// Starts the module anew, after a crash or in the middle of its life. Callers before are answered or get an
    /// exception; the new module is not initialised.
    ///
    /// @throws ModuleLoadException if it cannot be loaded again
    /// @throws IllegalStateException if the module was closed
    public synchronized void restart() {
        checkOpen();
        end(child);
        try {
            child = new ChildProcess(library, options, notifications);
            crash = null;
        } catch (IOException e) {
            throw new ModuleLoadException(library, "no process for it could be started: " + e.getMessage());
        }
    }

    /// Ends the module's process at once. Callers are answered with an exception, as after a crash.
    public void kill() {
        child.kill(CrashReport.Cause.TIMEOUT);
    }

    /// {@return the number of the process that the module is in}
    public long pid() {
        return child.pid();
    }

    /// {@return whether the module crashed and was not restarted}
    public boolean isCrashed() {
        return crash != null;
    }

    /// @throws ModuleCrashedException if the module does not answer, or crashed before and was not restarted
    @Override
    public <R> Reply<R> call(Call<R> call) {
        checkOpen();
        CrashReport before = crash;
        if (before != null) {
            throw new ModuleCrashedException(Function.of(call), before);
        }
        ChildProcess running = child;
        Future<?> timer = mayTakeLong(call) ? null : watch(running);
        try {
            return exchange(call, running);
        } catch (IOException e) {
            throw crashed(call, running);
        } catch (BrokenFrameException e) {
            running.kill(CrashReport.Cause.NONSENSE);
            throw crashed(call, running);
        } finally {
            if (timer != null) {
                timer.cancel(false);
            }
        }
    }

    private Future<?> watch(ChildProcess running) {
        return watchdog.schedule(
                () -> running.kill(CrashReport.Cause.TIMEOUT), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean mayTakeLong(Call<?> call) {
        return call instanceof WaitForSlotEvent wait && (wait.flags() & Ckf.DONT_BLOCK) == 0;
    }

    private <R> Reply<R> exchange(Call<R> call, ChildProcess running) throws IOException {
        FrameWriter question = new FrameWriter();
        codec.writeCall(call, question);
        FrameChannel connection = running.take();
        connection.send(question.toArray());
        FrameReader answer = new FrameReader(connection.receive());
        running.giveBack(connection);
        if (!answer.flag()) {
            throw new IllegalStateException("in the module's process: " + answer.text());
        }
        return codec.readReply(call, answer);
    }

    private ModuleCrashedException crashed(Call<?> call, ChildProcess running) {
        CrashReport report = running.end();
        synchronized (this) {
            if (running == child) {
                crash = report;
            }
        }
        return new ModuleCrashedException(Function.of(call), report);
    }

    private void checkOpen() {
        if (isClosed) {
            throw new IllegalStateException(library + " was closed");
        }
    }

    /// Finalises the module if it is initialised and alive, and ends its process.
    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            end(child);
            watchdog.shutdownNow();
        }
    }

    private void end(ChildProcess running) {
        Future<?> timer = watch(running);
        running.close();
        timer.cancel(false);
    }

    @Override
    public String toString() {
        return child.description() + ", in process " + child.pid();
    }
}
