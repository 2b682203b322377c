package dev.tokki.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// `tokki serve` with a token in memory, in a process of its own, and the library that `tokki module` writes.
///
/// @param library the library
/// @param process the daemon
record FaceDaemon(Path library, OtherProcess process) {
    /// The label of the token that is served.
    static final String LABEL = "tokki";

    private static final String TOKKI = "dev.tokki.cli.Main";

    /// Starts it.
    ///
    /// @param folder where the socket and the library go
    static FaceDaemon start(Path folder, String soPin, String userPin) throws IOException {
        String socket = folder.resolve("socket").toString();
        Path library = folder.resolve("libtokki.so");
        OtherProcess.start(TOKKI, Map.of(), "module", "--memory", "--socket", socket, "--out", library.toString())
                .close();
        Map<String, String> pins = Map.of("TOKKI_SO_PIN", soPin, "TOKKI_PIN", userPin);
        return new FaceDaemon(library, OtherProcess.start(TOKKI, pins, "serve", "--memory", "--socket", socket));
    }
}
