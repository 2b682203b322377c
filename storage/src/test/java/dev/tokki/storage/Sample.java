package dev.tokki.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A store on disk with something of everything in it, and what must be found there.
///
/// @param folder where it lies
/// @param key opens it
/// @param states the tokens' states, by slot
/// @param contents what is in the objects, by identifier
record Sample(Path folder, StoreKey key, Map<Long, TokenState> states, Map<Long, String> contents) {
    static final byte[] SO_PIN = utf8("so-pin-of-the-sample");
    static final byte[] USER_PIN = utf8("user-pin-of-the-sample");
    static final String PUBLIC = "something public ";
    static final String PRIVATE = "something private ";
    static final String LABEL = "label of slot ";

    /// {@return a new sample that was closed in order}
    static Sample closed(Path folder) {
        Sample sample = begin(folder);
        sample.fill(0, 60).close();
        sample.fill(60, 120).close();
        return sample;
    }

    /// {@return a new sample as a killed process leaves it: some changes in the database, others only in the
    /// journal}
    static Sample killed(Path folder, Path scratch) throws IOException {
        Sample original = begin(scratch);
        original.fill(0, 60).close();
        try (TokenStore open = original.fill(60, 120)) {
            Sample copy = original.copyTo(folder);
            assertThat(open.tokens()).hasSize(2);
            return copy;
        }
    }

    /// {@return the same in another folder}
    Sample copyTo(Path other) throws IOException {
        Files.createDirectories(other);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, other.resolve(file.getFileName()));
            }
        }
        return new Sample(other, key, states, contents);
    }

    TokenStore open() {
        return Stores.open(folder, key, PinHardness.FAST);
    }

    /// Compares everything there is with what must be.
    void check(TokenStore store) {
        Map<Long, TokenState> foundStates = new TreeMap<>();
        Map<Long, String> foundContents = new TreeMap<>();
        for (StoredToken token : store.tokens()) {
            foundStates.put(token.slot(), token.state());
            try (MasterKey master = token.open(Role.USER, USER_PIN).orElseThrow()) {
                for (boolean isPrivate : new boolean[] {false, true}) {
                    token.unsealAll(isPrivate, master, (object, content) -> {
                        foundContents.put(object.id(), new String(content, StandardCharsets.UTF_8));
                        assertThat(token.unseal(object, master)).isEqualTo(content);
                    });
                }
            }
        }
        assertThat(foundStates).isEqualTo(states);
        assertThat(foundContents).isEqualTo(contents);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Sample begin(Path folder) {
        Sample sample = new Sample(folder, StoreKey.random(), new TreeMap<>(), new TreeMap<>());
        try (TokenStore store = Stores.create(folder, sample.key, PinHardness.FAST)) {
            for (long slot = 0; slot < 2; slot++) {
                TokenState state = new TokenState(LABEL + slot, "serial" + slot, 5, 0, 0);
                StoredToken token = store.initialise(slot, state, SO_PIN);
                try (MasterKey master = token.open(Role.SO, SO_PIN).orElseThrow()) {
                    token.setPin(Role.USER, USER_PIN, master);
                }
                sample.states.put(slot, state);
            }
        }
        return sample;
    }

    /// Adds objects, changes every fifth, removes every seventh, and counts wrong PINs.
    private TokenStore fill(int from, int to) {
        TokenStore store = open();
        for (StoredToken token : store.tokens()) {
            try (MasterKey master = token.open(Role.USER, USER_PIN).orElseThrow()) {
                for (int i = from; i < to; i++) {
                    add(token, i, master);
                }
            }
            TokenState state = token.state();
            TokenState counted = new TokenState(state.label(), state.serialNumber(), state.flags(), to, 0);
            token.update(counted, Durability.SYNCED);
            states.put(token.slot(), counted);
        }
        return store;
    }

    private void add(StoredToken token, int i, MasterKey master) {
        boolean isPrivate = i % 2 == 0;
        String text = (isPrivate ? PRIVATE : PUBLIC) + token.slot() + "/" + i;
        StoredObject object = token.insert(new NewObject(isPrivate, utf8(text.repeat(1 + i % 10))), master);
        Optional<String> last = Optional.of(text.repeat(1 + i % 10));
        if (i % 5 == 0) {
            object = token.update(object, new NewObject(isPrivate, utf8("new " + text)), master, Durability.COMMITTED);
            last = Optional.of("new " + text);
        }
        if (i % 7 == 0) {
            token.delete(object);
            last = Optional.empty();
        }
        long id = object.id();
        last.ifPresent(content -> contents.put(id, content));
    }
}
