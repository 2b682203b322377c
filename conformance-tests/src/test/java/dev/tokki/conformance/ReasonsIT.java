package dev.tokki.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Secret;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.text.Secrecy;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Modules;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.module.Stage;
import dev.tokki.conformance.module.TokenFacts;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every refusal that the suite provokes on the engine explains itself, and neither it nor the call as text
/// tells a secret.
class ReasonsIT {
    private static final int SHORTEST_PIN = 4;
    private static final int SHORTEST_SECRET = 8;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Set<String> kinds = ConcurrentHashMap.newKeySet();

    @Test
    void everyRefusalHasAReasonThatTellsNoSecret() {
        ConformanceRun.of(List.of(new Watched(Modules.engineInMemory(), this::look)))
                .run();
        assertThat(faults.stream().distinct().limit(20)).isEmpty();
        assertThat(refusals).hasValueGreaterThan(1000);
        assertThat(kinds).hasSizeGreaterThan(150);
    }

    private void look(Call<?> call, Reply<?> reply) {
        List<String> told = new ArrayList<>(List.of(call.toString(), reply.toString()));
        if (!reply.rv().is(Ckr.OK)) {
            refusals.incrementAndGet();
            kinds.add(Function.of(call) + " " + reply.rv());
            reply.why()
                    .ifPresentOrElse(
                            reason -> told.add(text(call, reply, reason)), () -> fault(call, reply, "no reason"));
        }
        for (String secret : secrets(call)) {
            for (String text : told) {
                if (text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT))) {
                    fault(call, reply, "tells the secret " + secret);
                }
            }
        }
    }

    private String text(Call<?> call, Reply<?> reply, Reason reason) {
        if (reason.subject().isBlank()
                || reason.rule().isBlank()
                || reason.remedy().isBlank()) {
            fault(call, reply, "a part of the reason is empty");
        }
        if (!reason.section().matches("[2-6](\\.\\d+)*")) {
            fault(call, reply, "\"" + reason.section() + "\" is no section");
        }
        return reason.toString();
    }

    private void fault(Call<?> call, Reply<?> reply, String what) {
        faults.add(Function.of(call) + " " + reply.rv() + ": " + what);
    }

    /// {@return what the call holds that nobody may be told: PINs as text, everything secret as hexadecimal
    /// digits}
    private static List<String> secrets(Call<?> call) {
        List<String> secrets = new ArrayList<>();
        for (RecordComponent component : call.getClass().getRecordComponents()) {
            Object value = value(call, component);
            if (component.isAnnotationPresent(Secret.class) && value instanceof Bytes bytes && !bytes.isNull()) {
                boolean isPin = component.getName().toLowerCase(Locale.ROOT).contains("pin");
                if (isPin && bytes.length() >= SHORTEST_PIN) {
                    secrets.add(bytes.text());
                }
                addHex(bytes, secrets);
            } else if (value instanceof Template template && !template.isNull()) {
                template.attributes().stream()
                        .filter(attribute ->
                                Secrecy.covers(attribute.type(), Secrecy.objectClass(template.attributes())))
                        .map(Attribute::value)
                        .filter(Value.Raw.class::isInstance)
                        .map(raw -> ((Value.Raw) raw).bytes())
                        .filter(bytes -> !bytes.isNull())
                        .forEach(bytes -> addHex(bytes, secrets));
            }
        }
        return secrets;
    }

    /// Not what anything might hold by chance: a short value, one byte over and over.
    private static void addHex(Bytes bytes, List<String> secrets) {
        boolean isVaried = Bytes.of(bytes.array()).hex().chars().distinct().count() > 2;
        if (bytes.length() >= SHORTEST_SECRET && isVaried) {
            secrets.add(bytes.hex());
        }
    }

    private static @Nullable Object value(Call<?> call, RecordComponent component) {
        try {
            return component.getAccessor().invoke(call);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A module whose calls and replies somebody sees.
    private record Watched(ModuleUnderTest module, BiConsumer<Call<?>, Reply<?>> watcher) implements ModuleUnderTest {
        @Override
        public String name() {
            return module.name();
        }

        @Override
        public String title() {
            return module.title();
        }

        @Override
        public Stage stage() {
            return new WatchedStage(module.stage(), watcher);
        }

        @Override
        public void close() {
            module.close();
        }
    }

    /// A stage whose calls and replies somebody sees.
    private record WatchedStage(Stage stage, BiConsumer<Call<?>, Reply<?>> watcher) implements Stage {
        @Override
        public Cryptoki cryptoki() {
            return new WatchedCryptoki(stage.cryptoki(), watcher);
        }

        @Override
        public Cryptoki otherApplication() {
            return new WatchedCryptoki(stage.otherApplication(), watcher);
        }

        @Override
        public @Nullable InitializeArgs arguments() {
            return stage.arguments();
        }

        @Override
        public TokenFacts token() {
            return stage.token();
        }

        @Override
        public Set<Permission> permissions() {
            return stage.permissions();
        }

        @Override
        public void kill() {
            stage.kill();
        }

        @Override
        public void close() {
            stage.close();
        }
    }

    /// Calls and replies, seen.
    private record WatchedCryptoki(Cryptoki cryptoki, BiConsumer<Call<?>, Reply<?>> watcher) implements Cryptoki {
        @Override
        public <R> Reply<R> call(Call<R> call) {
            Reply<R> reply = cryptoki.call(call);
            watcher.accept(call, reply);
            return reply;
        }

        @Override
        public void close() {
            cryptoki.close();
        }
    }
}
