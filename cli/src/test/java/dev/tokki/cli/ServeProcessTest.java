package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.api.CryptokiException;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tokki serve` as a process of its own, as users have it.
class ServeProcessTest {
    private static final Path SOFTHSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    @TempDir
    private Path folder;

    private Path library;
    private Path socket;
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void name() {
        library = folder.resolve("libtokki.so");
        socket = folder.resolve("socket");
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process tokki(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tokki.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private void writeModule(String... source) {
        List<String> arguments =
                new ArrayList<>(List.of("module", "--socket", socket.toString(), "--out", library.toString()));
        arguments.addAll(List.of(source));
        assertThat(new Shell(folder).run(arguments.toArray(String[]::new)).code())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void softHsmIsServedToEachProgramInAProcessOfItsOwnUntilTheDaemonIsToldToEnd() throws Exception {
        assumeTrue(Files.exists(SOFTHSM), "SoftHSM is not installed");
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n".formatted(tokens));
        writeModule("--module", SOFTHSM.toString());
        Process daemon = tokki("serve", "--module", SOFTHSM.toString(), "--socket", socket.toString());
        assertThat(daemon.inputReader().readLine()).startsWith("ready: the library ");
        try (NativeModule module = NativeModule.load(library, Options.defaults())) {
            try (Application first = Application.initialise(module)) {
                assertThat(first.info().manufacturer()).contains("SoftHSM");
                first.tokens().getFirst().initialise("12345678", "demo");
            }
            try (Application application = Application.initialise(module);
                    Session session = application.token("demo").openReadWrite()) {
                session.login(Cku.SO, "12345678");
                assertThat(session.random(16)).hasSize(16);
            }
        }
        daemon.destroy();
        assertThat(daemon.waitFor()).isZero();
        assertThat(socket).doesNotExist();
    }

    @Test
    void aProgramIsServedOverWhateverCarriesStandardInputAndOutput() throws Exception {
        writeModule("--memory");
        try (ServerSocketChannel relay = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            relay.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofPlatform().daemon().start(() -> relay(relay));
            try (NativeModule module = NativeModule.load(library, Options.defaults());
                    Application application = Application.initialise(module);
                    Session session = application.token("tokki").openReadWrite()) {
                session.login(Cku.USER, "1234");
                assertThat(session.random(100_000)).hasSize(100_000);
            }
        }
    }

    /// Each connection gets a daemon of its own, as an `inetd` or a tunnel would do it.
    private void relay(ServerSocketChannel listening) {
        try {
            SocketChannel connection = listening.accept();
            Process daemon = tokki("serve", "--memory", "--stdio");
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> pump(Channels.newInputStream(connection), daemon.getOutputStream()));
            pump(daemon.getInputStream(), Channels.newOutputStream(connection));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void pump(InputStream from, OutputStream to) {
        try (from;
                to) {
            byte[] some = new byte[8192];
            for (int got = from.read(some); got >= 0; got = from.read(some)) {
                to.write(some, 0, got);
                to.flush();
            }
        } catch (IOException e) {
            // One side has ended.
        }
    }

    @Test
    void ofTwoDaemonsThatStartAtOnceOneHasTheStoreAndTheOtherSaysSo() throws Exception {
        String store = folder.resolve("store").toString();
        Process one = tokki("serve", "--store", store);
        Process two = tokki("serve", "--store", store);
        Process loser =
                one.onExit().applyToEither(two.onExit(), process -> process).get();
        Process winner = loser.equals(one) ? two : one;
        try (BufferedReader said = winner.inputReader();
                BufferedReader complaint = loser.errorReader()) {
            assertThat(said.readLine()).startsWith("ready: the store ");
            assertThat(loser.exitValue()).isNotZero();
            assertThat(complaint.lines())
                    .singleElement()
                    .asString()
                    .containsAnyOf("another daemon listens", "is open in process");
        }
        writeModuleOf(store);
        try (NativeModule module = NativeModule.load(library, Options.defaults());
                Application application = Application.initialise(module)) {
            assertThat(application.info().manufacturer()).isEqualTo("Tokki");
        } catch (CryptokiException e) {
            throw new AssertionError("the winner does not answer", e);
        }
    }

    private void writeModuleOf(String store) {
        Shell shell =
                new Shell(folder).with("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        assertThat(shell.run("module", "--store", store, "--out", library.toString())
                        .code())
                .isEqualTo(ExitCode.DONE);
    }
}
