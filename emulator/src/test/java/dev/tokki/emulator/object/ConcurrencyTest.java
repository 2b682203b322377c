package dev.tokki.emulator.object;

import static dev.tokki.emulator.object.Samples.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Template;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Several applications at once on one token.
class ConcurrencyTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 40;

    private static Template data(String label, boolean isPrivate) {
        return Template.of(
                Attribute.of(Cka.CLASS, Cko.DATA),
                Attribute.of(Cka.TOKEN, true),
                Attribute.of(Cka.PRIVATE, isPrivate),
                Attribute.of(Cka.LABEL, label));
    }

    private static Template labelled(String label) {
        return Template.of(Attribute.of(Cka.LABEL, label));
    }

    private static void together(List<Callable<Boolean>> tasks) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    @Test
    void anObjectThatIsBeingChangedIsNeverMissed() throws Exception {
        try (TestToken token = new TestToken()) {
            ApplicationObjects writer = token.user();
            ApplicationObjects reader = token.user();
            long handle = writer.create(USER, data("a", true));
            AtomicBoolean changing = new AtomicBoolean(true);
            together(List.of(
                    () -> {
                        for (int i = 0; i < ROUNDS * 5; i++) {
                            writer.set(USER, handle, labelled(i % 2 == 0 ? "b" : "a"));
                        }
                        changing.set(false);
                        return true;
                    },
                    () -> {
                        boolean isSeen = true;
                        while (changing.get()) {
                            isSeen &= reader.find(USER, Template.of(Attribute.of(Cka.CLASS, Cko.DATA))).length == 1;
                        }
                        return isSeen;
                    }));
            assertThat(reader.find(USER, labelled("a"))).hasSize(1);
            assertThat(reader.find(USER, labelled("b"))).isEmpty();
        }
    }

    @Test
    void everybodyFindsTheirOwnWhileOthersComeAndGo() throws Exception {
        try (TestToken token = new TestToken()) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String mine = "thread " + thread;
                tasks.add(() -> {
                    ApplicationObjects objects = token.connect();
                    boolean isRight = true;
                    for (int round = 0; round < ROUNDS; round++) {
                        token.login(objects);
                        long handle = objects.create(USER, data(mine, true));
                        long[] found = objects.find(USER, labelled(mine));
                        isRight &= found.length == 1 && found[0] == handle;
                        objects.loggedOut();
                        token.login(objects);
                        objects.destroy(USER, objects.find(USER, labelled(mine))[0]);
                        objects.loggedOut();
                    }
                    return isRight;
                });
            }
            together(tasks);
            assertThat(token.user().find(USER, Template.NULL)).isEmpty();
            assertThat(token.stored().objects()).isEmpty();
        }
    }
}
