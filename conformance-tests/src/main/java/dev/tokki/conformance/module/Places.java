package dev.tokki.conformance.module;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the libraries lie that the suite looks for.
enum Places {
    /// SoftHSM 2.
    SOFTHSM(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib64/pkcs11/libsofthsm2.so",
            "/usr/lib/pkcs11/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so",
            "/opt/homebrew/lib/softhsm/libsofthsm2.so"),
    /// NSS softoken.
    NSS(
            "/usr/lib/x86_64-linux-gnu/libsoftokn3.so",
            "/usr/lib/x86_64-linux-gnu/nss/libsoftokn3.so",
            "/usr/lib/aarch64-linux-gnu/libsoftokn3.so",
            "/usr/lib/aarch64-linux-gnu/nss/libsoftokn3.so",
            "/usr/lib64/libsoftokn3.so",
            "/usr/lib/libsoftokn3.so",
            "/opt/homebrew/lib/libsoftokn3.dylib");

    private final List<Path> places;

    Places(String... places) {
        this.places = List.of(places).stream().map(Path::of).toList();
    }

    /// {@return the first that is there}
    Optional<Path> found() {
        return places.stream().filter(Files::isReadable).findFirst();
    }

    /// {@return what to say if none is there}
    String absence() {
        return "not installed: none of " + places;
    }
}
