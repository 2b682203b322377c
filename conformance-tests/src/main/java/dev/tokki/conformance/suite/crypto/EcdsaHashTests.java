package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.SIGN_FINAL;
import static dev.tokki.api.Function.SIGN_UPDATE;
import static dev.tokki.api.Function.VERIFY;
import static dev.tokki.api.Function.VERIFY_FINAL;

import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.util.List;

/// ECDSA with hashing, section 6.3.13; every signature on a NIST curve goes to or comes from the JDK.
@Chapter(id = "ec", title = "Elliptic curves", section = "6.3")
record EcdsaHashTests(Bench bench) implements CryptoSuite {
    private static final byte[] MESSAGE = Data.text("sample");

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
            long publicKey = crypto.session().create(Keys.ecPublic(nist.curve(), key.bytes("public"), Cka.VERIFY));
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

    private Crypto hashing(Hash hash) {
        requires(hash.ecdsa(), Ckf.SIGN, Ckf.VERIFY);
        return crypto();
    }

    private static boolean accepted(String hash, Nist nist, Vector key, byte[] data, byte[] signature) {
        return Jdk.verifies(
                hash + "withECDSAinP1363Format",
                null,
                Jdk.ecPublic(nist.curve(), key.bytes("public")),
                data,
                signature);
    }

    private static byte[] byJdk(Hash hash, Nist nist, Vector key) {
        return Jdk.sign(
                hash.jdkPrefix() + "withECDSAinP1363Format",
                null,
                Jdk.ecPrivate(nist.curve(), key.bytes("private")),
                MESSAGE);
    }
}
