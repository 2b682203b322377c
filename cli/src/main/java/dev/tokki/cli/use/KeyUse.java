package dev.tokki.cli.use;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.object.ObjectKind;
import dev.tokki.cli.object.Selector;
import dev.tokki.cli.object.SelectorConverter;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of a command that does something with one key: which token, who logs in, which key, which mechanism.
final class KeyUse {
    private final Surroundings surroundings;

    @Option(
            names = {"-k", "--key"},
            required = true,
            paramLabel = "KEY",
            description = "The key: its label, id:HEX or uid:TEXT.",
            converter = SelectorConverter.class)
    private Selector key = Selector.of("");

    @Option(
            names = {"-m", "--mechanism"},
            paramLabel = "NAME[:member=value,…]",
            description = "The mechanism; members of its parameter are named as \"tokki explain CKM_…\" does, bytes are"
                    + " hexadecimal or @FILE. Default: what suits the key (RSA: SHA256_RSA_PKCS and RSA_PKCS_OAEP;"
                    + " EC: ECDSA_SHA256; Ed25519: EDDSA; AES: AES_GCM and AES_CMAC; other secrets: SHA256_HMAC).",
            converter = MechanismConverter.class)
    private @Nullable MechanismArgument mechanism;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    /// @param surroundings the person who is asked for PINs
    KeyUse(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    /// A token opened with the key found.
    ///
    /// @param connection the module
    /// @param session the session that sees the key
    /// @param key the key; it logs in again for each use where it wants that
    record Opened(Connection connection, Session session, Key key) implements AutoCloseable {
        @Override
        public void close() {
            try (connection) {
                session.close();
            }
        }
    }

    /// {@return the token with the key among the classes given, the user logged in}
    Opened open(ObjectKind... kinds) {
        return open(connection -> connection.asUser(credentials), kinds);
    }

    /// {@return the token with the key among the classes given, the user logged in if a PIN was given}
    Opened openWithoutAsking(ObjectKind... kinds) {
        return open(connection -> connection.asUserIfGiven(credentials), kinds);
    }

    /// {@return the mechanism that was named, or the one that suits the key}
    MechanismArgument mechanism(Key with, Function<Key, MechanismArgument> usual) {
        return mechanism == null ? usual.apply(with) : mechanism;
    }

    /// {@return the mechanism that was named}
    ///
    /// @param missing what to say if none was
    MechanismArgument mechanism(String missing) {
        if (mechanism == null) {
            throw new Usage(missing);
        }
        return mechanism;
    }

    /// {@return the signature mechanism that was named, or the one that suits the key}
    UsualMechanism signature(Opened opened) {
        return mechanism == null
                ? UsualMechanism.signature(opened.key(), opened.connection().token())
                : new UsualMechanism(mechanism, false);
    }

    private Opened open(Function<Connection, Session> login, ObjectKind... kinds) {
        Connection connection = target.open(surroundings);
        try {
            Session session = login.apply(connection);
            return new Opened(connection, session, key(connection, session, kinds));
        } catch (RuntimeException e) {
            try (connection) {
                throw e;
            }
        }
    }

    private Key key(Connection connection, Session session, ObjectKind... kinds) {
        Key found = key.key(session, kinds);
        boolean asksAgain =
                found.find(Cka.ALWAYS_AUTHENTICATE).orElse(Value.of(false)) instanceof Value.Bool(var yes) && yes;
        return asksAgain ? found.onceBegun(() -> connection.again(session, credentials)) : found;
    }
}
