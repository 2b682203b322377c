package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.fluent.Session;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.storage.PinHardness;
import dev.tokki.storage.StoreKey;
import dev.tokki.storage.Stores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No index of a stateful signature is ever used twice (section 6.54.5, NIST SP 800-208).
class StatefulKeysTest {
    private static final Mechanism HSS = Mechanism.of(Ckm.HSS);
    private static final byte[] MESSAGE = new byte[20];
    private static final String PIN = "1234";

    @Test
    void everySignatureTakesTheNextIndexUntilTheKeyIsExhausted() {
        try (Emulator emulator = Emulator.inMemory("hss", "12345678", PIN);
                Application application = Application.initialise(emulator.connect())) {
            Pair pair = pair(session(application), false);
            List<Integer> indices = new ArrayList<>();
            for (long left = 32; left > 0; left--) {
                assertThat(pair.privateKey().ulong(Cka.HSS_KEYS_REMAINING)).isEqualTo(left);
                byte[] signature = pair.privateKey().sign(HSS, MESSAGE);
                assertThat(pair.publicKey().verify(HSS, MESSAGE, signature)).isTrue();
                indices.add(index(signature));
            }
            assertThat(indices).doesNotHaveDuplicates().hasSize(32);
            assertThat(pair.privateKey().ulong(Cka.HSS_KEYS_REMAINING)).isZero();
            assertThatThrownBy(() -> pair.privateKey().sign(HSS, MESSAGE)).hasMessageContaining("CKR_KEY_EXHAUSTED");
        }
    }

    @Test
    @Tag("slow")
    void aProcessKilledBetweenSignaturesNeverUsesAnIndexAgain(@TempDir Path folder) throws Exception {
        byte[] digits = new byte[32];
        new SecureRandom().nextBytes(digits);
        String hex = HexFormat.of().formatHex(digits);
        try (StoreKey key = StoreKey.ofHex(hex)) {
            Path place = folder.resolve("store");
            try (Emulator emulator = Emulator.builder()
                            .store(Stores.create(place, key, PinHardness.FAST))
                            .slot(0, TokenPlan.ready("hss", "12345678", PIN))
                            .build();
                    Application application = Application.initialise(emulator.connect())) {
                pair(session(application), true);
            }
            List<Integer> indices = new ArrayList<>();
            for (int round = 1; round <= 3; round++) {
                indices.addAll(killedAfter(3 * round, place, hex));
            }
            assertThat(indices).hasSizeGreaterThanOrEqualTo(18).doesNotHaveDuplicates();
        }
    }

    private static List<Integer> killedAfter(int signatures, Path place, String hex)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SigningUntilKilled.class.getName(),
                        place.toString(),
                        hex)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Integer> indices = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                indices.add(Integer.parseInt(line));
                if (indices.size() == signatures) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        return indices;
    }

    /// Signs, and says each index once the signature is there, until it is killed.
    static final class SigningUntilKilled {
        private SigningUntilKilled() {}

        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            StoreKey key = StoreKey.ofHex(arguments[1]);
            Emulator emulator = Emulator.builder()
                    .store(Stores.open(Path.of(arguments[0]), key, PinHardness.FAST))
                    .build();
            Key hss = session(Application.initialise(emulator.connect())).key(Cko.PRIVATE_KEY, "hss");
            while (hss.ulong(Cka.HSS_KEYS_REMAINING) > 0) {
                out.println(index(hss.sign(HSS, MESSAGE)));
            }
        }
    }

    private static Session session(Application application) {
        return application.token(0).openReadWrite().login(Cku.USER, PIN);
    }

    private static Pair pair(Session session, boolean onToken) {
        return session.generateKeyPair(
                Mechanism.of(Ckm.HSS_KEY_PAIR_GEN),
                List.of(Attribute.of(Cka.VERIFY, true)),
                List.of(
                        Attribute.of(Cka.TOKEN, onToken),
                        Attribute.of(Cka.LABEL, "hss"),
                        Attribute.of(Cka.SIGN, true),
                        Attribute.of(Cka.HSS_LEVELS, 1L),
                        new Attribute(Cka.HSS_LMS_TYPES, new Value.ULongArray(List.of(5L))),
                        new Attribute(Cka.HSS_LMOTS_TYPES, new Value.ULongArray(List.of(4L)))));
    }

    /// {@return _q_ of the bottom tree's signature: after the number of levels above it, none here}
    private static int index(byte[] signature) {
        return ByteBuffer.wrap(signature, 4, 4).getInt();
    }
}
