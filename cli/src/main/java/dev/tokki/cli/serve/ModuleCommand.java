package dev.tokki.cli.serve;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.server.NativeFace;
import dev.tokki.server.elf.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki module`.
@Command(
        name = "module",
        header = "Write the library that PKCS#11 programs load to reach \"tokki serve\".",
        description = {
            "The library holds the path of the daemon's socket and needs no environment variable, no configuration and"
                    + " no other library. It may be written before the daemon runs; the same options give the same"
                    + " bytes."
        })
public final class ModuleCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Sources sources = new Sources();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("libtokki.so");

    @Option(
            names = "--arch",
            paramLabel = "NAME",
            description = "The processor: x86_64 or aarch64. Default: the one this runs on.")
    private String architecture = System.getProperty("os.arch");

    /// @param surroundings where to print
    public ModuleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Map<Path, Source> bySocket = sources.bySocket(surroundings);
        if (bySocket.size() > 1) {
            throw new Usage("a module reaches one socket; write one for each store or library");
        }
        bySocket.forEach(this::write);
        return ExitCode.DONE;
    }

    private void write(Path socket, Source source) {
        try {
            NativeFace.write(out, socket, Architecture.named(architecture));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            throw new Usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Usage(out + " cannot be written: " + e.getMessage());
        }
        surroundings.out().println("wrote " + out + " for " + source + " on the socket " + socket);
    }
}
