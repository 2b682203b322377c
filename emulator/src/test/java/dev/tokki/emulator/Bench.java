package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Token;

/// One application on an emulator, and what tests say about it.
final class Bench implements AutoCloseable {
    static final String SO_PIN = "12345678";
    static final String USER_PIN = "1234";

    private final Emulator emulator;
    private final Cryptoki module;
    private final Application application;

    private Bench(Emulator emulator) {
        this.emulator = emulator;
        this.module = emulator.connect();
        this.application = Application.initialise(module, null);
    }

    /// {@return an application on a token of its own, in slot 0}
    static Bench ready() {
        return on(Emulator.inMemory("test", SO_PIN, USER_PIN));
    }

    static Bench on(Emulator emulator) {
        return new Bench(emulator);
    }

    Emulator emulator() {
        return emulator;
    }

    Cryptoki module() {
        return module;
    }

    /// {@return another application on the same emulator}
    Bench another() {
        return new Bench(emulator);
    }

    /// {@return the token in slot 0, as the fluent face shows it}
    Token token() {
        return application.token(0);
    }

    long openReadOnly() {
        return get(new OpenSession(0, Ckf.SERIAL_SESSION));
    }

    long openReadWrite() {
        return get(new OpenSession(0, Ckf.SERIAL_SESSION | Ckf.RW_SESSION));
    }

    /// {@return a read/write session with the user logged in}
    long openAsUser() {
        long session = openReadWrite();
        ok(new Login(session, Cku.USER, Bytes.utf8(USER_PIN)));
        return session;
    }

    long state(long session) {
        return get(new GetSessionInfo(session)).state();
    }

    TokenInfo tokenInfo() {
        return get(new GetTokenInfo(0));
    }

    /// {@return the outputs of a call that must succeed}
    <R> R get(Call<R> call) {
        return module.call(call).orThrow(Function.of(call));
    }

    void ok(Call<?> call) {
        expect(Ckr.OK, call);
    }

    /// {@return the reply of a call that must return a value, and give a reason if that is not `CKR_OK`}
    <R> Reply<R> expect(long ckr, Call<R> call) {
        Reply<R> reply = module.call(call);
        assertThat(reply.rv().toString()).as(() -> call + ": " + reply.why()).isEqualTo(Names.CKR.of(ckr));
        assertThat(reply.why().isPresent()).as("reason of " + reply.rv()).isEqualTo(ckr != Ckr.OK);
        return reply;
    }

    @Override
    public void close() {
        emulator.close();
    }
}
