package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Template;
import dev.tokki.api.call.KeyManagement.DeriveKey;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.parameter.DerivationParameter;
import dev.tokki.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which profiles a token conforms to.
class ProfilesTest {
    @TempDir
    private Path folder;

    @Test
    void theEngineSaysWhichItConformsToAndWhyNotToTheOthers() {
        Shell shell = new Shell(folder).withPins();
        shell.run("token", "init", "--label", "demo");
        assertThat(shell.run("profiles").out().lines())
                .anySatisfy(line -> assertThat(line).matches("Baseline Provider +yes"))
                .anySatisfy(line -> assertThat(line).matches("Extended Provider +yes"))
                .anySatisfy(line -> assertThat(line).matches("Authentication Token +yes"))
                .anySatisfy(line -> assertThat(line).matches("HKDF TLS Token +yes"))
                .anySatisfy(line -> assertThat(line).matches("Public Certificates Token +no +that every .*"))
                .anySatisfy(line -> assertThat(line).matches("Complete Provider +no +does not offer CKM_.*"));
    }

    @Test
    void aLibraryOfTheOldVersionLacksFunctions() throws Exception {
        Path library = Path.of("/usr/lib/softhsm/libsofthsm2.so");
        assumeTrue(Files.exists(library), "skipped: SoftHSM is not installed (Debian's package softhsm2)");
        Path configuration = Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + Files.createDirectory(folder.resolve("tokens")) + "\n");
        Shell shell = new Shell(folder).withPins().with("SOFTHSM2_CONF", configuration.toString());
        assumeTrue(System.getenv("SOFTHSM2_CONF") == null, "skipped: SoftHSM is configured by the environment");
        assertThat(shell.run("profiles", "--module", library.toString()).out().lines())
                .noneSatisfy(line -> assertThat(line).matches("Extended Provider +yes"));
    }

    /// "A conformant provider SHALL not reject derive requests based on the pInfo value" for these two.
    @ParameterizedTest
    @ValueSource(strings = {"tls iv", "tls quic iv"})
    void vectorsOfTlsAreDerived(String label) {
        try (Emulator emulator = Emulator.inMemory("demo", "12345678", "1234");
                Application application = Application.initialise(emulator.connect());
                Session session = application.token(0).openReadWrite()) {
            session.login(Cku.USER, "1234");
            Key key = session.createKey(
                    Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                    Attribute.of(Cka.KEY_TYPE, Ckk.HKDF),
                    Attribute.of(Cka.DERIVE, true),
                    Attribute.of(Cka.VALUE, new byte[32]));
            byte[] info = Bytes.utf8("\0\f" + label + "\0").copy();
            Mechanism mechanism = Mechanism.of(
                    Ckm.HKDF_DATA,
                    new DerivationParameter.Hkdf(
                            false, true, Ckm.SHA256, Ckf.HKDF_SALT_NULL, Bytes.NULL, 0, Bytes.of(info)));
            assertThat(application
                            .module()
                            .call(new DeriveKey(
                                    session.handle(),
                                    mechanism,
                                    key.handle(),
                                    Template.of(Attribute.of(Cka.CLASS, Cko.DATA), Attribute.of(Cka.VALUE_LEN, 12))))
                            .rv()
                            .toString())
                    .isEqualTo("CKR_OK");
        }
    }
}
