package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.call.Sessions.CloseAllSessions;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.List;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/// Any sequence of opening, closing, logging in and out, in two applications on one token, does what a small model
/// says.
class SessionProperties {
    private static final int TRIES = 3;

    /// Two applications, each beside its model.
    static final class World implements AutoCloseable {
        private final Bench first = Bench.on(Emulator.builder()
                .policy(TokenPolicy.standard().withTries(TRIES, TRIES))
                .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN))
                .build());
        private final LoginModel.Tries tries = new LoginModel.Tries(TRIES);
        private final List<Bench> benches = List.of(first, first.another());
        private final List<LoginModel> models = List.of(new LoginModel(tries), new LoginModel(tries));

        void with(int application, BiConsumer<Bench, LoginModel> action) {
            action.accept(benches.get(application), models.get(application));
            for (int i = 0; i < benches.size(); i++) {
                check(benches.get(i), models.get(i));
            }
        }

        private static void check(Bench bench, LoginModel model) {
            model.sessions()
                    .keySet()
                    .forEach(handle -> assertThat(bench.state(handle)).isEqualTo(model.state(handle)));
            TokenInfo info = bench.tokenInfo();
            assertThat(info.sessionCount()).isEqualTo(model.sessions().size());
            assertThat(info.rwSessionCount())
                    .isEqualTo(model.sessions().values().stream()
                            .filter(readWrite -> readWrite)
                            .count());
        }

        @Override
        public void close() {
            first.close();
        }
    }

    @Property(tries = 200)
    void sessionsAndLoginsFollowTheModel(@ForAll("chains") ActionChain<World> chain) {
        chain.run().close();
    }

    @Provide
    Arbitrary<ActionChain<World>> chains() {
        return ActionChain.startWith(World::new)
                .withAction(3, independent(opening()))
                .withAction(2, independent(closing()))
                .withAction(1, independent(closingAll()))
                .withAction(4, independent(loggingIn()))
                .withAction(2, independent(loggingOut()))
                .withMaxTransformations(25);
    }

    private static Action.Independent<World> independent(Arbitrary<Transformer<World>> transformers) {
        return () -> transformers;
    }

    private static Arbitrary<Transformer<World>> opening() {
        return Combinators.combine(application(), Arbitraries.of(true, false))
                .as((application, readWrite) -> step(
                        (readWrite ? "open R/W in " : "open R/O in ") + application, application, (bench, model) -> {
                            long flags = Ckf.SERIAL_SESSION | (readWrite ? Ckf.RW_SESSION : 0);
                            long expected = model.open(readWrite);
                            var reply = bench.expect(expected, new OpenSession(0, flags));
                            if (expected == Ckr.OK) {
                                model.sessions().put(reply.outputs(), readWrite);
                            }
                        }));
    }

    private static Arbitrary<Transformer<World>> closing() {
        return Combinators.combine(application(), Arbitraries.integers().between(0, 9))
                .as((application, which) -> inSession(
                        "close",
                        application,
                        which,
                        (bench, model, handle) -> bench.expect(model.close(handle), new CloseSession(handle))));
    }

    private static Arbitrary<Transformer<World>> closingAll() {
        return application()
                .map(application -> step(
                        "close all of " + application,
                        application,
                        (bench, model) -> bench.expect(model.closeAll(), new CloseAllSessions(0))));
    }

    private static Arbitrary<Transformer<World>> loggingIn() {
        return Combinators.combine(
                        application(),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(Cku.SO, Cku.USER),
                        Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false)))
                .as((application, which, userType, right) -> inSession(
                        (right ? "right" : "wrong") + " login of " + userType,
                        application,
                        which,
                        (bench, model, handle) -> {
                            String pin = userType == Cku.SO ? Bench.SO_PIN : Bench.USER_PIN;
                            bench.expect(
                                    model.login(userType, right),
                                    new Login(handle, userType, Bytes.utf8(right ? pin : "wrong")));
                        }));
    }

    private static Arbitrary<Transformer<World>> loggingOut() {
        return Combinators.combine(application(), Arbitraries.integers().between(0, 9))
                .as((application, which) -> inSession(
                        "logout",
                        application,
                        which,
                        (bench, model, handle) -> bench.expect(model.logout(), new Logout(handle))));
    }

    private static Arbitrary<Integer> application() {
        return Arbitraries.of(0, 1);
    }

    private interface InSession {
        void act(Bench bench, LoginModel model, long handle);
    }

    /// {@return a step in one of the open sessions; without one, in a session that is none}
    private static Transformer<World> inSession(String what, int application, int which, InSession action) {
        return step(what + " in session " + which + " of " + application, application, (bench, model) -> {
            List<Long> open = List.copyOf(model.sessions().keySet());
            if (open.isEmpty()) {
                bench.expect(Ckr.SESSION_HANDLE_INVALID, new Logout(0));
            } else {
                action.act(bench, model, open.get(which % open.size()));
            }
        });
    }

    private static Transformer<World> step(String what, int application, BiConsumer<Bench, LoginModel> action) {
        return Transformer.mutate(what, world -> world.with(application, action));
    }
}
