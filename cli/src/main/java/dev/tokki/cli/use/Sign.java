package dev.tokki.cli.use;

import dev.tokki.api.fluent.Key;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.EcdsaSignature;
import dev.tokki.cli.object.ObjectKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki sign`.
@Command(name = "sign", header = "Sign data, or make a MAC of it, with a private or secret key.")
public final class Sign implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Input input = new Input();

    @Mixin
    private final KeyUse use;

    @Option(names = "--der", description = "Write an ECDSA signature as X.509 and OpenSSL do, not as PKCS#11 does.")
    private boolean der;

    @Mixin
    private final Output output = new Output();

    /// @param surroundings where data comes from and goes to
    public Sign(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.use = new KeyUse(surroundings);
    }

    @Override
    public Integer call() {
        byte[] data = input.read(surroundings);
        try (KeyUse.Opened opened = use.open(ObjectKind.PRIVATE, ObjectKind.SECRET)) {
            Key key = opened.key();
            UsualMechanism how = use.signature(opened);
            byte[] signature = key.sign(how.argument().mechanism(), how.prepared(data));
            output.writeShown(der ? EcdsaSignature.toDer(signature) : signature, surroundings);
        }
        return ExitCode.DONE;
    }
}
