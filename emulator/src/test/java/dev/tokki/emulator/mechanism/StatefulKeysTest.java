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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No index of a stateful signature is ever used twice (section 6.54.5, NIST SP 800-208).
class StatefulKeysTest {
    private static final Mechanism HSS = Mechanism.of(Ckm.HSS);

    /// A kind of key, and where in a signature the index is.
    enum Kind {
        HSS(Ckm.HSS) {
            @Override
            Pair pair(Session session) {
                return StatefulKeysTest.pair(session, true);
            }

            // The q of the bottom tree's signature: after the number of levels above it, none here.
            @Override
            int index(byte[] signature) {
                return ByteBuffer.wrap(signature, 4, 4).getInt();
            }
        },
        XMSS(Ckm.XMSS) {
            @Override
            Pair pair(Session session) {
                return session.generateKeyPair(
                        Mechanism.of(Ckm.XMSS_KEY_PAIR_GEN),
                        List.of(Attribute.of(Cka.VERIFY, true), Attribute.of(Cka.PARAMETER_SET, 1L)),
                        List.of(
                                Attribute.of(Cka.TOKEN, true),
                                Attribute.of(Cka.LABEL, "XMSS"),
                                Attribute.of(Cka.SIGN, true)));
            }

            @Override
            int index(byte[] signature) {
                return ByteBuffer.wrap(signature, 0, 4).getInt();
            }
        };

        private final Mechanism mechanism;

        Kind(long mechanism) {
            this.mechanism = Mechanism.of(mechanism);
        }

        abstract Pair pair(Session session);

        abstract int index(byte[] signature);
    }

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
                indices.add(Kind.HSS.index(signature));
            }
            assertThat(indices).doesNotHaveDuplicates().hasSize(32);
            assertThat(pair.privateKey().ulong(Cka.HSS_KEYS_REMAINING)).isZero();
            assertThatThrownBy(() -> pair.privateKey().sign(HSS, MESSAGE)).hasMessageContaining("CKR_KEY_EXHAUSTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Tag("slow")
    void aProcessKilledBetweenSignaturesNeverUsesAnIndexAgain(Kind kind, @TempDir Path folder) throws Exception {
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
                kind.pair(session(application));
            }
            List<Integer> indices = new ArrayList<>();
            for (int round = 1; round <= 3; round++) {
                indices.addAll(killedAfter(kind, 3 * round, place, hex));
            }
            assertThat(indices).hasSizeGreaterThanOrEqualTo(18).doesNotHaveDuplicates();
        }
    }

    private static List<Integer> killedAfter(Kind kind, int signatures, Path place, String hex)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SigningUntilKilled.class.getName(),
                        kind.name(),
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
            Kind kind = Kind.valueOf(arguments[0]);
            StoreKey key = StoreKey.ofHex(arguments[2]);
            Emulator emulator = Emulator.builder()
                    .store(Stores.open(Path.of(arguments[1]), key, PinHardness.FAST))
                    .build();
            Key signing = session(Application.initialise(emulator.connect())).key(Cko.PRIVATE_KEY, kind.name());
            // Either key has 32 signatures at least; the parent kills long before.
            for (int signature = 0; signature < 32; signature++) {
                out.println(kind.index(signing.sign(kind.mechanism, MESSAGE)));
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
                        Attribute.of(Cka.LABEL, "HSS"),
                        Attribute.of(Cka.SIGN, true),
                        Attribute.of(Cka.HSS_LEVELS, 1L),
                        new Attribute(Cka.HSS_LMS_TYPES, new Value.ULongArray(List.of(5L))),
                        new Attribute(Cka.HSS_LMOTS_TYPES, new Value.ULongArray(List.of(4L)))));
    }
}
