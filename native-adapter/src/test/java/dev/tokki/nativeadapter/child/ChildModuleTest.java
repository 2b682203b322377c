package dev.tokki.nativeadapter.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.Info;
import dev.tokki.api.Out;
import dev.tokki.api.Reply;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.RandomNumbers.GenerateRandom;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.call.SlotsAndTokens.WaitForSlotEvent;
import dev.tokki.api.constant.Ckf;
import dev.tokki.nativeadapter.ModuleLoadException;
import dev.tokki.nativeadapter.Modules;
import dev.tokki.nativeadapter.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A module in a process of its own: it answers as it does in ours, and its crash is an exception.
final class ChildModuleTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void answersAsInThisProcess(@TempDir Path directory) {
        Options options = Modules.softHsm(directory);
        try (ChildModule module = ChildModule.start(Modules.SOFTHSM, options, LIMIT)) {
            assertThat(module.call(new GetInfo()).rv()).hasToString("CKR_CRYPTOKI_NOT_INITIALIZED");
            assertOk(module.call(new Initialize()));
            assertThat(module.call(new GetInfo()).outputs().manufacturer()).isEqualTo("SoftHSM");
            long slot = firstSlot(module);
            Bytes label = Bytes.utf8("in a child                      ");
            assertOk(module.call(new InitToken(slot, Bytes.utf8("12345678"), label)));
            long session = module.call(new OpenSession(firstSlot(module), Ckf.SERIAL_SESSION))
                    .outputs();
            assertThat(module.call(new GenerateRandom(session, Fill.of(1000)))
                            .outputs()
                            .length())
                    .isEqualTo(1000);
        }
    }

    @Test
    void twoChildrenAreTwoApplications(@TempDir Path directory) {
        Options options = Modules.softHsm(directory);
        try (ChildModule one = ChildModule.start(Modules.SOFTHSM, options, LIMIT);
                ChildModule other = ChildModule.start(Modules.SOFTHSM, options, LIMIT)) {
            assertOk(one.call(new Initialize()));
            assertThat(other.call(new GetInfo()).rv()).hasToString("CKR_CRYPTOKI_NOT_INITIALIZED");
            assertOk(other.call(new Initialize()));
        }
    }

    @Test
    void aSegmentationFaultIsAnExceptionThatSaysWhere() {
        try (ChildModule module = ChildModule.start(Modules.NSS, Modules.nss(), LIMIT)) {
            assertOk(module.call(new Initialize()));
            ModuleCrashedException crash = catchThrowableOfType(
                    ModuleCrashedException.class, () -> module.call(new GetInfo(Out.<Info>nullPointer())));
            assertThat(crash.function()).isEqualTo(Function.GET_INFO);
            assertThat(crash.signal()).contains("SIGSEGV");
            assertThat(crash.place()).get().asString().contains(".so");
            assertThat(crash).hasMessageStartingWith("C_GetInfo: ");
            assertThatThrownBy(() -> module.call(new GetInfo())).isInstanceOf(ModuleCrashedException.class);

            module.restart();
            assertOk(module.call(new Initialize()));
            assertOk(module.call(new GetInfo()));
        }
    }

    @Test
    void aKilledProcessIsAnExceptionThatNamesTheSignal() {
        try (ChildModule module = ChildModule.start(Modules.NSS, Modules.nss(), LIMIT)) {
            assertOk(module.call(new Initialize()));
            ProcessHandle.of(module.pid()).orElseThrow().destroyForcibly();
            ModuleCrashedException crash =
                    catchThrowableOfType(ModuleCrashedException.class, () -> module.call(new GetInfo()));
            assertThat(crash.signal()).contains("SIGKILL");
            assertThat(crash.isTimeout()).isFalse();
            assertThat(module.isCrashed()).isTrue();
        }
    }

    @Test
    void aStoppedProcessIsEndedAtTheTimeLimit() throws IOException, InterruptedException {
        try (ChildModule module = ChildModule.start(Modules.NSS, Modules.nss(), Duration.ofSeconds(2))) {
            assertOk(module.call(new Initialize()));
            new ProcessBuilder("kill", "-STOP", Long.toString(module.pid()))
                    .start()
                    .waitFor();
            ModuleCrashedException crash =
                    catchThrowableOfType(ModuleCrashedException.class, () -> module.call(new GetInfo()));
            assertThat(crash.isTimeout()).isTrue();
        }
    }

    @Test
    void threadsCallAtTheSameTime() throws Exception {
        try (ChildModule module = ChildModule.start(Modules.NSS, Modules.nss(), LIMIT);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            assertOk(module.call(new Initialize()));
            long slot = firstSlot(module);
            List<Future<Integer>> found = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> randomBytes(module, slot)))
                    .toList();
            for (Future<Integer> future : found) {
                assertThat(future.get()).isEqualTo(100 * 50);
            }
        }
    }

    @Test
    void whatIsNoModuleIsRefusedWithTheReason(@TempDir Path directory) throws IOException {
        Path text = Files.writeString(directory.resolve("text.so"), "this is no library");
        assertThatThrownBy(() -> ChildModule.start(text, Options.defaults(), LIMIT))
                .isInstanceOf(ModuleLoadException.class)
                .hasMessageStartingWith(text.toString());
    }

    @Test
    void afterCloseNothingIsAnswered() {
        ChildModule module = ChildModule.start(Modules.NSS, Modules.nss(), LIMIT);
        ProcessHandle process = ProcessHandle.of(module.pid()).orElseThrow();
        module.close();
        module.close();
        assertThat(process.isAlive()).isFalse();
        assertThatThrownBy(() -> module.call(new WaitForSlotEvent(Ckf.DONT_BLOCK)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static int randomBytes(ChildModule module, long slot) {
        long session = module.call(new OpenSession(slot, Ckf.SERIAL_SESSION)).outputs();
        int total = 0;
        for (int i = 0; i < 50; i++) {
            total += module.call(new GenerateRandom(session, Fill.of(100)))
                    .outputs()
                    .array()
                    .length;
        }
        return total;
    }

    private static long firstSlot(ChildModule module) {
        return module.call(new GetSlotList(true, Buffer.of(10))).outputs().toArray()[0];
    }

    private static void assertOk(Reply<?> reply) {
        assertThat(reply.rv()).hasToString("CKR_OK");
    }
}
