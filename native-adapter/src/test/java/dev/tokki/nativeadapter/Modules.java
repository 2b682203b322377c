package dev.tokki.nativeadapter;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The modules that the tests run on, where this machine has them.
public final class Modules {
    public static final Path SOFTHSM = found(
            "SoftHSM 2",
            List.of(
                    "/usr/lib/softhsm/libsofthsm2.so",
                    "/usr/lib64/pkcs11/libsofthsm2.so",
                    "/usr/local/lib/softhsm/libsofthsm2.so",
                    "/opt/homebrew/lib/softhsm/libsofthsm2.so"));
    public static final Path NSS = found(
            "NSS softoken",
            List.of(
                    "/usr/lib/x86_64-linux-gnu/libsoftokn3.so",
                    "/usr/lib/aarch64-linux-gnu/libsoftokn3.so",
                    "/usr/lib64/libsoftokn3.so"));

    private Modules() {}

    private static Path found(String name, List<String> places) {
        return places.stream().map(Path::of).filter(Files::exists).findFirst().orElse(Path.of("no " + name));
    }

    /// {@return options for SoftHSM with an empty token directory}
    public static Options softHsm(Path directory) {
        assumeTrue(Files.exists(SOFTHSM), "SoftHSM 2 is not installed: skipped");
        Path configuration = directory.resolve("softhsm2.conf");
        Path tokens = directory.resolve("tokens");
        try {
            Files.createDirectories(tokens);
            Files.writeString(configuration, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Options.defaults().environment(Map.of("SOFTHSM2_CONF", configuration.toString()));
    }

    /// {@return options for NSS without any database}
    public static Options nss() {
        assumeTrue(Files.exists(NSS), "NSS softoken is not installed: skipped");
        return Options.defaults()
                .reserved("configdir='' certPrefix='' keyPrefix='' secmod=''"
                        + " flags=noCertDB,noModDB,readOnly,optimizeSpace");
    }
}
