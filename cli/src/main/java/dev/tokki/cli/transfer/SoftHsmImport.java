package dev.tokki.cli.transfer;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.softhsm.SoftHsmToken;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki import softhsm`.
@Command(
        name = "softhsm",
        header = "A token of SoftHSM 2, with all its objects.",
        description = {
            "Without --token or --slot a new token is made, with the same label and user PIN, and the SO PIN given;"
                    + " with them the objects join those of a token that is there.",
            "SoftHSM is not needed and nothing of its is changed. Keys were not made in the new token: CKA_LOCAL,"
                    + " CKA_ALWAYS_SENSITIVE and CKA_NEVER_EXTRACTABLE become false."
        })
final class SoftHsmImport implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FOLDER",
            description = "The folder of SoftHSM's token, or that of all tokens (/var/lib/softhsm/tokens).")
    private Path folder = Path.of("");

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            description = "Which of SoftHSM's tokens, if the folder has several.")
    private @Nullable String label;

    @Option(names = "--from-pin", paramLabel = "PIN", description = "The user's PIN in SoftHSM, if it is another one.")
    private @Nullable String fromPin;

    @Option(
            names = "--from-pin-file",
            paramLabel = "FILE",
            description = "A file whose first line is the user's PIN in SoftHSM.")
    private @Nullable Path fromPinFile;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    SoftHsmImport(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        SoftHsmToken from = chosen(SoftHsmToken.in(folder));
        String pin = fromPin == null && fromPinFile == null
                ? credentials.userPin(from.label())
                : credentials.other(fromPin, fromPinFile, "--from-pin-file", "TOKKI_PIN", "User PIN in SoftHSM");
        List<List<Attribute>> templates =
                from.objects(pin).stream().map(Creatable::of).toList();
        try (Connection connection = target.openForNewToken(surroundings)) {
            Token to = prepared(connection, from);
            try (Session session = to.openReadWrite()) {
                session.login(Cku.USER, credentials.userPin(to.info().label()));
                return new Making(session, surroundings).all(templates);
            }
        }
    }

    private SoftHsmToken chosen(List<SoftHsmToken> tokens) {
        List<SoftHsmToken> fitting = tokens.stream()
                .filter(token -> label == null || token.label().equals(label))
                .toList();
        if (fitting.size() != 1) {
            throw new Usage((fitting.isEmpty() ? "no token is labelled \"" + label + "\"" : "there are several tokens")
                    + ": name one with --label, or its own folder; present are "
                    + tokens.stream()
                            .map(token -> "\"" + token.label() + "\" (" + token.serialNumber() + ")")
                            .collect(Collectors.joining(", ")));
        }
        return fitting.getFirst();
    }

    /// {@return the token that the objects go to; initialised if it was not}
    private Token prepared(Connection connection, SoftHsmToken from) {
        Token token = connection.tokenToInitialise();
        if ((token.info().flags() & Ckf.TOKEN_INITIALIZED) != 0) {
            return token;
        }
        String soPin = credentials.newSoPin(from.label());
        token.initialise(soPin, from.label());
        Token initialised = connection.application().tokens().stream()
                .filter(one -> one.slot() == token.slot())
                .findFirst()
                .orElse(token);
        try (Session session = initialised.openReadWrite()) {
            session.login(Cku.SO, soPin).initPin(credentials.userPin(from.label()));
            session.logout();
        }
        surroundings.out().println("initialised \"" + from.label() + "\"");
        return initialised;
    }
}
