package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// p11-kit: the module as one of those that every program on the machine gets, and through p11-kit's own server.
class P11KitIT {
    @TempDir
    private static Path folder;

    private static Desk desk;

    @BeforeAll
    static void makeKeys() {
        Tool.require(Tool.P11_KIT, Tool.P11_KIT_PROXY, Tool.PKCS11_TOOL);
        desk = new Desk(folder);
        desk.write("data", "attack at dawn");
        for (String[] kind : new String[][] {{"01", "rsa:2048"}, {"02", "EC:secp256r1"}}) {
            desk.ok(
                    "pkcs11-tool",
                    "--module",
                    desk.module(),
                    "--login",
                    "--pin",
                    Desk.PIN,
                    "--keypairgen",
                    "--key-type",
                    kind[1],
                    "--id",
                    kind[0]);
        }
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    /// p11-kit ignores the configuration in root's home; root gets a folder of its own mounted in place of the
    /// machine's, for the command alone.
    @Test
    void aModuleThatIsConfiguredIsListedAndReachedThroughTheProxy() throws IOException {
        Path modules = Files.createDirectories(desk.file(".config/pkcs11/modules"));
        Files.writeString(modules.resolve("tokki.module"), "module: " + desk.module() + "\n");
        String inPlace = "";
        if (desk.ok("id", "-u").out().strip().equals("0")) {
            Path place = Path.of("/usr/share/p11-kit/modules");
            assumeTrue(Files.isDirectory(place), () -> "skipped: there is no folder " + place);
            assumeTrue(
                    desk.run("unshare", "-m", "true").code() == 0,
                    "skipped: root may not mount here, and p11-kit ignores the configuration in root's home");
            inPlace = "mount --bind " + modules + " " + place + " && ";
        }
        String listing = shell(inPlace + "p11-kit list-modules");
        assertThat(listing).contains("tokki: " + desk.module(), "token: test");
        assertThat(shell(inPlace + "pkcs11-tool --module " + Tool.P11_KIT_PROXY.path()
                        + " --token-label test --login --pin " + Desk.PIN
                        + " --sign --mechanism ECDSA-SHA256 --id 02 -i data -o sig"))
                .contains("ECDSA-SHA256");
        assertThat(desk.read("sig")).hasSize(64);
    }

    /// Its protocol passes on only the mechanisms that it knows; `CKM_ECDSA_SHA256` is none of them.
    @Test
    void theTokenIsReachedThroughTheServerOfP11Kit() {
        Tool.require(Tool.P11_KIT_CLIENT);
        Path socket = desk.file("p11-kit");
        String command =
                "p11-kit server --provider " + desk.module() + " -n " + socket + " pkcs11:token=test > env; . ./env; "
                        + "pkcs11-tool --module " + Tool.P11_KIT_CLIENT.path() + " --login --pin " + Desk.PIN
                        + " --sign --mechanism SHA256-RSA-PKCS --id 01 -i data -o sig2; code=$?; p11-kit server -k; exit $code";
        desk.with("XDG_RUNTIME_DIR", desk.file("").toString());
        desk.ok("sh", "-c", command);
        assertThat(desk.read("sig2")).hasSize(256);
    }

    private static String shell(String command) {
        return command.startsWith("mount")
                ? desk.ok("unshare", "-m", "sh", "-c", command).all()
                : desk.ok("sh", "-c", command).all();
    }
}
