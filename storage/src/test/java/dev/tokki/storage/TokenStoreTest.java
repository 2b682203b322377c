package dev.tokki.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.storage.StorageException.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every store does, wherever it lies.
class TokenStoreTest {
    static final TokenState STATE = new TokenState("label", "serial", 5, 0, 0);
    static final byte[] SO_PIN = utf8("12345678");
    static final byte[] USER_PIN = utf8("1234");

    @TempDir
    static Path folder;

    static Stream<Supplier<TokenStore>> stores() {
        return Stream.of(Stores::inMemory, TokenStoreTest::onDisk);
    }

    static TokenStore onDisk() {
        return Stores.create(folder.resolve(String.valueOf(System.nanoTime())), StoreKey.random(), PinHardness.FAST);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aTokenHasTheStateItWasGiven(Supplier<TokenStore> stores) {
        try (TokenStore store = stores.get()) {
            StoredToken token = store.initialise(7, STATE, SO_PIN);
            assertThat(token.slot()).isEqualTo(7);
            assertThat(token.state()).isEqualTo(STATE);
            assertThat(token.hasPin(Role.SO)).isTrue();
            assertThat(token.hasPin(Role.USER)).isFalse();
            assertThat(store.tokens()).extracting(StoredToken::slot).containsExactly(7L);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void eachRoleOpensWithItsOwnPinOnly(Supplier<TokenStore> stores) {
        try (TokenStore store = stores.get()) {
            StoredToken token = store.initialise(1, STATE, SO_PIN);
            assertThat(token.open(Role.USER, USER_PIN)).isEmpty();
            try (MasterKey key = token.open(Role.SO, SO_PIN).orElseThrow()) {
                token.setPin(Role.USER, USER_PIN, key);
            }
            assertThat(token.open(Role.USER, USER_PIN)).isPresent();
            assertThat(token.open(Role.USER, SO_PIN)).isEmpty();
            assertThat(token.open(Role.SO, USER_PIN)).isEmpty();
            assertThat(token.open(Role.SO, SO_PIN)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void contentComesBackAsItWasGiven(Supplier<TokenStore> stores) {
        try (TokenStore store = stores.get()) {
            StoredToken token = store.initialise(1, STATE, SO_PIN);
            MasterKey key = token.open(Role.SO, SO_PIN).orElseThrow();
            StoredObject open = token.insert(new NewObject(false, utf8("public")), null);
            StoredObject secret = token.insert(new NewObject(true, utf8("private")), key);
            assertThat(token.objects()).containsExactly(open, secret);
            assertThat(token.unseal(open, null)).asString().isEqualTo("public");
            assertThat(token.unseal(secret, key)).asString().isEqualTo("private");
            StoredObject changed = token.update(secret, new NewObject(true, utf8("new")), key, Durability.SYNCED);
            assertThat(token.unseal(changed, key)).asString().isEqualTo("new");
            List<String> read = new ArrayList<>();
            token.unsealAll(true, key, (object, content) -> read.add(new String(content, StandardCharsets.UTF_8)));
            assertThat(read).containsExactly("new");
            token.delete(open);
            token.delete(open);
            assertThat(token.objects()).containsExactly(changed);
            assertThatThrownBy(() -> token.unseal(open, null))
                    .isInstanceOfSatisfying(
                            StorageException.class, e -> assertThat(e.problem()).isEqualTo(Problem.GONE));
        }
    }

    @Test
    void everythingIsThereAfterOpeningAgain(@TempDir Path place) {
        StoreKey key = StoreKey.random();
        StoredObject object;
        try (TokenStore store = Stores.create(place, key, PinHardness.FAST)) {
            StoredToken token = store.initialise(3, STATE, SO_PIN);
            object = token.insert(
                    new NewObject(true, utf8("private")),
                    token.open(Role.SO, SO_PIN).orElseThrow());
        }
        try (TokenStore store = Stores.open(place, key, PinHardness.FAST)) {
            StoredToken token = store.tokens().getFirst();
            assertThat(token.state()).isEqualTo(STATE);
            assertThat(token.unseal(object, token.open(Role.SO, SO_PIN).orElseThrow()))
                    .asString()
                    .isEqualTo("private");
        }
    }
}
