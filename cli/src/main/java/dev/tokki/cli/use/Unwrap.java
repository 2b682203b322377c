package dev.tokki.cli.use;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Key;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.object.ObjectKind;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki unwrap`.
@Command(
        name = "unwrap",
        header = "Take a wrapped key into the token.",
        description = "Default mechanism: AES_KEY_WRAP_KWP with an AES key, RSA_PKCS_OAEP with an RSA key.")
public final class Unwrap implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Input input = new Input();

    @Mixin
    private final KeyUse use;

    @Option(
            names = "--type",
            required = true,
            paramLabel = "TYPE",
            description = "Type of the wrapped key: AES, GENERIC_SECRET, RSA, EC, …")
    private String type = "";

    @Option(names = "--private", description = "It is a private key; without this a secret key.")
    private boolean isPrivate;

    @Mixin
    private final NewKey newKey = new NewKey();

    /// @param surroundings where the wrapped key comes from
    public Unwrap(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.use = new KeyUse(surroundings);
    }

    @Override
    public Integer call() {
        byte[] wrapped = input.read(surroundings);
        ObjectKind kind = isPrivate ? ObjectKind.PRIVATE : ObjectKind.SECRET;
        long keyType = Names.CKK.value(type).orElseThrow(() -> new Usage("there is no key type " + type));
        try (KeyUse.Opened opened = use.open(ObjectKind.SECRET, ObjectKind.PRIVATE)) {
            Key with = opened.key();
            MechanismArgument argument = use.mechanism(with, UsualMechanism::wrap);
            with.unwrap(
                    argument.mechanism(),
                    wrapped,
                    newKey.template(
                            kind,
                            List.of(Attribute.of(Cka.CLASS, kind.objectClass()), Attribute.of(Cka.KEY_TYPE, keyType))));
            surroundings.out().println("unwrapped \"" + newKey.name() + "\", id " + newKey.id());
        }
        return ExitCode.DONE;
    }
}
