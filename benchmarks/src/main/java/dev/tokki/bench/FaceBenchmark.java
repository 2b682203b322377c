package dev.tokki.bench;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What calls cost a native program: through `libtokki.so` to a daemon in another process, and in a library that
/// answers by itself.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FaceBenchmark {
    private static final byte[] DIGEST = new byte[32];
    private static final byte[] DATA = new byte[64];

    /// Session keys of a thread.
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // the set-up comes first
    public static class Keys {
        private Session session;
        private Key mac;
        private Key ec;
        private String label;

        /// Generates them.
        @Setup(Level.Trial)
        public void generate(Bench.OwnSession own) {
            session = own.session();
            label = "of session " + session.handle();
            session.create(
                    Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                    Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                    Attribute.of(Cka.LABEL, label),
                    Attribute.of(Cka.SIGN, true),
                    Attribute.of(Cka.VALUE, new byte[32]));
            mac = session.key(Cko.SECRET_KEY, label);
            ec = Calls.p256(session).privateKey();
        }
    }

    /// C_GetSessionInfo.
    @Benchmark
    public Object sessionInfo(Bench bench, Keys keys) {
        return keys.session.info();
    }

    /// C_GenerateRandom of 32 bytes.
    @Benchmark
    public Object random32(Bench bench, Keys keys) {
        return keys.session.random(32);
    }

    /// C_DigestInit and C_Digest, SHA-256 of 64 bytes.
    @Benchmark
    public Object sha256(Bench bench, Keys keys) {
        return keys.session.digest(Mechanism.of(Ckm.SHA256), DATA);
    }

    /// C_SignInit and C_Sign, HMAC-SHA-256 of 64 bytes.
    @Benchmark
    public Object hmac(Bench bench, Keys keys) {
        return keys.mac.sign(Mechanism.of(Ckm.SHA256_HMAC), DATA);
    }

    /// C_SignInit and C_Sign, ECDSA with P-256 of a digest.
    @Benchmark
    public Object ecdsa(Bench bench, Keys keys) {
        return keys.ec.sign(Mechanism.of(Ckm.ECDSA), DIGEST);
    }

    /// C_FindObjectsInit with a label, C_FindObjects until there is no more, and C_FindObjectsFinal.
    @Benchmark
    public Object findByLabel(Bench bench, Keys keys) {
        return keys.session.find(Attribute.of(Cka.LABEL, keys.label));
    }
}
