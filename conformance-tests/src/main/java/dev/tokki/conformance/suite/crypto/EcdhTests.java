package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DERIVE_KEY;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.EcParameter;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.util.Arrays;

/// ECDH, sections 6.3.16 and 6.3.17.
@Chapter(id = "ec", title = "Elliptic curves", section = "6.3")
record EcdhTests(Bench bench) implements CryptoSuite {
    private static final byte[] SHARED_INFO = Data.text("shared info");

    @Requirement(
            id = "ec.ecdh.vectors",
            functions = DERIVE_KEY,
            section = {"6.3.16.5", "6.3.17"},
            rule = "ECDH on {0} with the peer's raw point gives the published secret")
    void vectors(Agreement agreement) {
        Crypto crypto = crypto();
        Vector vector = agreement.vector();
        long key = base(crypto, agreement.curve, vector);
        long derived = crypto.derive(ecdh(Ckd.NULL, Bytes.NULL, vector.bytes("peer")), key, secret(vector))
                .value();
        same("secret", vector.bytes("secret"), crypto.value(derived));
    }

    /// A token may take the point in a DER octet string as well; if it does, it must be the same point.
    @Requirement(
            id = "ec.ecdh.der-point",
            functions = DERIVE_KEY,
            section = "6.3.16.5",
            rule = "A peer's point in a DER octet string is the same point, or is refused with"
                    + " CKR_MECHANISM_PARAM_INVALID or CKR_PUBLIC_KEY_INVALID")
    void derPoint() {
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        Answer<Long> derived =
                crypto.derive(ecdh(Ckd.NULL, Bytes.NULL, Der.octetString(vector.bytes("peer"))), key, secret(vector));
        if (derived.returns(Ckr.OK, Ckr.MECHANISM_PARAM_INVALID, Ckr.PUBLIC_KEY_INVALID)
                .rv()
                .isOk()) {
            same("secret", vector.bytes("secret"), crypto.value(derived.outputs()));
        }
    }

    @Requirement(
            id = "ec.ecdh.truncated",
            functions = DERIVE_KEY,
            section = "6.3.17",
            rule = "A shorter key takes the end of the secret: bytes are removed from its leading end")
    void truncation() {
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        long derived = crypto.derive(
                        ecdh(Ckd.NULL, Bytes.NULL, vector.bytes("peer")),
                        key,
                        Keys.derived(Ckk.AES, Cka.ENCRYPT).with(Cka.VALUE_LEN, 16))
                .value();
        byte[] secret = vector.bytes("secret");
        same("AES key of 16 bytes", Data.part(secret, 16, 32), crypto.value(derived));
        crypto.item(derived).has(Cka.KEY_TYPE, Ckk.AES).has(Cka.LOCAL, false);
    }

    @Requirement(
            id = "ec.ecdh.kdf",
            functions = DERIVE_KEY,
            section = {"6.3.16.4", "6.3.17"},
            rule =
                    "The function of ANSI X9.63 with {0}, if offered, gives the digest of secret, counter and shared data")
    void x963(Hash hash) {
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        int length = hash.length() + 8;
        Answer<Long> derived = crypto.derive(
                ecdh(hash.kdf(), Bytes.of(SHARED_INFO), vector.bytes("peer")),
                key,
                Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN).with(Cka.VALUE_LEN, length));
        if (!derived.rv().isOk()) {
            throw notSupported("it does not offer CKD_%s_KDF".formatted(hash.name()));
        }
        same("derived", x963(hash, vector.bytes("secret"), length), crypto.value(derived.outputs()));
    }

    @Requirement(
            id = "ec.ecdh.kdf-unknown",
            functions = DERIVE_KEY,
            section = {"5.1.6", "6.3.16.4"},
            rule = "A key derivation function that nobody knows is CKR_MECHANISM_PARAM_INVALID")
    void unknownFunction() {
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        crypto.derive(ecdh(0x0bad_cafe, Bytes.NULL, vector.bytes("peer")), key, secret(vector))
                .returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "ec.ecdh.kdf-null-with-data",
            functions = DERIVE_KEY,
            section = {"5.1.6", "6.3.16.5"},
            rule = "With CKD_NULL there must be no shared data: CKR_MECHANISM_PARAM_INVALID")
    void sharedDataWithoutFunction() {
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        crypto.derive(ecdh(Ckd.NULL, Bytes.of(SHARED_INFO), vector.bytes("peer")), key, secret(vector))
                .returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "ec.ecdh.off-curve",
            functions = DERIVE_KEY,
            section = {"5.1.6", "6.3.17"},
            rule = "A peer's point that is not on the curve is CKR_PUBLIC_KEY_INVALID or CKR_MECHANISM_PARAM_INVALID")
    void offTheCurve() {
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        crypto.derive(ecdh(Ckd.NULL, Bytes.NULL, Keys.spoiled(vector.bytes("peer"), 64)), key, secret(vector))
                .returns(Ckr.PUBLIC_KEY_INVALID, Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "ec.ecdh.point-length",
            functions = DERIVE_KEY,
            section = {"5.1.6", "6.3.17"},
            rule = "A peer's point that is too short is CKR_PUBLIC_KEY_INVALID or CKR_MECHANISM_PARAM_INVALID")
    void pointTooShort() {
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        crypto.derive(ecdh(Ckd.NULL, Bytes.NULL, Data.part(vector.bytes("peer"), 0, 64)), key, secret(vector))
                .returns(Ckr.PUBLIC_KEY_INVALID, Ckr.MECHANISM_PARAM_INVALID);
    }

    /// Section 5.1.6 has CKR_DATA_LEN_RANGE for nothing like it; the template cannot be met.
    @Requirement(
            id = "ec.ecdh.too-long",
            functions = DERIVE_KEY,
            section = {"5.18.5", "6.3.17"},
            rule = "A key longer than the secret cannot be derived with CKD_NULL, and none is created")
    void longerThanTheSecret() {
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        Draft draft = Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN)
                .with(Cka.VALUE_LEN, 33)
                .with(Cka.LABEL, "too long");
        crypto.derive(ecdh(Ckd.NULL, Bytes.NULL, vector.bytes("peer")), key, draft)
                .fails();
        check(
                "objects created",
                0,
                crypto.session().find(Draft.of().with(Cka.LABEL, "too long")).size());
    }

    @Requirement(
            id = "ec.ecdh.usage",
            functions = DERIVE_KEY,
            section = {"5.1.6", "5.18.5"},
            rule = "A private key whose CKA_DERIVE is false derives nothing: CKR_KEY_FUNCTION_NOT_PERMITTED, or"
                    + " CKR_KEY_TYPE_INCONSISTENT as C_DeriveKey lists it")
    void derivationMustBePermitted() {
        requires(Ckm.ECDH1_DERIVE, Ckf.DERIVE);
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = crypto.session()
                .create(Keys.ecPrivate(Curve.P256, vector.bytes("private"), Cka.SIGN)
                        .with(Cka.DERIVE, false));
        crypto.derive(ecdh(Ckd.NULL, Bytes.NULL, vector.bytes("peer")), key, secret(vector))
                .returns(Ckr.KEY_FUNCTION_NOT_PERMITTED, Ckr.KEY_TYPE_INCONSISTENT);
    }

    @Requirement(
            id = "ec.ecdh.no-parameter",
            functions = DERIVE_KEY,
            section = {"5.1.6", "6.3.17"},
            rule = "ECDH without its parameter is CKR_MECHANISM_PARAM_INVALID")
    void noParameter() {
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        crypto.derive(Mechanism.of(Ckm.ECDH1_DERIVE), key, secret(vector)).returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "ec.ecdh.cofactor",
            functions = DERIVE_KEY,
            section = "6.3.18",
            rule = "On P-256, whose cofactor is 1, CKM_ECDH1_COFACTOR_DERIVE gives the same secret")
    void cofactor() {
        requires(Ckm.ECDH1_COFACTOR_DERIVE, Ckf.DERIVE);
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        Mechanism mechanism = Mechanism.of(
                Ckm.ECDH1_COFACTOR_DERIVE,
                new EcParameter.Ecdh1Derive(Ckd.NULL, Bytes.NULL, Bytes.of(vector.bytes("peer"))));
        same(
                "secret",
                vector.bytes("secret"),
                crypto.value(crypto.derive(mechanism, key, secret(vector)).value()));
    }

    @Requirement(
            id = "ec.ecdh.sensitivity",
            functions = DERIVE_KEY,
            section = "6.3.17",
            rule = "The derived key is always-sensitive and never-extractable only if the base key is: an imported one"
                    + " is neither")
    void sensitivityOfAnImportedBase() {
        Crypto crypto = crypto();
        Vector vector = Agreement.P256.vector();
        long key = base(crypto, Curve.P256, vector);
        long derived = crypto.derive(
                        ecdh(Ckd.NULL, Bytes.NULL, vector.bytes("peer")),
                        key,
                        secret(vector).with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, false))
                .value();
        crypto.item(derived)
                .has(Cka.SENSITIVE, true)
                .has(Cka.EXTRACTABLE, false)
                .has(Cka.ALWAYS_SENSITIVE, false)
                .has(Cka.NEVER_EXTRACTABLE, false);
    }

    /// {@return the private key of a vector, where the token has the curve}
    private long base(Crypto crypto, Curve curve, Vector vector) {
        requires(Ckm.ECDH1_DERIVE, Ckf.DERIVE);
        Draft draft = Keys.ecPrivate(curve, vector.bytes("private"), Cka.DERIVE);
        return crypto.session().create(draft);
    }

    private static Mechanism ecdh(long kdf, Bytes shared, byte[] peer) {
        return Mechanism.of(Ckm.ECDH1_DERIVE, new EcParameter.Ecdh1Derive(kdf, shared, Bytes.of(peer)));
    }

    private static Draft secret(Vector vector) {
        return Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN).with(Cka.VALUE_LEN, vector.bytes("secret").length);
    }

    private static byte[] x963(Hash hash, byte[] secret, int length) {
        byte[] all = new byte[0];
        for (byte counter = 1; all.length < length; counter++) {
            byte[] input = Data.joined(Data.joined(secret, new byte[] {0, 0, 0, counter}), SHARED_INFO);
            all = Data.joined(all, Jdk.digest(hash, input));
        }
        return Arrays.copyOf(all, length);
    }

    /// The curves with published secrets.
    enum Agreement {
        P256(Curve.P256),
        P384(Curve.P384),
        P521(Curve.P521),
        BRAINPOOL_P256R1(Curve.BRAINPOOL_P256R1),
        BRAINPOOL_P384R1(Curve.BRAINPOOL_P384R1),
        BRAINPOOL_P512R1(Curve.BRAINPOOL_P512R1),
        X25519(Curve.X25519),
        X448(Curve.X448);

        private final Curve curve;

        Agreement(Curve curve) {
            this.curve = curve;
        }

        private Vector vector() {
            return Vectors.of("ecdh", "curve", curve.toString()).get(0);
        }

        @Override
        public String toString() {
            return curve.toString();
        }
    }
}
