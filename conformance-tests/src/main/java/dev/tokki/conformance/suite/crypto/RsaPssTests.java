package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.SIGN_FINAL;
import static dev.tokki.api.Function.SIGN_INIT;
import static dev.tokki.api.Function.SIGN_UPDATE;
import static dev.tokki.api.Function.VERIFY;
import static dev.tokki.api.Function.VERIFY_FINAL;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Signing.Sign;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;

/// RSA-PSS, sections 6.1.9, 6.1.10 and 6.1.15; every signature goes to or comes from the JDK.
@Chapter(id = "rsa", title = "RSA", section = "6.1")
record RsaPssTests(Bench bench) implements CryptoSuite {
    private static final byte[] MESSAGE = Data.counting(1000);
    private static final int MODULUS = 256;

    @Requirement(
            id = "rsa.pss.sign",
            functions = SIGN,
            section = "6.1.15",
            rule = "An RSA-PSS signature with {0} and a salt as long as the digest is accepted by the JDK")
    void signing(Hash hash) {
        Crypto crypto = with(hash.rsaPss());
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        byte[] signature = crypto.sign(pss(hash, hash, hash.length()), key, MESSAGE);
        check("length of the signature", MODULUS, signature.length);
        check("the JDK accepts the signature", true, accepted(hash, hash, hash.length(), signature));
    }

    @Requirement(
            id = "rsa.pss.verify",
            functions = VERIFY,
            section = {"5.15.2", "6.1.15"},
            rule = "The JDK's RSA-PSS signature with {0} is accepted; with a changed message it is"
                    + " CKR_SIGNATURE_INVALID")
    void verifying(Hash hash) {
        Crypto crypto = with(hash.rsaPss());
        long key = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        byte[] signature = jdk(hash, hash, hash.length());
        Mechanism mechanism = pss(hash, hash, hash.length());
        crypto.verify(mechanism, key, MESSAGE, signature).succeeds();
        crypto.verify(mechanism, key, Keys.spoiled(MESSAGE, 0), signature).returns(Ckr.SIGNATURE_INVALID);
    }

    @Requirement(
            id = "rsa.pss.salt",
            functions = {SIGN, VERIFY},
            section = {"6.1.9.1", "6.1.15"},
            rule = "RSA-PSS takes a salt of {0}")
    void saltLengths(Salt salt) {
        Crypto crypto = with(Ckm.SHA256_RSA_PKCS_PSS);
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        Mechanism mechanism = pss(Hash.SHA256, Hash.SHA256, salt.length);
        byte[] signature = crypto.sign(mechanism, privateKey, MESSAGE);
        check("the JDK accepts the signature", true, accepted(Hash.SHA256, Hash.SHA256, salt.length, signature));
        crypto.verify(mechanism, publicKey, MESSAGE, jdk(Hash.SHA256, Hash.SHA256, salt.length))
                .succeeds();
    }

    @Requirement(
            id = "rsa.pss.salt-none",
            functions = SIGN,
            section = "6.1.15",
            rule = "Without a salt an RSA-PSS signature is always the same, that of the JDK")
    void withoutSalt() {
        Crypto crypto = with(Ckm.SHA256_RSA_PKCS_PSS);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        same(
                "signature",
                jdk(Hash.SHA256, Hash.SHA256, 0),
                crypto.sign(pss(Hash.SHA256, Hash.SHA256, 0), key, MESSAGE));
    }

    @Requirement(
            id = "rsa.pss.salt-other",
            functions = VERIFY,
            section = {"5.15.2", "6.1.15"},
            rule = "A signature whose salt has another length than the parameter says is CKR_SIGNATURE_INVALID")
    void anotherSaltLength() {
        Crypto crypto = with(Ckm.SHA256_RSA_PKCS_PSS);
        long key = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        crypto.verify(pss(Hash.SHA256, Hash.SHA256, 32), key, MESSAGE, jdk(Hash.SHA256, Hash.SHA256, 20))
                .returns(Ckr.SIGNATURE_INVALID);
    }

    /// The limit depends on the key, so C_Sign may be the first to see it; it has no parameter to complain of.
    @Requirement(
            id = "rsa.pss.salt-too-long",
            functions = {SIGN_INIT, SIGN},
            section = {"5.1.6", "6.1.15"},
            rule = "A salt longer than the modulus allows is refused, by C_SignInit with CKR_MECHANISM_PARAM_INVALID or"
                    + " by C_Sign")
    void saltTooLong() {
        Crypto crypto = with(Ckm.SHA256_RSA_PKCS_PSS);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        Mechanism mechanism = pss(Hash.SHA256, Hash.SHA256, MODULUS - 2 - 32 + 1);
        Answer<Void> begun = expect(new SignInit(crypto.handle(), mechanism, key));
        if (begun.returns(Ckr.OK, Ckr.MECHANISM_PARAM_INVALID).rv().isOk()) {
            expect(new Sign(crypto.handle(), Bytes.of(MESSAGE), Buffer.of(MODULUS)))
                    .fails();
        }
    }

    @Requirement(
            id = "rsa.pss.mgf",
            functions = {SIGN, VERIFY},
            section = {"6.1.7.1", "6.1.9.1", "6.1.15"},
            rule = "The mask generation function may have another hash than the signature: SHA-256 with MGF1-SHA-1,"
                    + " unless the token does not offer it (CKR_MECHANISM_PARAM_INVALID)")
    void maskOfAnotherHash() {
        Crypto crypto = with(Ckm.SHA256_RSA_PKCS_PSS);
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        Mechanism mechanism = pss(Hash.SHA256, Hash.SHA1, 32);
        Answer<Void> begun = expect(new SignInit(crypto.handle(), mechanism, privateKey));
        if (!begun.returns(Ckr.OK, Ckr.MECHANISM_PARAM_INVALID).rv().isOk()) {
            throw notSupported("it does not mix hashes in RSA-PSS");
        }
        byte[] signature = expect(new Sign(crypto.handle(), Bytes.of(MESSAGE), Buffer.of(MODULUS)))
                .value()
                .array();
        check("the JDK accepts the signature", true, accepted(Hash.SHA256, Hash.SHA1, 32, signature));
        crypto.verify(mechanism, publicKey, MESSAGE, jdk(Hash.SHA256, Hash.SHA1, 32))
                .succeeds();
    }

    @Requirement(
            id = "rsa.pss.hash-mismatch",
            functions = SIGN_INIT,
            section = {"5.1.6", "6.1.9.1"},
            rule = "With a mechanism that hashes, the parameter must name the same hash: SHA-1 with"
                    + " CKM_SHA256_RSA_PKCS_PSS is CKR_MECHANISM_PARAM_INVALID")
    void theHashMustBeTheMechanisms() {
        Crypto crypto = with(Ckm.SHA256_RSA_PKCS_PSS);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        Mechanism mechanism =
                Mechanism.of(Ckm.SHA256_RSA_PKCS_PSS, new RsaParameter.Pss(Hash.SHA1.digest(), Hash.SHA1.mgf(), 20));
        expect(new SignInit(crypto.handle(), mechanism, key)).returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "rsa.pss.no-parameter",
            functions = SIGN_INIT,
            section = {"5.1.6", "6.1.15"},
            rule = "RSA-PSS without its parameter is CKR_MECHANISM_PARAM_INVALID")
    void noParameter() {
        Crypto crypto = with(Ckm.SHA256_RSA_PKCS_PSS);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        expect(new SignInit(crypto.handle(), Mechanism.of(Ckm.SHA256_RSA_PKCS_PSS), key))
                .returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "rsa.pss.parts",
            functions = {SIGN_UPDATE, SIGN_FINAL, VERIFY_FINAL},
            section = {"5.13.3", "5.15.3", "6.1.15"},
            rule = "RSA-PSS with SHA-256 can be made and verified in parts")
    void parts() {
        Crypto crypto = with(Ckm.SHA256_RSA_PKCS_PSS);
        Mechanism mechanism = pss(Hash.SHA256, Hash.SHA256, 32);
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        byte[] signature = crypto.sign(mechanism, privateKey, Data.parts(MESSAGE));
        check("the JDK accepts the signature", true, accepted(Hash.SHA256, Hash.SHA256, 32, signature));
        crypto.verify(mechanism, publicKey, Data.parts(MESSAGE), jdk(Hash.SHA256, Hash.SHA256, 32))
                .succeeds();
    }

    @Requirement(
            id = "rsa.pss.no-hash",
            functions = {SIGN, VERIFY},
            section = "6.1.10",
            rule = "CKM_RSA_PKCS_PSS signs the digest that the application gives")
    void withoutHash() {
        Crypto crypto = with(Ckm.RSA_PKCS_PSS);
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        Mechanism mechanism =
                Mechanism.of(Ckm.RSA_PKCS_PSS, new RsaParameter.Pss(Hash.SHA256.digest(), Hash.SHA256.mgf(), 32));
        byte[] digest = Jdk.digest(Hash.SHA256, MESSAGE);
        byte[] signature = crypto.sign(mechanism, privateKey, digest);
        check("the JDK accepts the signature", true, accepted(Hash.SHA256, Hash.SHA256, 32, signature));
        crypto.verify(mechanism, publicKey, digest, jdk(Hash.SHA256, Hash.SHA256, 32))
                .succeeds();
    }

    @Requirement(
            id = "rsa.pss.digest-length",
            functions = SIGN,
            section = {"5.13.2", "6.1.10"},
            rule = "CKM_RSA_PKCS_PSS refuses data that is not as long as the digest: CKR_DATA_LEN_RANGE")
    void digestLength() {
        Crypto crypto = with(Ckm.RSA_PKCS_PSS);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        Mechanism mechanism =
                Mechanism.of(Ckm.RSA_PKCS_PSS, new RsaParameter.Pss(Hash.SHA256.digest(), Hash.SHA256.mgf(), 32));
        crypto.signing(mechanism, key, Data.counting(31)).returns(Ckr.DATA_LEN_RANGE);
    }

    private Crypto with(long mechanism) {
        requires(mechanism, Ckf.SIGN, Ckf.VERIFY);
        return crypto();
    }

    private static Mechanism pss(Hash hash, Hash mgf, int salt) {
        return Mechanism.of(hash.rsaPss(), new RsaParameter.Pss(hash.digest(), mgf.mgf(), salt));
    }

    private static byte[] jdk(Hash hash, Hash mgf, int salt) {
        return Jdk.sign("RSASSA-PSS", Jdk.pss(hash, mgf, salt), Jdk.rsaPrivate(), MESSAGE);
    }

    private static boolean accepted(Hash hash, Hash mgf, int salt, byte[] signature) {
        return Jdk.verifies("RSASSA-PSS", Jdk.pss(hash, mgf, salt), Jdk.rsaPublic(), MESSAGE, signature);
    }

    /// Lengths of the salt for SHA-256 and a modulus of 2048 bits.
    enum Salt {
        NONE("no bytes", 0),
        SHORTER("20 bytes, fewer than the digest has", 20),
        MOST("222 bytes, all that the modulus allows", MODULUS - 2 - 32);

        private final String title;
        private final int length;

        Salt(String title, int length) {
            this.title = title;
            this.length = length;
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
