package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.call.RandomNumbers.SeedRandom;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.trace.TranscriptFile;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import dev.tokki.nativeadapter.child.ChildModule;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tokki serve --trace`: programs and threads are told apart, objects have their names, secrets are hidden.
class TracedServingTest {
    private static final String KEY = "sixteen secrets!";

    @TempDir
    private Path folder;

    @Test
    void callsOfProgramsAndThreadsAreToldApart() throws Exception {
        Path file = folder.resolve("calls.jsonl");
        Path library = folder.resolve("libtokki.so");
        Path sockets = folder.resolve("run").resolve("tokki");
        shell().run("module", "--memory", "--out", library.toString());
        CompletableFuture<Shell.Outcome> served = new CompletableFuture<>();
        Thread daemon = Thread.ofPlatform()
                .start(() -> served.complete(shell().run("serve", "--memory", "--trace", file.toString())));
        while (!served.isDone() && !isListening(sockets)) {
            Thread.sleep(10);
        }
        try (NativeModule here = NativeModule.load(library, Options.defaults());
                ChildModule there = ChildModule.start(library, Options.defaults(), Duration.ofMinutes(1))) {
            use(here, "of this program");
            use(there, "of the other program");
        }
        daemon.interrupt();
        assertThat(served.join().code()).isEqualTo(ExitCode.DONE);

        Transcript transcript = TranscriptFile.read(file);
        assertThat(transcript.calls().stream().map(CallRecord::application).distinct())
                .hasSize(2);
        assertThat(transcript.calls().stream()
                        .filter(call -> call.application()
                                .contains("(" + ProcessHandle.current().pid() + ")"))
                        .map(CallRecord::thread)
                        .distinct())
                .hasSizeGreaterThan(1);
        assertThat(transcript.calls()).allSatisfy(call -> {
            assertThat(call.nanos()).isNotNegative();
            assertThat(call.start()).isAfter(Instant.EPOCH);
        });
        assertThat(transcript.calls().stream().flatMap(call -> call.objects().values().stream()))
                .contains("secret key \"of this program\"", "secret key \"of the other program\"");
        assertThat(Files.readString(file))
                .doesNotContain(Shell.PIN, KEY, hex(Shell.PIN), hex(KEY))
                .contains("{\"hidden\":16}");
    }

    /// Uses a key, and two threads at the same time.
    private static void use(Cryptoki module, String label) throws InterruptedException {
        try (Application application = Application.initialise(module);
                Session session = application.token("tokki").openReadWrite()) {
            session.login(Cku.USER, Shell.PIN);
            Key key = session.createKey(
                    Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                    Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                    Attribute.of(Cka.LABEL, label),
                    Attribute.of(Cka.VALUE, KEY.getBytes(StandardCharsets.UTF_8)));
            assertThat(key.label()).isEqualTo(label);
            CountDownLatch start = new CountDownLatch(2);
            Runnable seeding = () -> {
                start.countDown();
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (int i = 0; i < 500; i++) {
                    module.call(new SeedRandom(session.handle(), Bytes.utf8("a seed")));
                }
            };
            Thread one = Thread.ofPlatform().start(seeding);
            Thread two = Thread.ofPlatform().start(seeding);
            one.join();
            two.join();
        }
    }

    private static boolean isListening(Path sockets) throws Exception {
        if (!Files.exists(sockets)) {
            return false;
        }
        try (var files = Files.list(sockets)) {
            return files.anyMatch(file -> !file.getFileName().toString().startsWith("."));
        }
    }

    private Shell shell() {
        return new Shell(folder)
                .withPins()
                .with("XDG_RUNTIME_DIR", folder.resolve("run").toString());
    }

    private static String hex(String text) {
        return Bytes.utf8(text).hex();
    }
}
