package dev.tokki.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.Emulator;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Neither side talks to a process of another user, even where files would let it. Only root can be somebody else for
/// a while.
class OtherUserTest {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir
    private Path folder;

    @BeforeEach
    void becomeRoot() throws IOException {
        assumeTrue(Files.getOwner(Path.of("/proc/self")).getName().equals("root"), "only root can be another user");
        assumeTrue(CPlatform.isInstalled("setpriv"), "setpriv is not installed");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private static Process asNobody(List<String> command, String... more) throws IOException {
        return CPlatform.start(
                Stream.concat(AS_NOBODY.stream(), command.stream()).toList(), more);
    }

    @Test
    void theDaemonDoesNotAnswerAProgramOfAnotherUser() throws Exception {
        try (Emulator emulator = Emulator.inMemory("test", "12345678", "1234");
                Daemon daemon = Daemon.listen(folder.resolve("socket"), emulator::connect)) {
            Files.setPosixFilePermissions(daemon.socket(), PosixFilePermissions.fromString("rwxrwxrwx"));
            List<String> program = CPlatform.GLIBC.compiled("client", folder, daemon.socket());
            Process stranger = asNobody(program, "1234");
            assertThat(CPlatform.text(stranger)).startsWith("C_Initialize: 0x").endsWith(" and not 0x0\n");
            assertThat(stranger.waitFor()).isEqualTo(1);
            assertThat(daemon.traffic().calls()).isZero();
            Process friend = CPlatform.start(program, "1234");
            assertThat(CPlatform.text(friend)).isEqualTo("ok\n");
        }
    }

    @Test
    void theModuleSendsNothingToADaemonOfAnotherUser() throws Exception {
        Path socket = folder.resolve("socket");
        List<String> program = CPlatform.GLIBC.compiled("listener", folder, socket);
        Process stranger = asNobody(program, socket.toString());
        BufferedReader said = stranger.inputReader();
        assertThat(said.readLine()).isEqualTo("ready");
        try (NativeModule module = NativeModule.load(folder.resolve("libtokki.so"), Options.defaults())) {
            assertThat(module.call(new Initialize()).rv().value()).isEqualTo(Ckr.DEVICE_REMOVED);
        }
        assertThat(said.readLine()).isEqualTo("0 bytes");
        assertThat(stranger.waitFor()).isZero();
    }
}
