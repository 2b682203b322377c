package dev.tokki.cli.use;

import dev.tokki.api.fluent.Key;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.ObjectKind;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tokki encrypt`.
@Command(
        name = "encrypt",
        header = "Encrypt data with a secret or public key.",
        description = "Without a word on the initialisation vector the token makes a random one, which is written in"
                + " front of the ciphertext; \"tokki decrypt\" takes it from there.")
public final class Encrypt implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Input input = new Input();

    @Mixin
    private final KeyUse use;

    @Mixin
    private final Output output = new Output();

    /// @param surroundings where data comes from and goes to
    public Encrypt(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.use = new KeyUse(surroundings);
    }

    @Override
    public Integer call() {
        byte[] data = input.read(surroundings);
        try (KeyUse.Opened opened = use.open(ObjectKind.SECRET, ObjectKind.PUBLIC)) {
            Key key = opened.key();
            MechanismArgument argument = use.mechanism(key, UsualMechanism::cipher);
            byte[] iv = argument.missingIv().isPresent()
                    ? opened.session().random(argument.missingIv().getAsInt())
                    : new byte[0];
            MechanismArgument complete = iv.length == 0 ? argument : argument.withIv(iv);
            byte[] ciphertext = key.encrypt(complete.mechanism(), data);
            byte[] result = Arrays.copyOf(iv, iv.length + ciphertext.length);
            System.arraycopy(ciphertext, 0, result, iv.length, ciphertext.length);
            output.writePiped(result, surroundings);
        }
        return ExitCode.DONE;
    }
}
