package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Template;
import dev.tokki.api.call.Encryption;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.GetOperationState;
import dev.tokki.api.call.Sessions.SetOperationState;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.fluent.Token;
import dev.tokki.emulator.token.TokenPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// States of operations (sections 5.6.6 and 5.6.7) after the engine was closed and opened again.
class SavedStateTest {
    private static final Bytes FIRST = Bytes.utf8("the first part, ");
    private static final Bytes SECOND = Bytes.utf8("the second part.");
    private static final Mechanism HMAC = Mechanism.of(Ckm.SHA256_HMAC);

    @TempDir
    private Path folder;

    private Folders engines;

    @BeforeEach
    void describe() {
        engines = new Folders(folder, TokenPolicy.standard());
    }

    private static Template macKey(boolean onToken, int fill) {
        byte[] value = new byte[32];
        java.util.Arrays.fill(value, (byte) fill);
        return Template.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.TOKEN, onToken),
                Attribute.of(Cka.SIGN, true),
                Attribute.of(Cka.VALUE, value));
    }

    private static Bytes saved(Bench bench, long session, long key) {
        bench.ok(new Signing.SignInit(session, HMAC, key));
        bench.ok(new Signing.SignUpdate(session, FIRST));
        return Bytes.of(
                bench.get(new GetOperationState(session, Buffer.of(10_000))).array());
    }

    private static Bytes ended(Bench bench, long session) {
        bench.ok(new Signing.SignUpdate(session, SECOND));
        return Bytes.of(bench.get(new Signing.SignFinal(session, Buffer.of(32))).array());
    }

    @Test
    void aStateGoesOnAfterTheEngineWasOpenedAgainAndFindsItsKey() {
        Bytes state;
        Bytes mac;
        try (Bench bench = engines.start()) {
            long session = bench.openAsUser();
            state = saved(bench, session, bench.get(new CreateObject(session, macKey(true, 1))));
            mac = ended(bench, session);
        }
        try (Bench bench = engines.start()) {
            long session = bench.openAsUser();
            bench.ok(new SetOperationState(session, state, 0, 0));
            assertThat(ended(bench, session)).isEqualTo(mac);
        }
    }

    @Test
    void theKeyOfAClosedSessionIsNeededAndMustBeTheSame() {
        Bytes state;
        Bytes mac;
        try (Bench bench = engines.start()) {
            long session = bench.openAsUser();
            state = saved(bench, session, bench.get(new CreateObject(session, macKey(false, 1))));
            mac = ended(bench, session);
        }
        try (Bench bench = engines.start()) {
            long session = bench.openAsUser();
            bench.expect(Ckr.KEY_NEEDED, new SetOperationState(session, state, 0, 0));
            long other = bench.get(new CreateObject(session, macKey(false, 2)));
            bench.expect(Ckr.KEY_CHANGED, new SetOperationState(session, state, 0, other));
            long same = bench.get(new CreateObject(session, macKey(false, 1)));
            bench.expect(Ckr.KEY_NOT_NEEDED, new SetOperationState(session, state, same, same));
            bench.ok(new SetOperationState(session, state, 0, same));
            assertThat(ended(bench, session)).isEqualTo(mac);
        }
    }

    @Test
    void anotherTokenATokenInitialisedAnewAndAPublicSessionRefuseTheState() {
        Bytes state;
        try (Bench bench = engines.start()) {
            long session = bench.openAsUser();
            state = saved(bench, session, bench.get(new CreateObject(session, macKey(true, 1))));
        }
        try (Bench bench = engines.start()) {
            long session = bench.openReadWrite();
            bench.expect(Ckr.SAVED_STATE_INVALID, new SetOperationState(session, state, 0, 0));
            bench.ok(new CloseSession(session));
            bench.ok(new InitToken(0, Bytes.utf8(Bench.SO_PIN), Token.paddedLabel("anew")));
            long anew = bench.openReadWrite();
            bench.expect(Ckr.SAVED_STATE_INVALID, new SetOperationState(anew, state, 0, 0));
        }
        try (Bench other = Bench.ready()) {
            long session = other.openAsUser();
            bench(other, session, state);
        }
    }

    private static void bench(Bench other, long session, Bytes state) {
        other.expect(Ckr.SAVED_STATE_INVALID, new SetOperationState(session, state, 0, 0));
    }

    @Test
    void aStateDoesNotShowWhatItHolds() {
        try (Bench bench = engines.start()) {
            long session = bench.openAsUser();
            Bytes state = saved(bench, session, bench.get(new CreateObject(session, macKey(true, 1))));
            assertThat(state.hex()).doesNotContain(FIRST.hex());
        }
    }

    @Test
    void aCipherGoesOnAfterTheEngineWasOpenedAgain() {
        Bytes state;
        Bytes rest;
        Template aes = Template.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                Attribute.of(Cka.TOKEN, true),
                Attribute.of(Cka.ENCRYPT, true),
                Attribute.of(Cka.VALUE, new byte[16]));
        try (Bench bench = engines.start()) {
            long session = bench.openAsUser();
            long key = bench.get(new CreateObject(session, aes));
            bench.ok(new Encryption.EncryptInit(session, Mechanism.iv(Ckm.AES_CBC, new byte[16]), key));
            bench.ok(new Encryption.EncryptUpdate(session, FIRST, Buffer.of(32)));
            state = Bytes.of(
                    bench.get(new GetOperationState(session, Buffer.of(10_000))).array());
            rest = Bytes.of(bench.get(new Encryption.EncryptUpdate(session, SECOND, Buffer.of(32)))
                    .array());
        }
        try (Bench bench = engines.start()) {
            long session = bench.openAsUser();
            bench.ok(new SetOperationState(session, state, 0, 0));
            assertThat(Bytes.of(bench.get(new Encryption.EncryptUpdate(session, SECOND, Buffer.of(32)))
                            .array()))
                    .isEqualTo(rest);
        }
    }
}
