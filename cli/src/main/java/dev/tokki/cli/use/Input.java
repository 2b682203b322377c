package dev.tokki.cli.use;

import dev.tokki.cli.Encoding;
import dev.tokki.cli.Place;
import dev.tokki.cli.PlaceConverter;
import dev.tokki.cli.Surroundings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Where the data comes from, and how it is written down.
final class Input {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "-",
            description = "The data; - (the default) for standard input.",
            converter = PlaceConverter.class)
    private Place file = Place.standard();

    @Option(
            names = "--in",
            paramLabel = "FORM",
            defaultValue = "raw",
            description = "How it is written: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Encoding encoding = Encoding.RAW;

    byte[] read(Surroundings surroundings) {
        return encoding.decode(file.read(surroundings));
    }
}
