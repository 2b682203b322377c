package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Template;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.call.Objects.FindObjectsFinal;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.call.Objects.GetObjectSize;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.emulator.token.TokenPolicy;
import dev.tokki.storage.PinHardness;
import dev.tokki.storage.StoreKey;
import dev.tokki.storage.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What applications share, what sessions share, and what a store keeps.
class SharingTest {
    private static final Bytes USER_PIN = Bytes.utf8(Bench.USER_PIN);
    private static final Bytes WRONG = Bytes.utf8("wrong");

    private final Bench bench = Bench.ready();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void applicationsShareTokenObjectsAndNoOthers() {
        long session = bench.openAsUser();
        create(bench, session, true, false);
        create(bench, session, false, false);
        Bench other = bench.another();
        assertThat(count(bench, session)).isEqualTo(2);
        assertThat(count(other, other.openReadOnly())).isEqualTo(1);
    }

    @Test
    void privateTokenObjectsAreSeenByApplicationsThatAreLoggedIn() {
        create(bench, bench.openAsUser(), true, true);
        Bench other = bench.another();
        long session = other.openReadOnly();
        assertThat(count(other, session)).isZero();
        other.ok(new Login(session, Cku.USER, USER_PIN));
        assertThat(count(other, session)).isEqualTo(1);
    }

    @Test
    void oneApplicationsLogoutLeavesTheOtherLoggedIn() {
        create(bench, bench.openAsUser(), true, true);
        Bench other = bench.another();
        long session = other.openAsUser();
        other.ok(new Logout(session));
        assertThat(count(other, session)).isZero();
        assertThat(count(bench, bench.openReadOnly())).isEqualTo(1);
    }

    @Test
    void aSessionObjectDiesWithItsSessionAndIsSeenByOthersUntilThen() {
        long first = bench.openAsUser();
        long second = bench.openReadOnly();
        long object = create(bench, first, false, false);
        bench.ok(new GetObjectSize(second, object));
        bench.ok(new CloseSession(first));
        bench.expect(Ckr.OBJECT_HANDLE_INVALID, new GetObjectSize(second, object));
    }

    @Test
    void logoutDestroysPrivateSessionObjectsAndInvalidatesPrivateHandles() {
        long session = bench.openAsUser();
        long sessionObject = create(bench, session, false, true);
        long tokenObject = create(bench, session, true, true);
        long publicObject = create(bench, session, true, false);
        bench.ok(new Logout(session));
        bench.ok(new Login(session, Cku.USER, USER_PIN));
        bench.expect(Ckr.OBJECT_HANDLE_INVALID, new GetObjectSize(session, sessionObject));
        bench.expect(Ckr.OBJECT_HANDLE_INVALID, new GetObjectSize(session, tokenObject));
        bench.ok(new GetObjectSize(session, publicObject));
        assertThat(count(bench, session)).isEqualTo(2);
    }

    @Test
    void aSearchOfPrivateObjectsEndsWithTheLogin() {
        long session = bench.openAsUser();
        bench.ok(new FindObjectsInit(session, Template.NULL));
        bench.ok(new Logout(session));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new FindObjects(session, Fill.of(1)));
    }

    @Test
    void aStoreOnDiskKeepsObjectsPinsAndWrongTries(@TempDir Path folder) {
        try (StoreKey key = StoreKey.random()) {
            TokenPolicy policy = TokenPolicy.standard().withTries(2, 2);
            TokenPlan plan = TokenPlan.ready("kept", Bench.SO_PIN, Bench.USER_PIN);
            try (Bench kept = Bench.on(Emulator.builder()
                    .store(Stores.create(folder, key, PinHardness.FAST))
                    .policy(policy)
                    .slot(4, plan)
                    .slot(0, plan)
                    .build())) {
                create(kept, kept.openAsUser(), true, true);
                Bench other = kept.another();
                other.expect(Ckr.PIN_INCORRECT, new Login(other.openReadOnly(), Cku.USER, WRONG));
            }
            try (Bench kept = Bench.on(Emulator.builder()
                    .store(Stores.open(folder, key, PinHardness.FAST))
                    .policy(policy)
                    .build())) {
                assertThat(kept.emulator().slots()).containsExactly(0, 4);
                assertThat(kept.tokenInfo().label()).isEqualTo("kept");
                assertThat(kept.tokenInfo().flags() & Ckf.USER_PIN_FINAL_TRY).isNotZero();
                assertThat(count(kept, kept.openAsUser())).isEqualTo(1);
                assertThat(kept.tokenInfo().flags() & Ckf.USER_PIN_FINAL_TRY).isZero();
            }
        }
    }

    private static long create(Bench bench, long session, boolean onToken, boolean isPrivate) {
        return bench.get(new CreateObject(
                session,
                Template.of(
                        Attribute.of(Cka.CLASS, Cko.DATA),
                        Attribute.of(Cka.TOKEN, onToken),
                        Attribute.of(Cka.PRIVATE, isPrivate))));
    }

    private static long count(Bench bench, long session) {
        bench.ok(new FindObjectsInit(session, Template.NULL));
        long found = bench.get(new FindObjects(session, Fill.of(100))).count();
        bench.ok(new FindObjectsFinal(session));
        return found;
    }
}
