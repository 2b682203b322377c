package dev.tokki.bench;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.parameter.AesParameter;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Init and one-part call of what people use most; run with `-t 1`, `2`, `4`, `8`.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CryptoBenchmark {
    private static final byte[] P256 = HexFormat.of().parseHex("06082a8648ce3d030107");
    private static final byte[] SMALL = new byte[32];
    private static final byte[] MEDIUM = new byte[16 * 1024];

    /// Session keys of a thread.
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // the set-up comes first
    public static class Keys {
        private Session session;
        private Key aes;
        private Pair ec;
        private Pair rsa;

        /// Generates them.
        @Setup(Level.Trial)
        public void generate(Bench.OwnSession own) {
            session = own.session();
            aes = session.generateKey(
                    Mechanism.of(Ckm.AES_KEY_GEN),
                    Attribute.of(Cka.VALUE_LEN, 32L),
                    Attribute.of(Cka.ENCRYPT, true),
                    Attribute.of(Cka.DECRYPT, true));
            ec = session.generateKeyPair(
                    Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                    List.of(Attribute.of(Cka.EC_PARAMS, P256), Attribute.of(Cka.VERIFY, true)),
                    List.of(Attribute.of(Cka.SIGN, true)));
            rsa = session.generateKeyPair(
                    Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                    List.of(
                            Attribute.of(Cka.MODULUS_BITS, 2048L),
                            Attribute.of(Cka.PUBLIC_EXPONENT, BigInteger.valueOf(65537)),
                            Attribute.of(Cka.VERIFY, true)),
                    List.of(Attribute.of(Cka.SIGN, true)));
        }
    }

    /// SHA-256 of 32 bytes.
    @Benchmark
    public Object sha256of32(Bench bench, Keys keys) {
        return keys.session.digest(Mechanism.of(Ckm.SHA256), SMALL);
    }

    /// SHA-256 of 16 KiB.
    @Benchmark
    public Object sha256of16k(Bench bench, Keys keys) {
        return keys.session.digest(Mechanism.of(Ckm.SHA256), MEDIUM);
    }

    /// AES-256-GCM of 16 KiB.
    @Benchmark
    public Object aesGcm16k(Bench bench, Keys keys) {
        return keys.aes.encrypt(
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(new byte[12]), Bytes.NULL, 128)), MEDIUM);
    }

    /// ECDSA over P-256, of a digest.
    @Benchmark
    public Object signP256(Bench bench, Keys keys) {
        return keys.ec.privateKey().sign(Mechanism.of(Ckm.ECDSA), SMALL);
    }

    /// RSA of 2048 bits, SHA-256 with PKCS #1 v1.5.
    @Benchmark
    public Object signRsa2048(Bench bench, Keys keys) {
        return keys.rsa.privateKey().sign(Mechanism.of(Ckm.SHA256_RSA_PKCS), SMALL);
    }
}
