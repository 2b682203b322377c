package dev.tokki.cli.use;

import dev.tokki.cli.Encoding;
import dev.tokki.cli.Place;
import dev.tokki.cli.PlaceConverter;
import dev.tokki.cli.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say where a result goes, and how it is written down.
final class Output {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where the result goes; - (the default) for standard output.",
            converter = PlaceConverter.class)
    private @Nullable Place out;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            description = "How it is written: ${COMPLETION-CANDIDATES}. Default: raw into a file; on standard output"
                    + " hex, but raw for what is encrypted or decrypted.")
    private @Nullable Encoding encoding;

    /// Writes what people look at: in hexadecimal on standard output.
    void writeShown(byte[] result, Surroundings surroundings) {
        write(result, Encoding.HEX, surroundings);
    }

    /// Writes what goes on to another program: as it is.
    void writePiped(byte[] result, Surroundings surroundings) {
        write(result, Encoding.RAW, surroundings);
    }

    private void write(byte[] result, Encoding onStandardOutput, Surroundings surroundings) {
        Encoding usual = out == null || out.equals(Place.standard()) ? onStandardOutput : Encoding.RAW;
        (out == null ? Place.standard() : out)
                .write((encoding == null ? usual : encoding).encode(result), surroundings);
    }
}
