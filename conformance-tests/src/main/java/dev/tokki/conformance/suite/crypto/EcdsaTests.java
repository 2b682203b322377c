package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.CREATE_OBJECT;
import static dev.tokki.api.Function.GENERATE_KEY_PAIR;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.SIGN_FINAL;
import static dev.tokki.api.Function.SIGN_UPDATE;
import static dev.tokki.api.Function.VERIFY;
import static dev.tokki.api.Function.VERIFY_FINAL;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Verification.Verify;
import dev.tokki.api.call.Verification.VerifyInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.util.List;

/// ECDSA, sections 6.3.1, 6.3.12 and 6.3.13; every signature on a NIST curve goes to or comes from the JDK.
@Chapter(id = "ec", title = "Elliptic curves", section = "6.3")
record EcdsaTests(Bench bench) implements CryptoSuite {
    private static final Mechanism ECDSA = Mechanism.of(Ckm.ECDSA);
    private static final byte[] MESSAGE = Data.text("sample");

    @Requirement(
            id = "ec.import",
            functions = CREATE_OBJECT,
            section = {"6.3.3", "6.3.4"},
            rule = "Keys on {0} can be created from their values; CKA_EC_POINT is a DER octet string")
    void importing(Nist nist) {
        Crypto crypto = with(nist.curve);
        Vector vector = nist.vectors().get(0);
        long publicKey = crypto.session()
                .creating(Keys.ecPublic(nist.curve, vector.bytes("public"), Cka.VERIFY))
                .value();
        crypto.item(publicKey)
                .has(Cka.EC_PARAMS, nist.curve.params())
                .has(Cka.EC_POINT, Der.octetString(vector.bytes("public")));
        long privateKey = crypto.session()
                .creating(Keys.ecPrivate(nist.curve, vector.bytes("private"), Cka.SIGN))
                .value();
        crypto.item(privateKey).has(Cka.KEY_TYPE, Ckk.EC).has(Cka.EC_PARAMS, nist.curve.params());
    }

    @Requirement(
            id = "ec.ecdsa.verify",
            functions = VERIFY,
            section = "6.3.12",
            rule = "The signatures of RFC 6979 on {0} are accepted, whatever the length of the digest")
    void verifying(Nist nist) {
        Crypto crypto = with(nist.curve);
        byte[] point = nist.vectors().get(0).bytes("public");
        long key = crypto.session().create(Keys.ecPublic(nist.curve, point, Cka.VERIFY));
        each(
                nist.vectors(),
                vector -> crypto.verify(ECDSA, key, digest(vector), vector.bytes("signature"))
                        .succeeds());
    }

    @Requirement(
            id = "ec.ecdsa.wrong",
            functions = VERIFY,
            section = {"5.15.2", "6.3.12"},
            rule = "A wrong signature on {0} is CKR_SIGNATURE_INVALID")
    void wrongSignature(Nist nist) {
        Crypto crypto = with(nist.curve);
        Vector vector = nist.vectors().get(4);
        long key = crypto.session().create(Keys.ecPublic(nist.curve, vector.bytes("public"), Cka.VERIFY));
        byte[] signature = vector.bytes("signature");
        crypto.verify(ECDSA, key, digest(vector), Keys.spoiled(signature, signature.length - 1))
                .returns(Ckr.SIGNATURE_INVALID);
        crypto.verify(ECDSA, key, Keys.spoiled(digest(vector), 0), signature).returns(Ckr.SIGNATURE_INVALID);
        crypto.verify(ECDSA, key, digest(vector), new byte[signature.length]).returns(Ckr.SIGNATURE_INVALID);
    }

    @Requirement(
            id = "ec.ecdsa.sign",
            functions = SIGN,
            section = {"6.3.1", "6.3.12"},
            rule = "A signature on {0} has twice the length of the order and is accepted by the JDK")
    void signing(Nist nist) {
        Crypto crypto = with(nist.curve);
        Vector vector = nist.vectors().get(4);
        long key = crypto.session().create(Keys.ecPrivate(nist.curve, vector.bytes("private"), Cka.SIGN));
        // Numbers with leading zeros come once in a few hundred times.
        for (int i = 0; i < 20; i++) {
            byte[] signature = crypto.sign(ECDSA, key, digest(vector));
            check("length of the signature", 2 * nist.curve.length(), signature.length);
            check("the JDK accepts the signature", true, accepted("NONE", nist, vector, digest(vector), signature));
        }
    }

    @Requirement(
            id = "ec.ecdsa.long-digest",
            functions = {SIGN, VERIFY},
            section = {"6.3.1", "6.3.12"},
            rule = "CKM_ECDSA takes a digest longer than the order and cuts it itself: SHA-512 on P-256")
    void longDigest() {
        Crypto crypto = with(Curve.P256);
        Vector vector = Nist.P256.vectors().get(0);
        byte[] digest = Jdk.digest(Hash.SHA512, MESSAGE);
        long privateKey = crypto.session().create(Keys.ecPrivate(Curve.P256, vector.bytes("private"), Cka.SIGN));
        long publicKey = crypto.session().create(Keys.ecPublic(Curve.P256, vector.bytes("public"), Cka.VERIFY));
        byte[] signature = crypto.sign(ECDSA, privateKey, digest);
        check("the JDK accepts the signature", true, accepted("SHA512", Nist.P256, vector, MESSAGE, signature));
        crypto.verify(ECDSA, publicKey, digest, signature).succeeds();
    }

    @Requirement(
            id = "ec.ecdsa.short-digest",
            functions = {SIGN, VERIFY},
            section = "6.3.12",
            rule = "CKM_ECDSA takes a digest shorter than the order: SHA-1 on P-521")
    void shortDigest() {
        Crypto crypto = with(Curve.P521);
        Vector vector = Nist.P521.vectors().get(0);
        byte[] digest = Jdk.digest(Hash.SHA1, MESSAGE);
        long privateKey = crypto.session().create(Keys.ecPrivate(Curve.P521, vector.bytes("private"), Cka.SIGN));
        byte[] signature = crypto.sign(ECDSA, privateKey, digest);
        check("the JDK accepts the signature", true, accepted("SHA1", Nist.P521, vector, MESSAGE, signature));
    }

    @Requirement(
            id = "ec.ecdsa.short-signature",
            functions = VERIFY,
            section = "6.3.1",
            rule = "A signature may be shorter than twice the order, both halves without common leading zeros: one on"
                    + " P-521 with a zero byte less in each half is accepted")
    void shortSignature() {
        Crypto crypto = with(Curve.P521);
        Vector vector = shortened();
        byte[] signature = vector.bytes("signature");
        int length = Curve.P521.length();
        byte[] shorter = Data.joined(Data.part(signature, 1, length), Data.part(signature, length + 1, 2 * length));
        long key = crypto.session().create(Keys.ecPublic(Curve.P521, vector.bytes("public"), Cka.VERIFY));
        crypto.verify(ECDSA, key, digest(vector), shorter).succeeds();
    }

    @Requirement(
            id = "ec.ecdsa.wrong-length",
            functions = VERIFY,
            section = {"5.1.6", "5.15.2", "6.3.1"},
            rule = "A signature longer than twice the order, or of uneven length, is CKR_SIGNATURE_LEN_RANGE")
    void wrongLength() {
        Crypto crypto = with(Curve.P256);
        Vector vector = Nist.P256.vectors().get(4);
        long key = crypto.session().create(Keys.ecPublic(Curve.P256, vector.bytes("public"), Cka.VERIFY));
        byte[] signature = vector.bytes("signature");
        crypto.verify(ECDSA, key, digest(vector), Data.joined(signature, new byte[2]))
                .returns(Ckr.SIGNATURE_LEN_RANGE);
        crypto.verify(ECDSA, key, digest(vector), Data.part(signature, 0, 63)).returns(Ckr.SIGNATURE_LEN_RANGE);
    }

    @Requirement(
            id = "ec.ecdsa.hash.verify",
            functions = {VERIFY, VERIFY_FINAL},
            section = "6.3.13",
            rule = "ECDSA with {0} accepts the signatures of RFC 6979 (for SHA-3, those of the JDK), in one part and in"
                    + " several")
    void verifyingWithHash(Hash hash) {
        Crypto crypto = hashing(hash);
        Mechanism mechanism = Mechanism.of(hash.ecdsa());
        for (Nist nist : Nist.values()) {
            Vector key = nist.vectors().get(0);
            long publicKey = crypto.session().create(Keys.ecPublic(nist.curve, key.bytes("public"), Cka.VERIFY));
            List<Vector> published = nist.vectors().stream()
                    .filter(vector -> vector.text("mechanism").equals("CKM_ECDSA_" + hash.name()))
                    .toList();
            for (Vector vector : published) {
                crypto.verify(mechanism, publicKey, vector.bytes("message"), vector.bytes("signature"))
                        .succeeds();
                crypto.verify(mechanism, publicKey, Data.parts(vector.bytes("message")), vector.bytes("signature"))
                        .succeeds();
            }
            if (published.isEmpty()) {
                crypto.verify(mechanism, publicKey, MESSAGE, byJdk(hash, nist, key))
                        .succeeds();
            }
        }
    }

    @Requirement(
            id = "ec.ecdsa.hash.sign",
            functions = {SIGN, SIGN_UPDATE, SIGN_FINAL},
            section = "6.3.13",
            rule = "ECDSA with {0} makes signatures that the JDK accepts, in one part and in several")
    void signingWithHash(Hash hash) {
        Crypto crypto = hashing(hash);
        Mechanism mechanism = Mechanism.of(hash.ecdsa());
        byte[] message = Data.counting(1000);
        Vector vector = Nist.P256.vectors().get(0);
        long key = crypto.session().create(Keys.ecPrivate(Curve.P256, vector.bytes("private"), Cka.SIGN));
        check(
                "the JDK accepts the signature",
                true,
                accepted(hash.jdkPrefix(), Nist.P256, vector, message, crypto.sign(mechanism, key, message)));
        check(
                "the JDK accepts the signature in parts",
                true,
                accepted(
                        hash.jdkPrefix(),
                        Nist.P256,
                        vector,
                        message,
                        crypto.sign(mechanism, key, Data.parts(message))));
    }

    @Requirement(
            id = "ec.ecdsa.other-curves",
            functions = {CREATE_OBJECT, SIGN, VERIFY},
            section = {"6.3", "6.3.12"},
            rule = "On {0}, where it is offered, a known signature is accepted, and one of the token's own verifies")
    void otherCurves(Other other) {
        Crypto crypto = crypto();
        requires(Ckm.ECDSA, Ckf.SIGN, Ckf.VERIFY);
        Vector vector = Vectors.of("ecdsa-other-curves", "curve", other.curve.toString())
                .get(0);
        Answer<Long> created =
                crypto.session().creating(Keys.ecPublic(other.curve, vector.bytes("public"), Cka.VERIFY));
        if (!created.rv().isOk()) {
            throw notSupported("it does not offer " + other.curve);
        }
        long publicKey = created.outputs();
        crypto.verify(ECDSA, publicKey, digest(vector), vector.bytes("signature"))
                .succeeds();
        long privateKey = crypto.session().create(Keys.ecPrivate(other.curve, vector.bytes("private"), Cka.SIGN));
        byte[] signature = crypto.sign(ECDSA, privateKey, digest(vector));
        check("length of the signature", 2 * other.curve.length(), signature.length);
        crypto.verify(ECDSA, publicKey, digest(vector), signature).succeeds();
        crypto.verify(ECDSA, publicKey, digest(vector), Keys.spoiled(signature, 9))
                .returns(Ckr.SIGNATURE_INVALID);
    }

    @Requirement(
            id = "ec.curve-not-supported",
            functions = {CREATE_OBJECT, GENERATE_KEY_PAIR},
            section = "6.3",
            rule = "A curve that nobody knows is CKR_CURVE_NOT_SUPPORTED, or CKR_DOMAIN_PARAMS_INVALID")
    void unknownCurve() {
        Crypto crypto = with(Curve.P256);
        byte[] unknown = Data.hex("06072b060104018f4c");
        crypto.session()
                .generating(Mechanism.of(Ckm.EC_KEY_PAIR_GEN), Draft.of().with(Cka.EC_PARAMS, unknown), Draft.of())
                .returns(Ckr.CURVE_NOT_SUPPORTED, Ckr.DOMAIN_PARAMS_INVALID);
    }

    /// CKR_PUBLIC_KEY_INVALID is for this; section 5.1.6 lets C_CreateObject or C_VerifyInit return it. C_CreateObject
    /// does not list it, so the value of the attribute may be named instead. No signature may verify in the end.
    @Requirement(
            id = "ec.off-curve",
            functions = {CREATE_OBJECT, VERIFY},
            section = {"5.1.6", "6.3.3"},
            rule = "A point that is not on the curve is refused when the key is created or used:"
                    + " CKR_PUBLIC_KEY_INVALID, or as the value of an attribute")
    void offTheCurve() {
        Crypto crypto = with(Curve.P256);
        Vector vector = Nist.P256.vectors().get(4);
        byte[] off = Keys.spoiled(vector.bytes("public"), 64);
        Answer<Long> created = crypto.session().creating(Keys.ecPublic(Curve.P256, off, Cka.VERIFY));
        created.returns(Ckr.OK, Ckr.PUBLIC_KEY_INVALID, Ckr.ATTRIBUTE_VALUE_INVALID, Ckr.TEMPLATE_INCONSISTENT);
        if (created.rv().isOk()) {
            Answer<Void> begun = expect(new VerifyInit(crypto.handle(), ECDSA, created.outputs()));
            begun.returns(Ckr.OK, Ckr.PUBLIC_KEY_INVALID);
            if (begun.rv().isOk()) {
                expect(new Verify(crypto.handle(), Bytes.of(digest(vector)), Bytes.of(vector.bytes("signature"))))
                        .returns(Ckr.SIGNATURE_INVALID);
            }
        }
    }

    private Crypto with(Curve curve) {
        requires(Ckm.ECDSA, Ckf.SIGN, Ckf.VERIFY);
        Crypto crypto = crypto();
        Vector vector = Vectors.of("ecdsa", "curve", curve.toString()).get(0);
        // Set-up: a token without the curve refuses the key.
        crypto.session().create(Keys.ecPublic(curve, vector.bytes("public"), Cka.VERIFY));
        return crypto;
    }

    private Crypto hashing(Hash hash) {
        requires(hash.ecdsa(), Ckf.SIGN, Ckf.VERIFY);
        return crypto();
    }

    private static byte[] digest(Vector vector) {
        return Jdk.digest(
                Hash.valueOf(vector.text("mechanism").substring("CKM_ECDSA_".length())), vector.bytes("message"));
    }

    private static boolean accepted(String hash, Nist nist, Vector key, byte[] data, byte[] signature) {
        return Jdk.verifies(
                hash + "withECDSAinP1363Format", null, Jdk.ecPublic(nist.curve, key.bytes("public")), data, signature);
    }

    private static byte[] byJdk(Hash hash, Nist nist, Vector key) {
        return Jdk.sign(
                hash.jdkPrefix() + "withECDSAinP1363Format",
                null,
                Jdk.ecPrivate(nist.curve, key.bytes("private")),
                MESSAGE);
    }

    /// {@return a signature on P-521 that has a zero byte in front of both halves, as about every fourth has}
    private static Vector shortened() {
        return Nist.P521.vectors().stream()
                .filter(vector ->
                        vector.bytes("signature")[0] == 0 && vector.bytes("signature")[Curve.P521.length()] == 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no signature of RFC 6979 on P-521 is short"));
    }

    /// The curves with published signatures of RFC 6979.
    enum Nist {
        P256(Curve.P256),
        P384(Curve.P384),
        P521(Curve.P521);

        private final Curve curve;

        Nist(Curve curve) {
            this.curve = curve;
        }

        private List<Vector> vectors() {
            return Vectors.of("ecdsa", "curve", curve.toString());
        }

        @Override
        public String toString() {
            return curve.toString();
        }
    }

    /// Curves that fewer tokens have.
    enum Other {
        SECP256K1(Curve.SECP256K1),
        BRAINPOOL_P256R1(Curve.BRAINPOOL_P256R1),
        BRAINPOOL_P384R1(Curve.BRAINPOOL_P384R1),
        BRAINPOOL_P512R1(Curve.BRAINPOOL_P512R1);

        private final Curve curve;

        Other(Curve curve) {
            this.curve = curve;
        }

        @Override
        public String toString() {
            return curve.toString();
        }
    }
}
