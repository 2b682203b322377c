package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.api.Function;
import dev.tokki.api.fluent.Application;
import dev.tokki.cli.Shell.Outcome;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import dev.tokki.server.elf.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A daemon in this process, and what commands and programs see of it.
class ServeTest {
    @TempDir
    private Path folder;

    private Path run;
    private Shell shell;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Serving> daemons = new ArrayList<>();

    @BeforeEach
    void prepare() {
        run = folder.resolve("run");
        shell = shell();
    }

    @AfterEach
    void endDaemons() throws IOException {
        daemons.forEach(daemon -> assertThat(daemon.end().code()).isEqualTo(ExitCode.DONE));
        assertThat(sockets()).isEmpty();
    }

    private Shell shell() {
        Shell made = new Shell(folder).withPins().with("XDG_RUNTIME_DIR", run.toString());
        environment.forEach(made::with);
        return made;
    }

    private List<Path> sockets() throws IOException {
        if (!Files.exists(run.resolve("tokki"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run.resolve("tokki"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    /// A running `tokki serve`, which ends as it does when the process is told to end.
    private record Serving(Thread thread, CompletableFuture<Outcome> outcome) {
        Outcome end() {
            thread.interrupt();
            return outcome.join();
        }
    }

    /// Starts a daemon and waits until it listens on so many sockets.
    private void serve(int expected, String... args) throws IOException, InterruptedException {
        String[] words = Stream.concat(Stream.of("serve"), Stream.of(args)).toArray(String[]::new);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        daemons.add(new Serving(Thread.ofPlatform().start(() -> outcome.complete(shell().run(words))), outcome));
        while (sockets().size() < expected && !outcome.isDone()) {
            Thread.sleep(10);
        }
    }

    @Test
    void theSocketIsForItsUserAlone() throws Exception {
        serve(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.resolve("tokki"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(sockets().getFirst())))
                .isEqualTo("rw-------");
        assertThat(daemons.getFirst().end().out()).startsWith("ready: ");
    }

    @Test
    void aFolderThatOthersMayEnterIsRefused() throws Exception {
        Files.createDirectories(run.resolve("tokki"));
        Files.setPosixFilePermissions(run.resolve("tokki"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Outcome refused = shell.run("serve");
        assertThat(refused.code()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(refused.err()).contains("chmod 700");
    }

    @Test
    void commandsUseTheStoreThroughTheDaemonThatHasIt() throws Exception {
        serve(1);
        assertThat(shell.run("token", "init", "--label", "demo").code()).isEqualTo(ExitCode.DONE);
        assertThat(shell.run("token", "init", "--label", "second").code()).isEqualTo(ExitCode.DONE);
        assertThat(shell.run("token", "list").out()).containsPattern("0 +demo").containsPattern("1 +second");
        assertThat(shell.run("keygen", "ec:P-256", "--label", "key", "--token", "demo")
                        .code())
                .isEqualTo(ExitCode.DONE);
        Outcome refused = shell.run("keygen", "aes:128", "--token", "demo", "--pin", "wrong-one");
        assertThat(refused.err()).contains("CKR_PIN_INCORRECT", "section");
        daemons.getFirst().end();
        assertThat(shell.run("object", "list", "--token", "demo").out()).contains("key");
    }

    @Test
    void aTokenIsThereForProgramsThatLoadTheModule() throws Exception {
        Path library = folder.resolve("libtokki.so");
        assertThat(shell.run("token", "init", "--label", "demo").code()).isEqualTo(ExitCode.DONE);
        assertThat(shell.run("module", "--out", library.toString()).code()).isEqualTo(ExitCode.DONE);
        serve(1);
        try (NativeModule module = NativeModule.load(library, Options.defaults());
                Application application = Application.initialise(module)) {
            assertThat(application.token("demo").info().label()).isEqualTo("demo");
        }
    }

    @Test
    void aSecondDaemonSaysWhoHasTheStore() throws Exception {
        shell.run("token", "init", "--label", "demo");
        serve(1);
        Outcome refused = shell.run("serve");
        assertThat(refused.code()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(refused.err()).contains("another daemon listens");
    }

    @Test
    void eachStoreHasASocketOfItsOwn() throws Exception {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        serve(3, "--store", one.toString(), "--store", two.toString(), "--memory");
        shell.run("token", "init", "--label", "first", "--store", one.toString());
        shell.run("token", "init", "--label", "other", "--store", two.toString());
        assertThat(shell.run("token", "list", "--store", one.toString()).out())
                .contains("first")
                .doesNotContain("other");
        assertThat(shell.run("token", "list", "--store", two.toString()).out()).contains("other");
    }

    @Test
    void theServiceManagerIsToldThatTheDaemonIsReady() throws Exception {
        Path notify = folder.resolve("notify");
        Process manager = new ProcessBuilder("python3", "-c", """
                import socket, sys
                s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                s.bind(sys.argv[1])
                print("bound", flush=True)
                print(s.recv(100).decode(), flush=True)
                """, notify.toString()).start();
        try (BufferedReader heard = manager.inputReader()) {
            assumeTrue(Objects.equals(heard.readLine(), "bound"), "Python is not there");
            environment.put("NOTIFY_SOCKET", notify.toString());
            serve(1);
            assertThat(heard.readLine()).isEqualTo("READY=1");
        }
    }

    @Test
    void oneProgramIsServedOnStandardInputAndOutput() {
        ByteBuffer said = ByteBuffer.allocate(Protocol.HELLO_SIZE + Protocol.CALL_SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Protocol.MAGIC)
                .position(Protocol.HELLO_SIZE)
                .putLong(Function.INITIALIZE.number());
        Outcome outcome = shell.input(said.array()).run("serve", "--memory", "--stdio");
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.bytes()).hasSize(Protocol.ORDER_SIZE).containsOnly(0);
    }

    @Test
    void theModuleIsTheSameBytesForTheSameSocket() throws IOException {
        Path one = folder.resolve("a").resolve("libtokki.so");
        Path two = folder.resolve("b").resolve("libtokki.so");
        for (Path out : List.of(one, two)) {
            Files.createDirectories(out.getParent());
            shell.run("module", "--memory", "--out", out.toString());
        }
        assertThat(one).hasSameBinaryContentAs(two);
        shell.run("module", "--memory", "--arch", "aarch64", "--out", two.toString());
        assertThat(Files.mismatch(one, two)).isNotNegative();
    }
}
