package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECAPSULATE_KEY;
import static dev.tokki.api.Function.ENCAPSULATE_KEY;
import static dev.tokki.api.Function.GENERATE_KEY_PAIR;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.VERIFY;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.KeyManagement.DecapsulateKey;
import dev.tokki.api.call.KeyManagement.EncapsulateKey;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import javax.crypto.KEM;

/// ML-DSA and ML-KEM, sections 6.56 and 6.57, held against the JDK's.
@Chapter(id = "post-quantum", title = "ML-DSA and ML-KEM", section = "6.56")
record PostQuantumTests(Bench bench) implements CryptoSuite {
    private static final byte[] MESSAGE = Data.counting(500);
    private static final Mechanism ML_DSA = Mechanism.of(Ckm.ML_DSA);
    private static final Mechanism ML_KEM = Mechanism.of(Ckm.ML_KEM);

    @Requirement(
            id = "post-quantum.ml-dsa",
            functions = {GENERATE_KEY_PAIR, SIGN, VERIFY},
            section = {"6.56.4", "6.56.5"},
            rule =
                    "A signature by a generated key of {0} is accepted by the JDK and by the token; with a changed message"
                            + " it is CKR_SIGNATURE_INVALID")
    void mlDsa(Dsa dsa) {
        requires(Ckm.ML_DSA_KEY_PAIR_GEN, Ckf.GENERATE_KEY_PAIR);
        requires(ML_DSA, Ckf.SIGN, Ckf.VERIFY);
        Crypto crypto = crypto();
        KeyPair pair = crypto.session()
                .generating(
                        Mechanism.of(Ckm.ML_DSA_KEY_PAIR_GEN),
                        pairTemplate(dsa.set).with(Cka.VERIFY, true),
                        Draft.of().with(Cka.TOKEN, false).with(Cka.SIGN, true))
                .value();
        crypto.item(pair.publicKey()).has(Cka.KEY_TYPE, Ckk.ML_DSA).has(Cka.PARAMETER_SET, dsa.set);
        byte[] signature = crypto.sign(ML_DSA, pair.privateKey(), MESSAGE);
        byte[] info = Der.publicKeyInfo(dsa.oid, crypto.item(pair.publicKey()).bytes(Cka.VALUE));
        check(
                "the JDK accepts the signature",
                true,
                Jdk.verifies("ML-DSA", null, Jdk.publicKey("ML-DSA", info), MESSAGE, signature));
        crypto.verify(ML_DSA, pair.publicKey(), MESSAGE, signature).succeeds();
        crypto.verify(ML_DSA, pair.publicKey(), Keys.spoiled(MESSAGE, 0), signature)
                .returns(Ckr.SIGNATURE_INVALID);
    }

    @Requirement(
            id = "post-quantum.ml-kem",
            functions = {GENERATE_KEY_PAIR, ENCAPSULATE_KEY, DECAPSULATE_KEY},
            section = {"5.18.8", "5.18.9", "6.57.4", "6.57.5"},
            rule = "What C_EncapsulateKey makes for a key of {0}, C_DecapsulateKey opens to the same secret")
    void mlKem(Kem kem) {
        Crypto crypto = withKem();
        KeyPair pair = kemPair(crypto, kem);
        Encapsulation made = expect(new EncapsulateKey(
                        crypto.handle(), ML_KEM, pair.publicKey(), secret().template(), Buffer.of(2000)))
                .value();
        check("length of the ciphertext", kem.ciphertext, made.ciphertext().array().length);
        long opened = open(crypto, pair, made.ciphertext().array()).value();
        same("secret", crypto.value(made.key()), crypto.value(opened));
        crypto.item(opened)
                .has(Cka.LOCAL, false)
                .has(Cka.ALWAYS_SENSITIVE, false)
                .has(Cka.NEVER_EXTRACTABLE, false);
    }

    @Requirement(
            id = "post-quantum.ml-kem.jdk",
            functions = DECAPSULATE_KEY,
            section = {"5.18.9", "6.57.5"},
            rule = "What the JDK encapsulates for a key of {0}, C_DecapsulateKey opens to the JDK's secret")
    void mlKemFromTheJdk(Kem kem) {
        Crypto crypto = withKem();
        KeyPair pair = kemPair(crypto, kem);
        byte[] info = Der.publicKeyInfo(kem.oid, crypto.item(pair.publicKey()).bytes(Cka.VALUE));
        KEM.Encapsulated made = Jdk.call(() -> KEM.getInstance("ML-KEM")
                .newEncapsulator(Jdk.publicKey("ML-KEM", info))
                .encapsulate());
        long opened = open(crypto, pair, made.encapsulation()).value();
        same("secret", made.key().getEncoded(), crypto.value(opened));
    }

    @Requirement(
            id = "post-quantum.ml-kem.output",
            functions = ENCAPSULATE_KEY,
            section = {"5.2", "5.18.8"},
            rule =
                    "C_EncapsulateKey tells the length of the ciphertext when asked, and CKR_BUFFER_TOO_SMALL if the buffer"
                            + " is too small; neither creates a key")
    void mlKemOutput() {
        Crypto crypto = withKem();
        KeyPair pair = kemPair(crypto, Kem.ML_KEM_768);
        Draft draft = secret().with(Cka.LABEL, "encapsulated");
        check(
                "length told",
                1088L,
                encapsulating(crypto, pair, draft, Buffer.query())
                        .value()
                        .ciphertext()
                        .length());
        Answer<Encapsulation> refused = encapsulating(crypto, pair, draft, Buffer.of(1087));
        refused.returns(Ckr.BUFFER_TOO_SMALL);
        check("length told", 1088L, refused.outputs().ciphertext().length());
        check(
                "objects created",
                0,
                crypto.session()
                        .find(Draft.of().with(Cka.LABEL, "encapsulated"))
                        .size());
    }

    @Requirement(
            id = "post-quantum.ml-kem.usage",
            functions = {ENCAPSULATE_KEY, DECAPSULATE_KEY},
            section = {"5.1.6", "5.18.8", "5.18.9"},
            rule = "Keys whose CKA_ENCAPSULATE or CKA_DECAPSULATE is false are refused")
    void mlKemUsage() {
        Crypto crypto = withKem();
        KeyPair pair = crypto.session()
                .generate(
                        Mechanism.of(Ckm.ML_KEM_KEY_PAIR_GEN),
                        pairTemplate(Kem.ML_KEM_768.set).with(Cka.ENCAPSULATE, false),
                        Draft.of().with(Cka.TOKEN, false).with(Cka.DECAPSULATE, false));
        encapsulating(crypto, pair, secret(), Buffer.of(2000)).fails();
        open(crypto, pair, new byte[1088]).fails();
    }

    private Answer<Encapsulation> encapsulating(Crypto crypto, KeyPair pair, Draft draft, Buffer room) {
        return expect(new EncapsulateKey(crypto.handle(), ML_KEM, pair.publicKey(), draft.template(), room));
    }

    private Answer<Long> open(Crypto crypto, KeyPair pair, byte[] ciphertext) {
        return expect(new DecapsulateKey(
                crypto.handle(), ML_KEM, pair.privateKey(), secret().template(), Bytes.of(ciphertext)));
    }

    private Crypto withKem() {
        requires(Ckm.ML_KEM_KEY_PAIR_GEN, Ckf.GENERATE_KEY_PAIR);
        requires(ML_KEM, Ckf.ENCAPSULATE, Ckf.DECAPSULATE);
        return crypto();
    }

    private static KeyPair kemPair(Crypto crypto, Kem kem) {
        return crypto.session()
                .generate(
                        Mechanism.of(Ckm.ML_KEM_KEY_PAIR_GEN),
                        pairTemplate(kem.set).with(Cka.ENCAPSULATE, true),
                        Draft.of().with(Cka.TOKEN, false).with(Cka.DECAPSULATE, true));
    }

    private static Draft pairTemplate(long set) {
        return Draft.of().with(Cka.TOKEN, false).with(Cka.PARAMETER_SET, set);
    }

    private static Draft secret() {
        return Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN).with(Cka.VALUE_LEN, 32);
    }

    /// The parameter sets of FIPS 204.
    enum Dsa {
        ML_DSA_44(Ckp.ML_DSA_44, "0609608648016503040311"),
        ML_DSA_65(Ckp.ML_DSA_65, "0609608648016503040312"),
        ML_DSA_87(Ckp.ML_DSA_87, "0609608648016503040313");

        private final long set;
        private final byte[] oid;

        Dsa(long set, String oid) {
            this.set = set;
            this.oid = Data.hex(oid);
        }

        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    /// The parameter sets of FIPS 203.
    enum Kem {
        ML_KEM_512(Ckp.ML_KEM_512, "0609608648016503040401", 768),
        ML_KEM_768(Ckp.ML_KEM_768, "0609608648016503040402", 1088),
        ML_KEM_1024(Ckp.ML_KEM_1024, "0609608648016503040403", 1568);

        private final long set;
        private final byte[] oid;
        private final int ciphertext;

        Kem(long set, String oid, int ciphertext) {
            this.set = set;
            this.oid = Data.hex(oid);
            this.ciphertext = ciphertext;
        }

        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }
}
