package dev.tokki.conformance.module;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.call.SlotsAndTokens.InitPIN;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The calls that bring a token into the state that tests want; a refusal ends them with an exception.
///
/// @param module the module
/// @param arguments what C_Initialize wants
/// @param token how the token is to be
record Preparation(Cryptoki module, @Nullable InitializeArgs arguments, TokenFacts token) {
    /// The token of every set-up that is ours to choose.
    static final TokenFacts USUAL =
            new TokenFacts("tokki conformance", Bytes.utf8("12345678"), Bytes.utf8("1234-user"));

    void initialize() {
        perform(new Initialize(arguments));
    }

    void finish() {
        perform(new Finalize());
    }

    /// Finalises the module if it is initialised.
    static void end(Cryptoki module) {
        var reply = module.call(new Finalize());
        if (!reply.isOk() && !reply.rv().is(Ckr.CRYPTOKI_NOT_INITIALIZED)) {
            throw new IllegalStateException("C_Finalize: " + reply.rv());
        }
    }

    LongStream slots() {
        long count = get(new GetSlotList(true, Buffer.query())).count();
        return get(new GetSlotList(true, Buffer.of(count))).stream();
    }

    /// {@return the first slot whose token was not initialised yet}
    Optional<Long> blank() {
        return slots().filter(slot -> (get(new GetTokenInfo(slot)).flags() & Ckf.TOKEN_INITIALIZED) == 0)
                .boxed()
                .findFirst();
    }

    /// {@return the slot of the token with the label}
    long slot() {
        return slots().filter(slot -> get(new GetTokenInfo(slot)).label().equals(token.label()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no token is labelled '" + token.label() + "'"));
    }

    void initToken(long slot) {
        perform(new InitToken(slot, token.soPin(), TokenFacts.padded(token.label())));
    }

    /// Sets the user's PIN with this PIN of the SO.
    void initPin(long slot, Bytes soPin) {
        long session = get(new OpenSession(slot, Ckf.SERIAL_SESSION | Ckf.RW_SESSION));
        perform(new Login(session, Cku.SO, soPin));
        perform(new InitPIN(session, token.userPin()));
    }

    private <R> R get(Call<R> call) {
        return module.call(call).orThrow(Function.of(call));
    }

    private void perform(Call<Void> call) {
        var reply = module.call(call);
        if (!reply.isOk()) {
            throw new IllegalStateException(Function.of(call) + ": " + reply.rv());
        }
    }
}
