package dev.tokki.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Out;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.Sessions.CloseAllSessions;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.Emulator;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one program may have of a daemon.
class LimitsTest {
    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.inMemory("test", "12345678", "1234");

    @AfterEach
    void close() {
        emulator.close();
    }

    private Daemon daemon(Limits limits) throws IOException {
        return Daemon.listen(folder.resolve("socket"), process -> emulator.connect(), limits);
    }

    private static RemoteModule application(Daemon daemon) throws IOException {
        RemoteModule module = RemoteModule.connect(daemon.socket()).orElseThrow();
        assertThat(module.call(new Initialize()).isOk()).isTrue();
        return module;
    }

    @Test
    void sessionsAreCountedForEachProgramByItself() throws IOException {
        try (Daemon daemon = daemon(Limits.usual().sessionsPerProcess(3));
                RemoteModule greedy = application(daemon);
                RemoteModule modest = application(daemon)) {
            OpenSession open = new OpenSession(0, Ckf.SERIAL_SESSION);
            for (int i = 0; i < 3; i++) {
                assertThat(greedy.call(open).isOk()).isTrue();
            }
            assertThat(greedy.call(open).rv().value()).isEqualTo(Ckr.SESSION_COUNT);
            assertThat(modest.call(open).isOk()).isTrue();
            assertThat(greedy.call(new CloseAllSessions(0)).isOk()).isTrue();
            assertThat(greedy.call(open).isOk()).isTrue();
        }
    }

    @Test
    void whoSaysNothingIsHungUpOn() throws IOException {
        try (Daemon daemon = daemon(Limits.usual().hello(Duration.ofMillis(50)));
                SocketChannel silent = SocketChannel.open(UnixDomainSocketAddress.of(daemon.socket()))) {
            assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void beyondTheLastConnectionNobodyIsServedAndOthersAreAsBefore() throws IOException {
        try (Daemon daemon = daemon(Limits.usual().connections(1));
                RemoteModule first = application(daemon);
                SocketChannel second = SocketChannel.open(UnixDomainSocketAddress.of(daemon.socket()))) {
            assertThat(second.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            assertThat(first.call(new GetInfo(Out.here())).isOk()).isTrue();
        }
    }
}
