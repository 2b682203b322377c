package dev.tokki.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.emulator.token.TokenPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// C programs against the daemon, with each C library and processor there is a compiler for.
class ClientProgramTest {
    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.builder()
            .policy(TokenPolicy.standard().withAsyncSessions())
            .slot(0, TokenPlan.ready("test", "12345678", "1234"))
            .build();
    private final NativeFace face = NativeFace.of(emulator::connect);

    @AfterEach
    void close() {
        face.close();
        emulator.close();
    }

    private List<String> compiled(CPlatform platform, String program) throws IOException, InterruptedException {
        return platform.compiled(program, folder, face.daemon().socket());
    }

    private static void assertOk(Process program) throws InterruptedException {
        assertThat(CPlatform.text(program)).isEqualTo("ok\n");
        assertThat(program.waitFor()).isZero();
    }

    @ParameterizedTest
    @EnumSource(CPlatform.class)
    void aProgramForksThreadsAndIsCarelessWithPointers(CPlatform platform) throws Exception {
        assertOk(CPlatform.start(compiled(platform, "client"), "1234"));
    }

    @ParameterizedTest
    @EnumSource(CPlatform.class)
    void aProgramOutlivesTheDaemon(CPlatform platform) throws Exception {
        Process program = CPlatform.start(compiled(platform, "client"), "1234", "outlive");
        BufferedReader lines = program.inputReader();
        assertThat(lines.readLine()).isEqualTo("ready");
        face.daemon().close();
        program.outputWriter().append('\n').close();
        assertThat(lines.readLine()).isEqualTo("ok");
        assertThat(program.waitFor()).isZero();
    }

    /// Callbacks come in the thread whose call they belong to; results that come later go where the call said, and
    /// mutex functions are refused unless the engine may lock by itself.
    @ParameterizedTest
    @EnumSource(CPlatform.class)
    void aProgramIsCalledBackAndLetsCallsRunInBackground(CPlatform platform) throws Exception {
        assertOk(CPlatform.start(compiled(platform, "callbacks")));
    }

    @Test
    void aProgramKilledWhileItsCallWaitsLeavesNothingBehind() throws Exception {
        Process program = CPlatform.start(compiled(CPlatform.GLIBC, "callbacks"), "wait");
        assertThat(program.inputReader().readLine()).isEqualTo("ready");
        assertThat(face.daemon().applications()).isEqualTo(1);
        program.destroyForcibly().waitFor();
        while (face.daemon().applications() > 0) {
            Thread.sleep(5);
        }
        assertThat(emulator.slots()).hasSize(1);
    }

    @Test
    void anEventReachesAProgramThatWaitsAndItGoesOn() throws Exception {
        Process program = CPlatform.start(compiled(CPlatform.GLIBC, "callbacks"), "wait");
        BufferedReader lines = program.inputReader();
        assertThat(lines.readLine()).isEqualTo("ready");
        emulator.addSlot(7, TokenPlan.fresh());
        assertThat(lines.readLine()).isEqualTo("slot 7");
        assertThat(program.waitFor()).isZero();
    }
}
