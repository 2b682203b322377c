package dev.tokki.server.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// What the tests run, and the package of Debian's it is in.
enum Tool {
    PKCS11_TOOL("bin/pkcs11-tool", "opensc"),
    P11TOOL("bin/p11tool", "gnutls-bin"),
    CERTTOOL("bin/certtool", "gnutls-bin"),
    OPENSSL("bin/openssl", "openssl"),
    OPENSSL_ENGINE("lib/*/engines-3/pkcs11.so", "libengine-pkcs11-openssl"),
    OPENSSL_PROVIDER("lib/*/ossl-modules/pkcs11.so", "pkcs11-provider"),
    CERTUTIL("bin/certutil", "libnss3-tools"),
    MODUTIL("bin/modutil", "libnss3-tools"),
    SSH_KEYGEN("bin/ssh-keygen", "openssh-client"),
    SSH_AGENT("bin/ssh-agent", "openssh-client"),
    P11_KIT("bin/p11-kit", "p11-kit"),
    P11_KIT_PROXY("lib/*/p11-kit-proxy.so", "p11-kit-modules"),
    P11_KIT_CLIENT("lib/*/pkcs11/p11-kit-client.so", "p11-kit-modules"),
    GO("bin/go", "golang-go"),
    GCC("bin/gcc", "gcc"),
    MIEKG("share/gocode/src/github.com/miekg/pkcs11/pkcs11.go", "golang-github-miekg-pkcs11-dev"),
    CRYPTO11(
            "share/gocode/src/github.com/ThalesIgnite/crypto11/crypto11.go", "golang-github-thalesignite-crypto11-dev"),
    PYKCS11("lib/python3/dist-packages/PyKCS11/__init__.py", "python3-pykcs11"),
    DEFAULT_JDK("bin/javac", "default-jdk-headless"),
    CURL("bin/curl", "curl");

    private static final Path USR = Path.of("/usr");

    private final String place;
    private final String debianPackage;

    /// @param place the file that shows that it is there, below `/usr`; `*` stands for one folder of any name
    Tool(String place, String debianPackage) {
        this.place = place;
        this.debianPackage = debianPackage;
    }

    /// Skips the test, and says why, unless all tools are there.
    static void require(Tool... tools) {
        for (Tool tool : tools) {
            assumeTrue(
                    tool.found().isPresent(),
                    () -> "skipped: " + tool + " is not installed (Debian's package " + tool.debianPackage + ")");
        }
    }

    /// {@return its file}
    String path() {
        return found().orElseThrow().toString();
    }

    /// {@return the package's name and version; nothing if it is not installed}
    Optional<String> version() {
        try {
            Process process = new ProcessBuilder("dpkg-query", "-W", "-f", "${Package} ${Version}\n", debianPackage)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return line.lines().findFirst().filter(found -> found.contains(" "));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String debianPackage() {
        return debianPackage;
    }

    private Optional<Path> found() {
        int star = place.indexOf("*/");
        if (star < 0) {
            return Optional.of(USR.resolve(place)).filter(Files::exists);
        }
        try (Stream<Path> folders = Files.list(USR.resolve(place.substring(0, star)))) {
            return folders.map(folder -> folder.resolve(place.substring(star + 2)))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// {@return the packages' names, each once}
    static Stream<String> packages() {
        return Arrays.stream(values()).map(Tool::debianPackage).distinct();
    }
}
