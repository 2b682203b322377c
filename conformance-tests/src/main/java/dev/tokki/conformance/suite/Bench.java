package dev.tokki.conformance.suite;

import dev.tokki.api.Buffer;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.ULongs;
import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.conformance.module.Stage;
import dev.tokki.conformance.result.RecordedCall;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one test works on: a module as one application sees it, every call recorded, and the states that come about on
/// demand.
public final class Bench {
    private final Stage stage;
    private final Recorder recorder;
    private final Cryptoki module;
    private final int application;
    private @Nullable Token token;
    private @Nullable Bench other;

    /// @param stage the module, loaded and not initialised
    public Bench(Stage stage) {
        this(stage, new Recorder(), stage.cryptoki(), 1);
    }

    private Bench(Stage stage, Recorder recorder, Cryptoki module, int application) {
        this.stage = stage;
        this.recorder = recorder;
        this.module = module;
        this.application = application;
    }

    /// {@return the module's stage}
    public Stage stage() {
        return stage;
    }

    /// {@return the calls made so far, by both applications}
    public List<RecordedCall> calls() {
        return recorder.calls();
    }

    /// {@return the bench of a second application on the same module, not initialised yet}
    public Bench other() {
        Bench known = other;
        if (known == null) {
            known = new Bench(stage, recorder, stage.otherApplication(), 2);
            other = known;
        }
        return known;
    }

    /// {@return the prepared token; the module is initialised for it}
    public Token token() {
        Token known = token;
        if (known == null) {
            initialize();
            known = find();
            token = known;
        }
        return known;
    }

    /// Initialises the module as it wants to be.
    public void initialize() {
        perform(new Initialize(stage.arguments()));
    }

    /// {@return the prepared token in the slot where it is now, found by its label}
    public Token find() {
        return find(stage.token().label());
    }

    /// {@return the token with this label in the slot where it is now}
    public Token find(String label) {
        return slots(true).stream()
                .filter(slot -> set(new GetTokenInfo(slot)).label().equals(label))
                .map(slot -> new Token(this, slot))
                .findFirst()
                .orElseThrow(() -> new NotSupported("no token is labelled " + label));
    }

    /// {@return the slots}
    ///
    /// @param tokenPresent only those with a token
    public List<Long> slots(boolean tokenPresent) {
        long count = set(new GetSlotList(tokenPresent, Buffer.query())).count();
        ULongs slots = set(new GetSlotList(tokenPresent, Buffer.of(count)));
        return slots.stream().boxed().toList();
    }

    /// {@return the version of the standard that the module claims, initialised or not}
    public Version version() {
        return set(new GetInfo()).cryptokiVersion();
    }

    /// Makes a call; nothing is demanded of the reply.
    ///
    /// @throws ModuleCrashed if there is none
    public <R> Reply<R> call(Call<R> call) {
        return recorder.call(module, application, call);
    }

    /// Makes a call whose reply is held against what the test demands next.
    public <R> Answer<R> expect(Call<R> call) {
        return new Answer<>(Function.of(call), call(call));
    }

    /// {@return the outputs of a call that brings about the state that the test wants}
    public <R> R set(Call<R> call) {
        return arrange(() -> expect(call).value());
    }

    /// Makes a call without outputs that brings about the state that the test wants.
    public void perform(Call<Void> call) {
        arrange(() -> expect(call).succeeds());
    }

    /// {@return the result of steps that bring about the state that the test wants}
    ///
    /// @throws NotSupported if the module refuses: nothing can then be said about what the test is about
    public <T> T arrange(Supplier<T> steps) {
        try {
            return recorder.settingUp(steps);
        } catch (Deviation refusal) {
            throw new NotSupported("what the test needs could not be set up: " + refusal.getMessage(), refusal);
        }
    }
}
