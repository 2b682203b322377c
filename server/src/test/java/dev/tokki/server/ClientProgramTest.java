package dev.tokki.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.emulator.Emulator;
import dev.tokki.server.elf.Architecture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A C program (`client.c`) against the daemon, with each C library and processor there is a compiler for.
class ClientProgramTest {
    /// A C compiler, and how what it makes is run.
    enum Platform {
        GLIBC(List.of("cc"), List.of()),
        MUSL(List.of("musl-gcc"), List.of()),
        AARCH64(List.of("aarch64-linux-gnu-gcc"), List.of("qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu"));

        private final List<String> compiler;
        private final List<String> runner;

        Platform(List<String> compiler, List<String> runner) {
            this.compiler = compiler;
            this.runner = runner;
        }

        boolean isPresent() {
            return Stream.concat(compiler.stream().limit(1), runner.stream().limit(1))
                    .allMatch(command -> Stream.of(System.getenv("PATH").split(":"))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command))));
        }

        Architecture architecture() {
            return this == AARCH64 ? Architecture.AARCH64 : Architecture.here();
        }
    }

    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.inMemory("test", "12345678", "1234");
    private final NativeFace face = NativeFace.of(emulator::connect);

    @AfterEach
    void close() {
        face.close();
        emulator.close();
    }

    private Process start(Platform platform, String... more) throws IOException, InterruptedException {
        assumeTrue(platform.isPresent(), "no compiler, or nothing to run its programs with");
        Path module = folder.resolve("libtokki.so");
        NativeFace.write(module, face.daemon().socket(), platform.architecture());
        Path source = folder.resolve("client.c");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("client.c"))) {
            Files.copy(in, source);
        }
        Path program = folder.resolve("client");
        Process compiler = run(Stream.concat(
                        platform.compiler.stream(),
                        Stream.of("-O1", "-o", program.toString(), source.toString(), "-lpthread", "-ldl"))
                .toList());
        assertThat(compiler.waitFor()).as(() -> text(compiler)).isZero();
        return run(Stream.of(
                        platform.runner.stream(),
                        Stream.of(program.toString(), module.toString(), "1234"),
                        Stream.of(more))
                .flatMap(words -> words)
                .toList());
    }

    private static Process run(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String text(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aProgramForksThreadsAndIsCarelessWithPointers(Platform platform) throws Exception {
        Process program = start(platform);
        assertThat(text(program)).isEqualTo("ok\n");
        assertThat(program.waitFor()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aProgramOutlivesTheDaemon(Platform platform) throws Exception {
        Process program = start(platform, "outlive");
        BufferedReader lines = program.inputReader();
        assertThat(lines.readLine()).isEqualTo("ready");
        face.daemon().close();
        program.outputWriter().append('\n').close();
        assertThat(lines.readLine()).isEqualTo("ok");
        assertThat(program.waitFor()).isZero();
    }
}
