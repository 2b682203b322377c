package dev.tokki.cli.use;

import dev.tokki.api.fluent.Key;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.ObjectKind;
import dev.tokki.cli.object.Selector;
import dev.tokki.cli.object.SelectorConverter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tokki wrap`.
@Command(
        name = "wrap",
        header = "Let an extractable key out of the token, encrypted with another key.",
        description = "Default mechanism: AES_KEY_WRAP_KWP with an AES key, RSA_PKCS_OAEP with an RSA key.")
public final class Wrap implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "OBJECT",
            description = "The key to let out: its label, id:HEX or uid:TEXT.",
            converter = SelectorConverter.class)
    private Selector wrapped = Selector.of("");

    @Mixin
    private final KeyUse use;

    @Mixin
    private final Output output = new Output();

    /// @param surroundings where the wrapped key goes
    public Wrap(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.use = new KeyUse(surroundings);
    }

    @Override
    public Integer call() {
        try (KeyUse.Opened opened = use.open(ObjectKind.SECRET, ObjectKind.PUBLIC)) {
            Key with = opened.key();
            Key key = wrapped.key(opened.session(), ObjectKind.SECRET, ObjectKind.PRIVATE);
            MechanismArgument argument = use.mechanism(with, UsualMechanism::wrap);
            output.writeShown(with.wrap(argument.mechanism(), key), surroundings);
        }
        return ExitCode.DONE;
    }
}
