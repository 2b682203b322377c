package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.VERIFY;

import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;

/// ECDSA, sections 6.3.1, 6.3.12 and 6.3.13; every signature on a NIST curve goes to or comes from the JDK.
@Chapter(id = "ec", title = "Elliptic curves", section = "6.3")
record EcdsaTests(Bench bench) implements CryptoSuite {
    private static final Mechanism ECDSA = Mechanism.of(Ckm.ECDSA);
    private static final byte[] MESSAGE = Data.text("sample");

    @Requirement(
            id = "ec.ecdsa.verify",
            functions = VERIFY,
            section = "6.3.12",
            rule = "The signatures of RFC 6979 on {0} are accepted, whatever the length of the digest")
    void verifying(Nist nist) {
        Crypto crypto = with(nist.curve());
        byte[] point = nist.vectors().get(0).bytes("public");
        long key = crypto.session().create(Keys.ecPublic(nist.curve(), point, Cka.VERIFY));
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
        Crypto crypto = with(nist.curve());
        Vector vector = nist.vectors().get(4);
        long key = crypto.session().create(Keys.ecPublic(nist.curve(), vector.bytes("public"), Cka.VERIFY));
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
        Crypto crypto = with(nist.curve());
        Vector vector = nist.vectors().get(4);
        long key = crypto.session().create(Keys.ecPrivate(nist.curve(), vector.bytes("private"), Cka.SIGN));
        // Numbers with leading zeros come once in a few hundred times.
        for (int i = 0; i < 20; i++) {
            byte[] signature = crypto.sign(ECDSA, key, digest(vector));
            check("length of the signature", 2 * nist.curve().length(), signature.length);
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

    private static boolean accepted(String hash, Nist nist, Vector key, byte[] data, byte[] signature) {
        return Jdk.verifies(
                hash + "withECDSAinP1363Format",
                null,
                Jdk.ecPublic(nist.curve(), key.bytes("public")),
                data,
                signature);
    }

    /// {@return a signature on P-521 that has a zero byte in front of both halves, as about every fourth has}
    private static Vector shortened() {
        return Nist.P521.vectors().stream()
                .filter(vector ->
                        vector.bytes("signature")[0] == 0 && vector.bytes("signature")[Curve.P521.length()] == 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no signature of RFC 6979 on P-521 is short"));
    }
}
