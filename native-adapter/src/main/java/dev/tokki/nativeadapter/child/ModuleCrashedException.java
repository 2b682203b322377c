package dev.tokki.nativeadapter.child;

import dev.tokki.api.Function;
import java.util.Optional;
import java.util.OptionalInt;

/// A module did not answer a call: its process ended, or took too long and was ended.
public final class ModuleCrashedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Function function;
    private final transient CrashReport report;

    /// @param function the call that was not answered
    /// @param report how the process ended
    ModuleCrashedException(Function function, CrashReport report) {
        super(function + ": " + report.sentence());
        this.function = function;
        this.report = report;
    }

    /// {@return the call that was not answered}
    public Function function() {
        return function;
    }

    /// {@return whether the module was ended because it took too long}
    public boolean isTimeout() {
        return report.cause() == CrashReport.Cause.TIMEOUT;
    }

    /// {@return the signal that ended the process, for example `SIGSEGV`}
    public Optional<String> signal() {
        return report.signal();
    }

    /// {@return the code that the process ended with, where no signal did}
    public OptionalInt exitCode() {
        return report.exitCode();
    }

    /// {@return where in which library the process was, for example `libsoftokn3.so+0x1f0a4`}
    public Optional<String> place() {
        return report.place();
    }
}
