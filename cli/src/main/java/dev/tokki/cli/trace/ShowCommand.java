package dev.tokki.cli.trace;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Place;
import dev.tokki.cli.PlaceConverter;
import dev.tokki.cli.Surroundings;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.json.JsonLines;
import dev.tokki.trace.text.SpyText;
import dev.tokki.trace.xml.XmlTranscript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki show`.
@Command(
        name = "show",
        header = "Show a transcript as text, or write it in another form.",
        description = "FILE is what \"tokki spy\" or \"tokki serve --trace\" wrote, XML as --format XML writes it, or a"
                + " log of OpenSC's pkcs11-spy, whose PINs are hidden.")
public final class ShowCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    /// The forms.
    enum Form {
        /// As pkcs11-spy would.
        TEXT,
        /// JSON lines.
        JSON,
        /// The XML representation of the OASIS PKCS#11 profiles.
        XML,
        /// A page that needs nothing but a browser.
        HTML
    }

    @Parameters(paramLabel = "FILE", description = "The transcript.")
    private Path file = Path.of("");

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Form form = Form.TEXT;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            converter = PlaceConverter.class,
            description = "Where to. Default: standard output.")
    private Place out = Place.standard();

    @Option(
            names = "--with-secrets-in-clear",
            description = "Show the PINs, key values, plaintexts and random output that a log of pkcs11-spy holds.")
    private boolean inClear;

    /// @param surroundings where to print
    public ShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Transcript transcript = TranscriptFile.read(file, inClear ? Secrets.KEPT_IN_CLEAR : Secrets.HIDDEN);
        out.write(written(transcript).getBytes(StandardCharsets.UTF_8), surroundings);
        return ExitCode.DONE;
    }

    private String written(Transcript transcript) {
        return switch (form) {
            case TEXT -> transcript.calls().stream().map(SpyText::of).collect(Collectors.joining());
            case XML -> XmlTranscript.write(transcript);
            case HTML -> TranscriptPage.html(transcript);
            case JSON ->
                Stream.concat(
                                Stream.of(JsonLines.header(transcript.about(), transcript.secrets())),
                                transcript.calls().stream().map(JsonLines::line))
                        .collect(Collectors.joining("\n", "", "\n"));
        };
    }
}
