package dev.tokki.cli.use;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.fluent.Key;
import dev.tokki.cli.Encoding;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Place;
import dev.tokki.cli.PlaceConverter;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.object.Curve;
import dev.tokki.cli.object.EcdsaSignature;
import dev.tokki.cli.object.ObjectKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki verify`.
@Command(
        name = "verify",
        header = "Verify a signature with a public key, or a MAC with a secret key.",
        description = "Exit code 0: the signature is right. 1: it is not.")
public final class Verify implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Input input = new Input();

    @Mixin
    private final KeyUse use;

    @Option(
            names = {"-s", "--signature"},
            required = true,
            paramLabel = "FILE",
            description = "The signature; - for standard input.",
            converter = PlaceConverter.class)
    private Place signatureFile = Place.standard();

    @Option(
            names = "--signature-in",
            paramLabel = "FORM",
            defaultValue = "raw",
            description = "How it is written: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Encoding signatureEncoding = Encoding.RAW;

    @Option(names = "--der", description = "It is an ECDSA signature as X.509 and OpenSSL write it.")
    private boolean der;

    /// @param surroundings where data comes from
    public Verify(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.use = new KeyUse(surroundings);
    }

    @Override
    public Integer call() {
        byte[] data = input.read(surroundings);
        byte[] written = signatureEncoding.decode(signatureFile.read(surroundings));
        try (KeyUse.Opened opened = use.openWithoutAsking(ObjectKind.PUBLIC, ObjectKind.SECRET)) {
            Key key = opened.key();
            UsualMechanism how = use.signature(opened);
            byte[] signature = der ? EcdsaSignature.fromDer(written, length(key)) : written;
            boolean right = key.verify(how.argument().mechanism(), how.prepared(data), signature);
            surroundings.out().println(right ? "the signature is right" : "the signature is wrong");
            return right ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private static int length(Key key) {
        return Curve.of(key.bytes(Cka.EC_PARAMS))
                .map(Curve::orderLength)
                .orElseThrow(() -> new Usage("--der needs a key on a curve that is known"));
    }
}
