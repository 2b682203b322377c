package dev.tokki.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.server.elf.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A C compiler, and how what it makes is run.
enum CPlatform {
    GLIBC(List.of("cc"), List.of()),
    MUSL(List.of("musl-gcc"), List.of()),
    AARCH64(List.of("aarch64-linux-gnu-gcc"), List.of("qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu"));

    private final List<String> compiler;
    private final List<String> runner;

    CPlatform(List<String> compiler, List<String> runner) {
        this.compiler = compiler;
        this.runner = runner;
    }

    /// {@return whether there is a program on the path}
    static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// Compiles a program of these tests' resources and writes the module for it; the test is skipped where that is
    /// not possible.
    ///
    /// @param folder where the program and `libtokki.so` go
    /// @return the command that runs it with the module as its first argument
    List<String> compiled(String program, Path folder, Path socket) throws IOException, InterruptedException {
        assumeTrue(
                Stream.concat(compiler.stream().limit(1), runner.stream().limit(1))
                        .allMatch(CPlatform::isInstalled),
                "no compiler, or nothing to run its programs with");
        Path module = folder.resolve("libtokki.so");
        NativeFace.write(module, socket, this == AARCH64 ? Architecture.AARCH64 : Architecture.here());
        Path source = folder.resolve(program + ".c");
        try (InputStream in = Objects.requireNonNull(CPlatform.class.getResourceAsStream(program + ".c"))) {
            Files.copy(in, source);
        }
        String out = folder.resolve(program).toString();
        Process compiling = start(
                Stream.concat(compiler.stream(), Stream.of("-O1", "-o", out, source.toString(), "-lpthread", "-ldl"))
                        .toList());
        assertThat(compiling.waitFor()).as(() -> text(compiling)).isZero();
        return Stream.concat(runner.stream(), Stream.of(out, module.toString())).toList();
    }

    /// Starts a command, its errors among its output.
    static Process start(List<String> command, String... more) throws IOException {
        return new ProcessBuilder(
                        Stream.concat(command.stream(), Stream.of(more)).toList())
                .redirectErrorStream(true)
                .start();
    }

    /// {@return all that a process says}
    static String text(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
