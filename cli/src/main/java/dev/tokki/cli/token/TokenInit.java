package dev.tokki.cli.token;

import dev.tokki.api.TokenInfo;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.OfferOptions;
import dev.tokki.cli.target.Target;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.offer.Offer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki token init`.
@Command(
        name = "init",
        header = "Initialise a token: its label, the SO's PIN and, if one is given, the user's PIN.",
        description = {
            "On Tokki's engine a new token takes a free slot, and the store is made if there is none. With --slot or"
                    + " --token a token is initialised anew: all its objects are destroyed, so that --force is needed,"
                    + " and the SO's present PIN."
        })
final class TokenInit implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--label", required = true, paramLabel = "LABEL", description = "At most 32 bytes of UTF-8.")
    private String label = "";

    @Option(names = "--force", description = "Initialise a token that is initialised already; its objects are lost.")
    private boolean force;

    @Mixin
    private final OfferOptions offer = new OfferOptions();

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    TokenInit(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        checkLabel();
        Offer told = offer.on(Offer.everything());
        try (Connection connection = target.openForNewToken(surroundings)) {
            Token token = connection.tokenToInitialise();
            boolean again = has(token.info(), Ckf.TOKEN_INITIALIZED);
            if (again && !force) {
                throw new Usage("\"" + token.info().label() + "\" in slot " + Long.toUnsignedString(token.slot())
                        + " is initialised already; --force initialises it anew and destroys its objects");
            }
            if (offer.isGiven()) {
                check(connection.engine(), told);
            }
            String soPin = again ? credentials.soPin(token.info().label()) : credentials.newSoPin(label);
            token.initialise(soPin, label);
            Token initialised = find(connection.application(), token);
            String pins = "set the user's PIN with \"tokki token pin set\"";
            if (credentials.canHaveUserPin()) {
                setUserPin(initialised, soPin);
                pins = "SO and user PIN are set";
            }
            if (offer.isGiven()) {
                connection.engine().tell(initialised.slot(), soPin, told);
            }
            surroundings.out().println("initialised \"" + label + "\"; " + pins);
        }
        return ExitCode.DONE;
    }

    private static void check(Emulator engine, Offer told) {
        try {
            engine.check(told);
        } catch (IllegalArgumentException e) {
            throw new Usage(String.valueOf(e.getMessage()));
        }
    }

    private void setUserPin(Token token, String soPin) {
        String userPin = credentials.newUserPin(label);
        try (Session session = token.openReadWrite()) {
            session.login(Cku.SO, soPin).initPin(userPin);
            session.logout();
        }
    }

    /// The token's slot may have another number now: SoftHSM gives it a new one.
    private Token find(Application application, Token before) {
        return application.tokens().stream()
                .filter(token -> isFresh(token.info()))
                .min((a, b) -> Boolean.compare(b.slot() == before.slot(), a.slot() == before.slot()))
                .orElse(before);
    }

    private boolean isFresh(TokenInfo info) {
        return has(info, Ckf.TOKEN_INITIALIZED)
                && !has(info, Ckf.USER_PIN_INITIALIZED)
                && info.label().equals(label);
    }

    private void checkLabel() {
        try {
            Token.paddedLabel(label);
        } catch (IllegalArgumentException e) {
            throw new Usage(String.valueOf(e.getMessage()));
        }
    }

    private static boolean has(TokenInfo info, long flag) {
        return (info.flags() & flag) != 0;
    }
}
