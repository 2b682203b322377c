package dev.tokki.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Whatever is done to a store in whatever order, it holds what a map would hold.
class StoreModelProperties {
    /// One thing done to the token in slot 0 or 1. An object is named by its place among those there are.
    sealed interface Deed {
        record Insert(int slot, boolean isPrivate, Bytes content) implements Deed {}

        record InsertPair(int slot, Bytes first, Bytes second) implements Deed {}

        record Update(int slot, int place, boolean isPrivate, Bytes content, boolean synced) implements Deed {}

        record Delete(int slot, int place) implements Deed {}

        record State(int slot, int failed) implements Deed {}

        record Pin(int slot, String pin) implements Deed {}

        /// All of a change is done or, when it throws in the end, nothing.
        record Together(int slot, Bytes content, boolean fails) implements Deed {}

        record Initialise(int slot, String soPin) implements Deed {}

        record Reopen(boolean inOrder) implements Deed {}
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void inMemory(@ForAll("deeds") List<Deed> deeds) {
        try (TokenStore store = Stores.inMemory()) {
            Model model = new Model(store);
            deeds.stream().filter(deed -> !(deed instanceof Deed.Reopen)).forEach(model::perform);
            model.check();
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void onDisk(@ForAll("deeds") List<Deed> deeds) throws IOException {
        Path folder = Files.createTempDirectory("tokki-model");
        StoreKey key = StoreKey.random();
        Model model = new Model(Stores.create(folder.resolve("a"), key, PinHardness.FAST));
        int moves = 0;
        try {
            for (Deed deed : deeds) {
                if (deed instanceof Deed.Reopen(boolean inOrder)) {
                    Path now = folder.resolve("a".repeat(moves + 1));
                    if (inOrder) {
                        model.store.close();
                    } else {
                        // As a killed process leaves it: the files as they are.
                        now = folder.resolve("a".repeat(++moves + 1));
                        copy(folder.resolve("a".repeat(moves)), now);
                        model.store.close();
                    }
                    model.store = Stores.open(now, key, PinHardness.FAST);
                    model.check();
                } else {
                    model.perform(deed);
                }
            }
            model.check();
        } finally {
            model.store.close();
            delete(folder);
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Integer> slot = Arbitraries.integers().between(0, 1);
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 20);
        Arbitrary<Bytes> content =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Bytes::of);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<String> pin = Arbitraries.strings().ofMinLength(1).ofMaxLength(12);
        return Arbitraries.<Deed>frequencyOf(
                        Tuple.of(6, Combinators.combine(slot, flag, content).as(Deed.Insert::new)),
                        Tuple.of(2, Combinators.combine(slot, content, content).as(Deed.InsertPair::new)),
                        Tuple.of(
                                4,
                                Combinators.combine(slot, place, flag, content, flag)
                                        .as(Deed.Update::new)),
                        Tuple.of(3, Combinators.combine(slot, place).as(Deed.Delete::new)),
                        Tuple.of(1, Combinators.combine(slot, place).as(Deed.State::new)),
                        Tuple.of(1, Combinators.combine(slot, pin).as(Deed.Pin::new)),
                        Tuple.of(2, Combinators.combine(slot, content, flag).as(Deed.Together::new)),
                        Tuple.of(1, Combinators.combine(slot, pin).as(Deed.Initialise::new)),
                        Tuple.of(2, flag.map(Deed.Reopen::new)))
                .list()
                .ofMaxSize(40);
    }

    /// What should be there.
    private static final class Model {
        private record Held(boolean isPrivate, Bytes content) {}

        private static final class Expected {
            TokenState state = new TokenState("label", "serial", 1, 0, 0);
            String soPin = "";
            Optional<String> userPin = Optional.empty();
            final Map<Long, Held> objects = new TreeMap<>();
        }

        TokenStore store;
        private final Map<Long, Expected> tokens = new TreeMap<>();

        Model(TokenStore store) {
            this.store = store;
        }

        void perform(Deed deed) {
            switch (deed) {
                case Deed.Initialise(int slot, String soPin) -> {
                    Expected fresh = new Expected();
                    fresh.soPin = soPin;
                    store.initialise(slot, fresh.state, Sample.utf8(soPin));
                    tokens.put((long) slot, fresh);
                }
                case Deed.Insert(int slot, boolean isPrivate, Bytes content) ->
                    at(slot, (token, expected, master) -> {
                        StoredObject object = token.insert(new NewObject(isPrivate, content.array()), master);
                        expected.objects.put(object.id(), new Held(isPrivate, content));
                    });
                case Deed.InsertPair(int slot, Bytes first, Bytes second) ->
                    at(slot, (token, expected, master) -> {
                        List<StoredObject> pair = token.insertAll(
                                List.of(new NewObject(false, first.array()), new NewObject(true, second.array())),
                                master);
                        expected.objects.put(pair.get(0).id(), new Held(false, first));
                        expected.objects.put(pair.get(1).id(), new Held(true, second));
                    });
                case Deed.Update(int slot, int place, boolean isPrivate, Bytes content, boolean synced) ->
                    at(
                            slot,
                            (token, expected, master) -> pick(token, place).ifPresent(object -> {
                                Durability durability = synced ? Durability.SYNCED : Durability.COMMITTED;
                                StoredObject updated = token.update(
                                        object, new NewObject(isPrivate, content.array()), master, durability);
                                assertThat(updated.version()).isGreaterThan(object.version());
                                expected.objects.put(object.id(), new Held(isPrivate, content));
                            }));
                case Deed.Delete(int slot, int place) ->
                    at(
                            slot,
                            (token, expected, master) -> pick(token, place).ifPresent(object -> {
                                token.delete(object);
                                expected.objects.remove(object.id());
                            }));
                case Deed.State(int slot, int failed) ->
                    at(slot, (token, expected, master) -> {
                        expected.state = new TokenState("label " + failed, "serial", 9, failed, 0);
                        token.update(expected.state, Durability.SYNCED);
                    });
                case Deed.Pin(int slot, String pin) ->
                    at(slot, (token, expected, master) -> {
                        token.setPin(Role.USER, Sample.utf8(pin), master);
                        expected.userPin = Optional.of(pin);
                    });
                case Deed.Together(int slot, Bytes content, boolean fails) ->
                    at(slot, (token, expected, master) -> together(token, expected, master, content, fails));
                case Deed.Reopen reopen -> throw new AssertionError("done by the property");
            }
        }

        private static void together(
                StoredToken token, Expected expected, MasterKey master, Bytes content, boolean fails) {
            TokenState state = new TokenState("together", "serial", 2, 0, 0);
            List<StoredObject> stored = new ArrayList<>();
            Optional<StoredObject> gone = pick(token, 0);
            Consumer<Change> steps = change -> {
                stored.add(change.insert(new NewObject(true, content.array()), master));
                gone.ifPresent(change::delete);
                change.state(state);
                if (fails) {
                    throw new IllegalStateException("changed my mind");
                }
            };
            try {
                token.change(Durability.COMMITTED, steps);
                assertThat(fails).isFalse();
                expected.state = state;
                expected.objects.put(stored.getFirst().id(), new Held(true, content));
                gone.ifPresent(object -> expected.objects.remove(object.id()));
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("changed my mind");
            }
        }

        /// Compares everything.
        void check() {
            assertThat(store.tokens()).extracting(StoredToken::slot).isEqualTo(List.copyOf(tokens.keySet()));
            for (int slot = 0; slot < 2; slot++) {
                at(slot, (token, expected, master) -> {
                    assertThat(token.state()).isEqualTo(expected.state);
                    assertThat(token.hasPin(Role.USER)).isEqualTo(expected.userPin.isPresent());
                    expected.userPin.ifPresent(pin ->
                            assertThat(token.open(Role.USER, Sample.utf8(pin))).isPresent());
                    assertThat(token.open(Role.SO, Sample.utf8(expected.soPin + "x")))
                            .isEmpty();
                    assertThat(token.objects())
                            .extracting(StoredObject::id)
                            .isEqualTo(List.copyOf(expected.objects.keySet()));
                    for (StoredObject object : token.objects()) {
                        Held held = Optional.ofNullable(expected.objects.get(object.id()))
                                .orElseThrow();
                        assertThat(object.isPrivate()).isEqualTo(held.isPrivate());
                        assertThat(Bytes.of(token.unseal(object, master))).isEqualTo(held.content());
                    }
                });
            }
        }

        private interface Act {
            void on(StoredToken token, Expected expected, MasterKey master);
        }

        private void at(long slot, Act act) {
            Expected expected = tokens.get(slot);
            if (expected == null) {
                return;
            }
            StoredToken token = store.tokens().stream()
                    .filter(found -> found.slot() == slot)
                    .findFirst()
                    .orElseThrow();
            try (MasterKey master =
                    token.open(Role.SO, Sample.utf8(expected.soPin)).orElseThrow()) {
                act.on(token, expected, master);
            }
        }

        private static Optional<StoredObject> pick(StoredToken token, int place) {
            List<StoredObject> objects = token.objects();
            return objects.isEmpty() ? Optional.empty() : Optional.of(objects.get(place % objects.size()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
