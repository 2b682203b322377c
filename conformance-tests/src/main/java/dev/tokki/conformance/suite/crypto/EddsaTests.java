package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.CREATE_OBJECT;
import static dev.tokki.api.Function.GENERATE_KEY_PAIR;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.SIGN_FINAL;
import static dev.tokki.api.Function.SIGN_UPDATE;
import static dev.tokki.api.Function.VERIFY;
import static dev.tokki.api.Function.VERIFY_FINAL;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Signing.SignFinal;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.call.Signing.SignUpdate;
import dev.tokki.api.constant.Cka;
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
import java.util.List;

/// EdDSA, sections 6.3.5, 6.3.6, 6.3.10 and 6.3.14.
@Chapter(id = "ec", title = "Elliptic curves", section = "6.3")
record EddsaTests(Bench bench) implements CryptoSuite {
    private static final Mechanism EDDSA = Mechanism.of(Ckm.EDDSA);
    private static final byte[] MESSAGE = Data.counting(100);
    /// The PrintableString edwards25519, which names the curve of RFC 8032 with all its schemes.
    private static final byte[] EDWARDS25519 = Data.hex("130c656477617264733235353139");

    @Requirement(
            id = "ec.eddsa.import",
            functions = CREATE_OBJECT,
            section = "6.3.5",
            rule =
                    "A public key on {0} can be created from the bytes of RFC 8032, which CKA_EC_POINT holds as they are")
    void importing(Edwards edwards) {
        Crypto crypto = with(edwards);
        Vector vector = edwards.vectors().get(0);
        long key = crypto.session()
                .creating(Keys.ecPublic(edwards.curve, vector.bytes("public"), Cka.VERIFY))
                .value();
        crypto.item(key).has(Cka.KEY_TYPE, Ckk.EC_EDWARDS).has(Cka.EC_POINT, vector.bytes("public"));
    }

    @Requirement(
            id = "ec.eddsa.generate",
            functions = GENERATE_KEY_PAIR,
            section = {"6.3.5", "6.3.10"},
            rule = "A key pair generated on {0} has in CKA_EC_POINT the bytes of RFC 8032, without an octet string"
                    + " around them")
    void generating(Edwards edwards) {
        Crypto crypto = with(edwards);
        KeyPair pair = generated(crypto, edwards);
        check(
                "length of CKA_EC_POINT",
                edwards.curve.length(),
                crypto.item(pair.publicKey()).bytes(Cka.EC_POINT).length);
    }

    @Requirement(
            id = "ec.eddsa.sign",
            functions = SIGN,
            section = {"6.3.1", "6.3.14"},
            rule = "{0} makes the signatures of RFC 8032")
    void signing(Edwards edwards) {
        Crypto crypto = with(edwards);
        for (Vector vector : edwards.vectors()) {
            long key = crypto.session().create(Keys.ecPrivate(edwards.curve, vector.bytes("private"), Cka.SIGN));
            same(vector.name(), vector.bytes("signature"), crypto.sign(EDDSA, key, vector.bytes("message")));
        }
    }

    @Requirement(
            id = "ec.eddsa.verify",
            functions = VERIFY,
            section = {"5.15.2", "6.3.14"},
            rule = "{0} accepts the signatures of RFC 8032; a changed one is CKR_SIGNATURE_INVALID, one too short"
                    + " CKR_SIGNATURE_LEN_RANGE or CKR_SIGNATURE_INVALID")
    void verifying(Edwards edwards) {
        Crypto crypto = with(edwards);
        for (Vector vector : edwards.vectors()) {
            long key = crypto.session().create(Keys.ecPublic(edwards.curve, vector.bytes("public"), Cka.VERIFY));
            byte[] signature = vector.bytes("signature");
            byte[] message = vector.bytes("message");
            crypto.verify(EDDSA, key, message, signature).succeeds();
            crypto.verify(EDDSA, key, message, Keys.spoiled(signature, 0)).returns(Ckr.SIGNATURE_INVALID);
            crypto.verify(EDDSA, key, message, Data.part(signature, 0, signature.length - 1))
                    .returns(Ckr.SIGNATURE_LEN_RANGE, Ckr.SIGNATURE_INVALID);
        }
    }

    @Requirement(
            id = "ec.eddsa.own-keys",
            functions = {GENERATE_KEY_PAIR, SIGN, VERIFY},
            section = {"6.3.10", "6.3.14"},
            rule = "A signature by a key generated on {0} is accepted by the JDK and by the token")
    void ownKeys(Edwards edwards) {
        Crypto crypto = with(edwards);
        KeyPair pair = generated(crypto, edwards);
        byte[] signature = crypto.sign(EDDSA, pair.privateKey(), MESSAGE);
        check("length of the signature", 2 * edwards.curve.length(), signature.length);
        byte[] point = Der.octets(crypto.item(pair.publicKey()).bytes(Cka.EC_POINT));
        check(
                "the JDK accepts the signature",
                true,
                Jdk.verifies(edwards.curve.toString(), null, Jdk.ecPublic(edwards.curve, point), MESSAGE, signature));
        crypto.verify(EDDSA, pair.publicKey(), MESSAGE, signature).succeeds();
    }

    /// A token that cannot keep all the data may answer CKR_TOKEN_RESOURCE_EXCEEDED.
    @Requirement(
            id = "ec.eddsa.parts",
            functions = {SIGN_UPDATE, SIGN_FINAL, VERIFY_FINAL},
            section = {"5.13.3", "5.15.3", "6.3.14"},
            rule = "{0} can be signed and verified in parts")
    void parts(Edwards edwards) {
        Crypto crypto = with(edwards);
        KeyPair pair = generated(crypto, edwards);
        expect(new SignInit(crypto.handle(), EDDSA, pair.privateKey())).succeeds();
        for (byte[] part : Data.parts(MESSAGE)) {
            Answer<Void> update = expect(new SignUpdate(crypto.handle(), Bytes.of(part)));
            if (!update.returns(Ckr.OK, Ckr.TOKEN_RESOURCE_EXCEEDED).rv().isOk()) {
                throw notSupported("it cannot keep the data for signing in parts");
            }
        }
        byte[] signature =
                expect(new SignFinal(crypto.handle(), Buffer.of(128))).value().array();
        crypto.verify(EDDSA, pair.publicKey(), MESSAGE, signature).succeeds();
        crypto.verify(EDDSA, pair.publicKey(), Data.parts(MESSAGE), signature).succeeds();
    }

    @Requirement(
            id = "ec.eddsa.scheme",
            functions = {SIGN, VERIFY},
            section = {"6.3.14", "6.3.16.1"},
            rule = "With a curve named edwards25519, the parameter chooses {0} of RFC 8032")
    void schemes(Scheme scheme) {
        requires(Ckm.EDDSA, Ckf.SIGN, Ckf.VERIFY);
        Crypto crypto = crypto();
        Vector vector = Vectors.of("eddsa", "scheme", scheme.vectors).get(0);
        Draft draft =
                Keys.ecPrivate(Curve.ED25519, vector.bytes("private"), Cka.SIGN).with(Cka.EC_PARAMS, EDWARDS25519);
        Answer<Long> created = crypto.session().creating(draft);
        if (!created.rv().isOk()) {
            throw notSupported("it does not take a curve by its name");
        }
        Mechanism mechanism =
                Mechanism.of(Ckm.EDDSA, new EcParameter.EdDsa(scheme == Scheme.PH, Bytes.of(vector.bytes("context"))));
        same(
                vector.name(),
                vector.bytes("signature"),
                crypto.sign(mechanism, created.outputs(), vector.bytes("message")));
    }

    private Crypto with(Edwards edwards) {
        requires(Ckm.EDDSA, Ckf.SIGN, Ckf.VERIFY);
        Crypto crypto = crypto();
        if (edwards == Edwards.ED448) {
            // Set-up: a token without the curve refuses.
            generated(crypto, edwards);
        }
        return crypto;
    }

    private static KeyPair generated(Crypto crypto, Edwards edwards) {
        return crypto.session()
                .generate(
                        edwards.curve.generation(),
                        Draft.of()
                                .with(Cka.EC_PARAMS, edwards.curve.params())
                                .with(Cka.TOKEN, false)
                                .with(Cka.VERIFY, true),
                        Draft.of().with(Cka.TOKEN, false).with(Cka.SIGN, true));
    }

    /// The curves of RFC 8410.
    enum Edwards {
        ED25519(Curve.ED25519),
        ED448(Curve.ED448);

        private final Curve curve;

        Edwards(Curve curve) {
            this.curve = curve;
        }

        private List<Vector> vectors() {
            return Vectors.of("eddsa", "curve", curve.toString()).stream()
                    .filter(vector -> vector.text("scheme").equals("pure"))
                    .toList();
        }

        @Override
        public String toString() {
            return curve.toString();
        }
    }

    /// The schemes with a parameter.
    enum Scheme {
        CTX("Ed25519ctx", "ctx"),
        PH("Ed25519ph", "ph");

        private final String title;
        private final String vectors;

        Scheme(String title, String vectors) {
            this.title = title;
            this.vectors = vectors;
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
