package dev.tokki.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.CryptokiException;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.emulator.Emulator;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Daemons begin and end beside others, and in the middle of calls.
class DaemonTest {
    private static final int MANY = 8;

    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.inMemory("test", "12345678", "1234");

    @AfterEach
    void close() {
        emulator.close();
    }

    private static <T> List<T> atOnce(Callable<T> task) throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                futures.add(threads.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void ofDaemonsThatRaceForASocketOneListensAndStaysInItsPlace() throws Exception {
        Path socket = folder.resolve("socket");
        List<Daemon> winners = atOnce(() -> {
                    try {
                        return Optional.of(Daemon.listen(socket, emulator::connect));
                    } catch (IOException e) {
                        assertThat(e).hasMessageContaining("another daemon listens");
                        return Optional.<Daemon>empty();
                    }
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
        assertThat(winners).hasSize(1);
        try (RemoteModule program = RemoteModule.connect(socket).orElseThrow()) {
            assertThat(program.call(new Initialize()).isOk()).isTrue();
            assertThat(winners.getFirst().applications()).isEqualTo(1);
        }
        winners.getFirst().close();
        assertThat(socket).doesNotExist();
        Daemon.listen(socket, emulator::connect).close();
    }

    @Test
    void theSocketOfADaemonThatDiedIsReplaced() throws Exception {
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel dead = ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            dead.bind(java.net.UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        try (Daemon daemon = Daemon.listen(socket, emulator::connect)) {
            assertThat(Daemon.isListeningOn(socket)).isTrue();
            assertThatThrownBy(() -> Daemon.listen(socket, emulator::connect)).hasMessageContaining("another daemon");
            assertThat(daemon.applications()).isZero();
        }
    }

    @Test
    void aDaemonThatEndsEndsTheCallsAndTheApplicationsOfAllPrograms() throws Exception {
        NativeFace face = NativeFace.of(emulator::connect);
        Path library = Files.copy(face.module(), folder.resolve("libtokki.so"));
        try (NativeModule module = NativeModule.load(library, Options.defaults())) {
            Application application = Application.initialise(module);
            CountDownLatch running = new CountDownLatch(MANY);
            Thread ending = Thread.ofPlatform().start(() -> {
                awaited(running);
                face.close();
            });
            List<Long> answers = atOnce(() -> {
                try {
                    Session session = application.token("test").openReadOnly();
                    for (int i = 0; ; i++) {
                        session.random(64);
                        if (i == 100) {
                            running.countDown();
                        }
                    }
                } catch (CryptokiException e) {
                    return e.rv().value();
                }
            });
            ending.join();
            assertThat(answers).hasSize(MANY).isSubsetOf(Ckr.DEVICE_ERROR, Ckr.DEVICE_REMOVED);
            while (face.daemon().applications() > 0) {
                Thread.sleep(1);
            }
            assertThat(module.call(new Initialize()).rv().value()).isEqualTo(Ckr.DEVICE_REMOVED);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
