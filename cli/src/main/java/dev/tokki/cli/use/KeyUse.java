package dev.tokki.cli.use;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.object.ObjectKind;
import dev.tokki.cli.object.Selector;
import dev.tokki.cli.object.SelectorConverter;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that name a key and how to use it.
final class KeyUse {
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

    /// {@return the key among the classes given; it logs in again where the key wants that}
    Key key(Connection connection, Session session, Credentials credentials, ObjectKind... kinds) {
        Key found = key.key(session, kinds);
        boolean asksAgain =
                found.find(Cka.ALWAYS_AUTHENTICATE).orElse(Value.of(false)) instanceof Value.Bool(var yes) && yes;
        return asksAgain ? found.onceBegun(() -> connection.again(session, credentials)) : found;
    }

    /// {@return the mechanism that was named, or null}
    @Nullable
    MechanismArgument mechanism() {
        return mechanism;
    }
}
