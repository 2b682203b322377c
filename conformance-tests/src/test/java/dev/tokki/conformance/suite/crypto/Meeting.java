package dev.tokki.conformance.suite.crypto;

import static java.util.stream.Collectors.toCollection;

import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.Token;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Modules;
import dev.tokki.conformance.module.Stage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/// The engine and a native module, side by side and each with somebody logged in.
final class Meeting implements AutoCloseable {
    private final Side engine;
    private final Side guest;

    Meeting(ModuleUnderTest guest) {
        this.engine = Side.of(Modules.engineInMemory());
        this.guest = Side.of(guest);
    }

    /// {@return the names of the mechanisms that both have}
    SortedSet<String> common() {
        SortedSet<String> names = engine.mechanisms();
        names.retainAll(guest.mechanisms());
        return names;
    }

    /// {@return whether the guest is of the version whose differences are known: another one may have others}
    boolean isKnown() {
        return Uncrossed.isKnown(
                guest.module().name(), guest.application().info().libraryVersion());
    }

    /// Does something in a new session with each: what a refusal leaves behind does not outlast it.
    void hold(Crossing crossing) {
        try (Session here = engine.token().openReadWrite();
                Session there = guest.token().openReadWrite()) {
            crossing.between(here, there);
        }
    }

    @Override
    public void close() {
        engine.close();
        guest.close();
    }

    /// One of the two.
    ///
    /// @param token of the module's tokens the one that can do most: NSS has a second for its database
    private record Side(ModuleUnderTest module, Stage stage, Application application, Token token, Session login) {
        static Side of(ModuleUnderTest module) {
            Stage stage = module.stage();
            Application application = Application.initialise(stage.cryptoki(), stage.arguments());
            Token token = application.tokens().stream()
                    .filter(each -> each.info().label().equals(stage.token().label()) || !needsLogin(each))
                    .max(Comparator.comparingInt(each -> each.mechanisms().length))
                    .orElseThrow();
            Session login = token.openReadWrite();
            if (needsLogin(token)) {
                login.login(Cku.USER, stage.token().userPin().text());
            }
            return new Side(module, stage, application, token, login);
        }

        private static boolean needsLogin(Token token) {
            return (token.info().flags() & Ckf.LOGIN_REQUIRED) != 0;
        }

        SortedSet<String> mechanisms() {
            return Arrays.stream(token.mechanisms()).mapToObj(Names.CKM::of).collect(toCollection(TreeSet::new));
        }

        void close() {
            login.close();
            application.close();
            stage.close();
            module.close();
        }
    }
}
