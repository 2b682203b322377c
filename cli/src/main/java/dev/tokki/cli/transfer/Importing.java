package dev.tokki.cli.transfer;

import dev.tokki.api.Attribute;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.Imported;
import dev.tokki.cli.object.Naming;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Passphrase;
import dev.tokki.cli.target.Target;
import java.util.List;
import picocli.CommandLine.Mixin;

/// The options of every command that makes objects of a file's contents, and what it does when the file is read.
final class Importing {
    private final Surroundings surroundings;

    @Mixin
    private final Naming naming = new Naming();

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    @Mixin
    private final Passphrase passphrase;

    Importing(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
        this.passphrase = new Passphrase(credentials);
    }

    /// {@return the label that was given, or another}
    String labelOr(String other) {
        return naming.labelOr(other);
    }

    /// {@return the file's passphrase}
    char[] passphrase(String file) {
        return passphrase.of(file);
    }

    /// Makes the objects, in the token that is meant.
    ///
    /// @return the exit code
    int all(List<Imported> contents) {
        List<List<Attribute>> templates = naming.templates(contents);
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUser(credentials)) {
            return new Making(session, surroundings).all(templates);
        }
    }
}
