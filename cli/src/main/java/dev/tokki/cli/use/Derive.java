package dev.tokki.cli.use;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.object.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki derive`.
@Command(
        name = "derive",
        header = "Make a secret key of another key.",
        description = "A Diffie-Hellman agreement: tokki derive -k mine --type AES --length 32 -m"
                + " ECDH1_DERIVE:kdf=CKD_NULL,publicData=@peer.point")
public final class Derive implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final KeyUse use;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "GENERIC_SECRET",
            description = "Type of the new key. Default: ${DEFAULT-VALUE}")
    private String type = "GENERIC_SECRET";

    @Option(names = "--length", paramLabel = "BYTES", description = "Its length, where the mechanism leaves it open.")
    private int length;

    @Mixin
    private final NewKey newKey = new NewKey();

    /// @param surroundings where to print
    public Derive(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.use = new KeyUse(surroundings);
    }

    @Override
    public Integer call() {
        MechanismArgument mechanism =
                use.mechanism("say with --mechanism how to derive; \"tokki mechanisms derive\" lists what there is");
        long keyType = Names.CKK.value(type).orElseThrow(() -> new Usage("there is no key type " + type));
        List<Attribute> made =
                new ArrayList<>(List.of(Attribute.of(Cka.CLASS, Cko.SECRET_KEY), Attribute.of(Cka.KEY_TYPE, keyType)));
        if (length > 0) {
            made.add(Attribute.of(Cka.VALUE_LEN, length));
        }
        try (KeyUse.Opened opened = use.open(ObjectKind.PRIVATE, ObjectKind.SECRET)) {
            opened.key().derive(mechanism.mechanism(), newKey.template(ObjectKind.SECRET, made));
            surroundings.out().println("derived \"" + newKey.name() + "\", id " + newKey.id());
        }
        return ExitCode.DONE;
    }
}
