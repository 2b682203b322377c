package dev.tokki.cli.use;

import dev.tokki.api.fluent.Key;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.object.ObjectKind;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tokki decrypt`.
@Command(
        name = "decrypt",
        header = "Decrypt data with a secret or private key.",
        description = "Without a word on the initialisation vector it is taken from the front of the data, where"
                + " \"tokki encrypt\" writes it.")
public final class Decrypt implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Input input = new Input();

    @Mixin
    private final KeyUse use;

    @Mixin
    private final Output output = new Output();

    /// @param surroundings where data comes from and goes to
    public Decrypt(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.use = new KeyUse(surroundings);
    }

    @Override
    public Integer call() {
        byte[] data = input.read(surroundings);
        try (KeyUse.Opened opened = use.open(ObjectKind.SECRET, ObjectKind.PRIVATE)) {
            Key key = opened.key();
            MechanismArgument argument = use.mechanism(key, UsualMechanism::cipher);
            int ivLength = argument.missingIv().orElse(0);
            if (data.length < ivLength) {
                throw new Usage("the data is shorter than the initialisation vector in front of it");
            }
            MechanismArgument complete = ivLength == 0 ? argument : argument.withIv(Arrays.copyOf(data, ivLength));
            byte[] ciphertext = Arrays.copyOfRange(data, ivLength, data.length);
            output.writePiped(key.decrypt(complete.mechanism(), ciphertext), surroundings);
        }
        return ExitCode.DONE;
    }
}
