package dev.tokki.cli.trace;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.nativeadapter.Options;
import dev.tokki.nativeadapter.child.ChildModule;
import dev.tokki.server.NativeFace;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.text.SpyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki spy`.
@Command(
        name = "spy",
        header = "Record every call that programs make on a PKCS#11 library.",
        description = {
            "Stands between programs and the library: they load the library that this command writes, and every call"
                    + " goes to the file and to the real one. PINs, keys, plaintexts and random output are hidden.",
            "With a COMMAND behind --, it is run with {} replaced by the library to load, and spying ends with it:",
            "  tokki spy --module /usr/lib/softhsm/libsofthsm2.so -o calls.jsonl -- pkcs11-tool --module {} -L",
            "Tokki's engine is recorded by \"tokki serve --trace FILE\"."
        })
public final class SpyCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Surroundings surroundings;

    @Option(names = "--module", paramLabel = "LIBRARY", required = true, description = "The library to watch.")
    private Path module = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The transcript. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("calls.jsonl");

    @Option(names = "--print", description = "Also print the calls on standard error, as pkcs11-spy would.")
    private boolean print;

    @Option(
            names = "--with-secrets-in-clear",
            description = "Write down PINs, key values, plaintexts and random output too.")
    private boolean inClear;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "A program to run, {} for the library it loads.")
    private List<String> command = List.of();

    /// @param surroundings where to print
    public SpyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(module)) {
            throw new Usage("there is no library " + module);
        }
        Secrets secrets = inClear ? Secrets.KEPT_IN_CLEAR : Secrets.HIDDEN;
        Consumer<CallRecord> also = print ? call -> surroundings.err().print(SpyText.of(call)) : call -> {};
        try (TraceFile trace = TraceFile.create(out, module.toString(), secrets, also);
                NativeFace face = NativeFace.ofProcesses(process -> trace.around(
                        ChildModule.start(
                                module.toAbsolutePath(),
                                Options.defaults().environment(surroundings.environment()),
                                LIMIT),
                        process))) {
            return command.isEmpty() ? untilToldToEnd(face, trace) : run(face);
        }
    }

    private int run(NativeFace face) {
        List<String> words = command.stream()
                .map(word -> word.replace("{}", face.module().toString()))
                .toList();
        try {
            ProcessBuilder program = new ProcessBuilder(words).inheritIO();
            program.environment().putAll(surroundings.environment());
            int code = program.start().waitFor();
            awaitEnd(face);
            return code;
        } catch (IOException e) {
            throw new Usage("the program cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.REFUSED;
        }
    }

    /// The program's last calls may still be on their way.
    private static void awaitEnd(NativeFace face) throws InterruptedException {
        for (int i = 0; i < 100 && face.daemon().applications() > 0; i++) {
            Thread.sleep(20);
        }
    }

    private int untilToldToEnd(NativeFace face, TraceFile trace) {
        surroundings.out().println("ready: load " + face.module() + " instead of " + module + "; calls go to " + out);
        CountDownLatch told = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().name("end of spying").unstarted(() -> {
            face.close();
            trace.close();
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running.
        }
        return ExitCode.DONE;
    }
}
