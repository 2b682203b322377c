package dev.tokki.nativeadapter.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a process ended.
///
/// @param cause who ended it
/// @param signal the signal, where one did
/// @param exitCode the code, where no signal did
/// @param place where in which library it was, if its JVM could still tell
record CrashReport(Cause cause, Optional<String> signal, OptionalInt exitCode, Optional<String> place) {
    /// Who ended a process.
    enum Cause {
        /// The library, by its fault or by calling `exit`; or somebody outside.
        ITSELF,
        /// We, since a call took too long.
        TIMEOUT,
        /// We, since its answer made no sense.
        NONSENSE
    }

    /// What Java adds to a signal's number to make an exit code of it.
    private static final int SIGNALLED = 128;

    private static final Map<Integer, String> SIGNALS = Map.of(
            4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 13, "SIGPIPE", 15,
            "SIGTERM");

    /// The JVM's own report says `#  SIGSEGV (0xb) at pc=…`.
    private static final Pattern SIGNAL = Pattern.compile("#\\s+(SIG[A-Z]+|EXCEPTION_[A-Z_]+) \\(");

    /// `# C  [libsoftokn3.so+0x1f0a4]  name+0x4`: the library's place is what others can look up.
    private static final Pattern FRAME = Pattern.compile("^#\\s+(?:C\\s+\\[([^\\]]+)].*)?");

    /// {@return the report on a process that ended}
    ///
    /// @param errorFile the JVM's own report, which need not exist
    static CrashReport of(Cause cause, int exitCode, Path errorFile) {
        List<String> lines = lines(errorFile);
        Optional<String> told = lines.stream()
                .map(SIGNAL::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
        Optional<String> signal = told.or(() -> signalOf(exitCode));
        OptionalInt code = signal.isPresent() ? OptionalInt.empty() : OptionalInt.of(exitCode);
        return new CrashReport(cause, signal, code, place(lines));
    }

    private static Optional<String> signalOf(int exitCode) {
        return exitCode <= SIGNALLED
                ? Optional.empty()
                : Optional.of(SIGNALS.getOrDefault(exitCode - SIGNALLED, "signal " + (exitCode - SIGNALLED)));
    }

    private static Optional<String> place(List<String> lines) {
        int header = lines.indexOf("# Problematic frame:");
        return header < 0 || header + 1 >= lines.size()
                ? Optional.empty()
                : Optional.of(
                        FRAME.matcher(lines.get(header + 1)).replaceFirst("$1").strip());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(); // a report cut short tells nothing
        }
    }

    /// {@return a sentence for people}
    String sentence() {
        String how = switch (cause) {
            case TIMEOUT -> "the module did not answer in time, so its process was ended";
            case NONSENSE -> "the module's process answered nonsense, so it was ended";
            case ITSELF ->
                signal.map(name -> "the module's process died of " + name)
                        .orElseGet(() -> "the module ended its process with exit code " + exitCode.orElse(0));
        };
        return how + place.map(where -> " in " + where).orElse("");
    }
}
