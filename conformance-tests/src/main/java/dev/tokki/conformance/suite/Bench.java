package dev.tokki.conformance.suite;

import dev.tokki.api.Buffer;
import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.conformance.module.Stage;
import dev.tokki.conformance.result.RecordedCall;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one test works on: the module's stage, every call recorded, and the states that come about on demand.
public final class Bench {
    private final Stage stage;
    private final Recorder recorder = new Recorder();
    private @Nullable Token token;

    /// @param stage the module, loaded and not initialised
    public Bench(Stage stage) {
        this.stage = stage;
    }

    /// {@return the module's stage}
    public Stage stage() {
        return stage;
    }

    /// {@return the calls made so far}
    public List<RecordedCall> calls() {
        return recorder.calls();
    }

    /// {@return the prepared token; the module is initialised for it}
    public Token token() {
        Token known = token;
        if (known == null) {
            known = arrange(this::initializedToken);
            token = known;
        }
        return known;
    }

    /// Makes a call; nothing is demanded of the reply.
    ///
    /// @throws ModuleCrashed if there is none
    public <R> Reply<R> call(Call<R> call) {
        return recorder.call(stage.cryptoki(), call);
    }

    /// Makes a call whose reply is held against what the test demands next.
    public <R> Answer<R> expect(Call<R> call) {
        return new Answer<>(Function.of(call), recorder.call(stage.cryptoki(), call));
    }

    /// {@return the outputs of a call that brings about the state that the test wants}
    public <R> R set(Call<R> call) {
        return arrange(() -> expect(call).value());
    }

    /// Makes a call without outputs that brings about the state that the test wants.
    public void perform(Call<Void> call) {
        arrange(() -> expect(call).succeeds());
    }

    /// {@return the result of steps whose calls are recorded as set-up}
    public <T> T arrange(Supplier<T> steps) {
        return recorder.settingUp(steps);
    }

    private Token initializedToken() {
        expect(new Initialize(stage.arguments())).succeeds();
        long count = expect(new GetSlotList(true, Buffer.query())).value().count();
        ULongs slots = expect(new GetSlotList(true, Buffer.of(count))).value();
        return slots.stream()
                .filter(slot -> expect(new GetTokenInfo(slot))
                        .value()
                        .label()
                        .equals(stage.token().label()))
                .mapToObj(slot -> new Token(this, slot))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no token is labelled " + stage.token().label()));
    }
}
