package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.conformance.ConformanceRun;
import dev.tokki.conformance.module.Expectations;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Modules;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.module.Stage;
import dev.tokki.conformance.module.TokenFacts;
import dev.tokki.conformance.result.RunResult;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import dev.tokki.server.NativeFace;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The whole suite on the engine through the generated native module: each call goes from Java's foreign functions
/// into machine code, over the socket into the daemon, and comes back the same way. Nothing may differ from the engine
/// called directly.
@Tag("slow")
class FaceConformanceTest {
    /// A native module in front of whatever application the test at hand has.
    private static final class Window implements AutoCloseable {
        private final AtomicReference<Cryptoki> behind = new AtomicReference<>();
        private final NativeFace face = NativeFace.of(() -> new Cryptoki() {
            @Override
            public <R> Reply<R> call(Call<R> call) {
                return behind.get().call(call);
            }

            @Override
            public void close() {}
        });
        private final NativeModule module = NativeModule.load(face.module(), Options.defaults());

        Cryptoki onto(Cryptoki application) {
            behind.set(application);
            return module;
        }

        @Override
        public void close() {
            face.close();
        }
    }

    /// A stage of the engine, seen through two windows.
    private record Seen(Stage engine, Window first, Window second) implements Stage {
        @Override
        public Cryptoki cryptoki() {
            return first.onto(engine.cryptoki());
        }

        @Override
        public Cryptoki otherApplication() {
            return second.onto(engine.otherApplication());
        }

        @Override
        public @Nullable InitializeArgs arguments() {
            return engine.arguments();
        }

        @Override
        public TokenFacts token() {
            return engine.token();
        }

        @Override
        public Set<Permission> permissions() {
            return engine.permissions();
        }

        @Override
        public void kill() {
            engine.kill();
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    private record Faced(ModuleUnderTest engine, Window first, Window second) implements ModuleUnderTest {
        @Override
        public String name() {
            return "engine-face";
        }

        @Override
        public String title() {
            return "Tokki, through its native module";
        }

        @Override
        public boolean held() {
            return true;
        }

        @Override
        public Expectations expectations() {
            return engine.expectations();
        }

        @Override
        public Stage stage() {
            return new Seen(engine.stage(), first, second);
        }

        @Override
        public void close() {
            engine.close();
            first.close();
            second.close();
        }
    }

    @Test
    void theEngineIsTheSameThroughTheNativeModule() {
        RunResult run = ConformanceRun.of(List.of(new Faced(Modules.engineInMemory(), new Window(), new Window())))
                .run();
        List<TestResult> results = run.modules().getFirst().results();
        assertThat(results).hasSizeGreaterThan(300);
        assertThat(results.stream()
                        .filter(TestResult::isUnexpected)
                        .map(result -> result.test() + ": " + result.verdict() + " " + result.detail()))
                .isEmpty();
    }
}
