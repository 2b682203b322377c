package dev.tokki.api.fluent;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Info;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.call.GeneralPurpose;
import dev.tokki.api.call.SlotsAndTokens;
import dev.tokki.api.constant.Ckf;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application that has initialised a module (sections 5.4.1 and 5.4.2); closing it finalises the module.
public final class Application implements AutoCloseable {
    private final Caller caller;

    private Application(Caller caller) {
        this.caller = caller;
    }

    /// Initialises a module for use by several threads.
    ///
    /// @throws dev.tokki.api.CryptokiException if the module refuses
    public static Application initialise(Cryptoki module) {
        return initialise(module, InitializeArgs.flags(Ckf.OS_LOCKING_OK));
    }

    /// Initialises a module.
    ///
    /// @param args the arguments of C_Initialize; null for NULL_PTR
    /// @throws dev.tokki.api.CryptokiException if the module refuses
    public static Application initialise(Cryptoki module, @Nullable InitializeArgs args) {
        Caller caller = new Caller(module);
        caller.run(new GeneralPurpose.Initialize(args));
        return new Application(caller);
    }

    /// {@return the module}
    public Cryptoki module() {
        return caller.cryptoki();
    }

    /// {@return what the module tells about itself}
    public Info info() {
        return caller.get(new GeneralPurpose.GetInfo());
    }

    /// {@return the numbers of all slots, with a token or without}
    public long[] slots() {
        return caller.list(room -> new SlotsAndTokens.GetSlotList(false, room));
    }

    /// {@return the tokens present}
    public List<Token> tokens() {
        return Arrays.stream(caller.list(room -> new SlotsAndTokens.GetSlotList(true, room)))
                .mapToObj(this::token)
                .toList();
    }

    /// {@return the token in a slot; nothing is asked yet}
    public Token token(long slot) {
        return new Token(caller, slot);
    }

    /// {@return the token with a label}
    ///
    /// @throws IllegalArgumentException if there is none, or more than one
    public Token token(String label) {
        List<Token> found = tokens().stream()
                .filter(token -> token.info().label().equals(label))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("%d tokens are labelled \"%s\"; present are %s"
                    .formatted(
                            found.size(),
                            label,
                            tokens().stream().map(token -> token.info().label()).toList()));
        }
        return found.get(0);
    }

    /// Finalises the module (C_Finalize).
    @Override
    public void close() {
        caller.run(new GeneralPurpose.Finalize());
    }
}
