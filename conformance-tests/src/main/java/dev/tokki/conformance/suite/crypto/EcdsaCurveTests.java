package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.CREATE_OBJECT;
import static dev.tokki.api.Function.GENERATE_KEY_PAIR;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.VERIFY;

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

/// What curves there are, and what is no point of them: sections 6.3 and 6.3.3.
@Chapter(id = "ec", title = "Elliptic curves", section = "6.3")
record EcdsaCurveTests(Bench bench) implements CryptoSuite {
    private static final Mechanism ECDSA = Mechanism.of(Ckm.ECDSA);

    @Requirement(
            id = "ec.import",
            functions = CREATE_OBJECT,
            section = {"6.3.3", "6.3.4"},
            rule = "Keys on {0} can be created from their values; CKA_EC_POINT is a DER octet string")
    void importing(Nist nist) {
        Crypto crypto = with(nist.curve());
        Vector vector = nist.vectors().get(0);
        long publicKey = crypto.session()
                .creating(Keys.ecPublic(nist.curve(), vector.bytes("public"), Cka.VERIFY))
                .value();
        crypto.item(publicKey)
                .has(Cka.EC_PARAMS, nist.curve().params())
                .has(Cka.EC_POINT, Der.octetString(vector.bytes("public")));
        long privateKey = crypto.session()
                .creating(Keys.ecPrivate(nist.curve(), vector.bytes("private"), Cka.SIGN))
                .value();
        crypto.item(privateKey)
                .has(Cka.KEY_TYPE, Ckk.EC)
                .has(Cka.EC_PARAMS, nist.curve().params());
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

    private static byte[] digest(Vector vector) {
        return Jdk.digest(
                Hash.valueOf(vector.text("mechanism").substring("CKM_ECDSA_".length())), vector.bytes("message"));
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
