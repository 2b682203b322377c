package dev.tokki.cli.target;

import dev.tokki.cli.Surroundings;
import java.nio.file.Path;

/// Where the engine's store lies if nobody says otherwise.
public final class StorePlace {
    private StorePlace() {}

    /// {@return `tokki/store` in the user's data folder, by the XDG base directory rules}
    public static Path usual(Surroundings surroundings) {
        Path home = Path.of(surroundings.variable("HOME").orElseGet(() -> System.getProperty("user.home")));
        return surroundings
                .variable("XDG_DATA_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home.resolve(".local").resolve("share"))
                .resolve("tokki")
                .resolve("store");
    }
}
