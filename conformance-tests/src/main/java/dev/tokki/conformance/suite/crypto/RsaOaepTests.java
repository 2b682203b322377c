package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.ENCRYPT_INIT;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Encryption.Encrypt;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import javax.crypto.Cipher;

/// RSA-OAEP, sections 6.1.7 and 6.1.8; every ciphertext goes to or comes from the JDK.
@Chapter(id = "rsa", title = "RSA", section = "6.1")
record RsaOaepTests(Bench bench) implements CryptoSuite {
    private static final int MODULUS = 256;
    private static final byte[] MESSAGE = Data.counting(48);
    private static final byte[] NO_LABEL = {};

    @Requirement(
            id = "rsa.oaep.encrypt",
            functions = ENCRYPT,
            section = "6.1.8",
            rule = "What CKM_RSA_PKCS_OAEP encrypts with {0} and MGF1 of the same hash, the JDK decrypts")
    void oaepEncrypting(Hash hash) {
        Crypto crypto = with(Ckm.RSA_PKCS_OAEP);
        long key = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        byte[] ciphertext = offered(crypto, oaep(hash, hash, NO_LABEL), key);
        same("decrypted by the JDK", MESSAGE, undone(hash, hash, NO_LABEL, ciphertext));
    }

    @Requirement(
            id = "rsa.oaep.decrypt",
            functions = DECRYPT,
            section = "6.1.8",
            rule = "What the JDK encrypts by OAEP with {0} and MGF1 of the same hash, CKM_RSA_PKCS_OAEP decrypts")
    void oaepDecrypting(Hash hash) {
        Crypto crypto = with(Ckm.RSA_PKCS_OAEP);
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        offered(crypto, oaep(hash, hash, NO_LABEL), publicKey);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.DECRYPT));
        byte[] ciphertext = Jdk.rsaOaep(Cipher.ENCRYPT_MODE, Jdk.rsaPublic(), hash, hash, NO_LABEL, MESSAGE);
        same("decrypted", MESSAGE, crypto.decrypt(oaep(hash, hash, NO_LABEL), key, ciphertext));
    }

    @Requirement(
            id = "rsa.oaep.mgf",
            functions = {ENCRYPT, DECRYPT},
            section = {"6.1.7.3", "6.1.8"},
            rule = "OAEP with SHA-256 and MGF1-SHA-1, if offered, is understood by the JDK and the other way round")
    void oaepMaskOfAnotherHash() {
        oaepBothWays(Hash.SHA256, Hash.SHA1, NO_LABEL);
    }

    @Requirement(
            id = "rsa.oaep.label",
            functions = {ENCRYPT, DECRYPT},
            section = {"6.1.7.3", "6.1.8"},
            rule = "OAEP with a label, if offered, is understood by the JDK and the other way round")
    void oaepLabel() {
        oaepBothWays(Hash.SHA1, Hash.SHA1, Data.text("a label"));
    }

    @Requirement(
            id = "rsa.oaep.wrong-label",
            functions = DECRYPT,
            section = {"5.1.6", "5.10.2", "6.1.8"},
            rule = "A ciphertext of OAEP that was made with another label is CKR_ENCRYPTED_DATA_INVALID")
    void oaepWrongLabel() {
        Crypto crypto = with(Ckm.RSA_PKCS_OAEP);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.DECRYPT));
        byte[] ciphertext =
                Jdk.rsaOaep(Cipher.ENCRYPT_MODE, Jdk.rsaPublic(), Hash.SHA1, Hash.SHA1, Data.text("a label"), MESSAGE);
        crypto.decrypting(oaep(Hash.SHA1, Hash.SHA1, NO_LABEL), key, ciphertext).returns(Ckr.ENCRYPTED_DATA_INVALID);
    }

    @Requirement(
            id = "rsa.oaep.data-length",
            functions = ENCRYPT,
            section = {"5.8.2", "6.1.8"},
            rule = "OAEP with SHA-1 encrypts up to 214 bytes with a modulus of 256; 215 are CKR_DATA_LEN_RANGE")
    void oaepDataLength() {
        Crypto crypto = with(Ckm.RSA_PKCS_OAEP);
        long key = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        byte[] most = Data.counting(MODULUS - 2 - 2 * 20);
        same(
                "decrypted by the JDK",
                most,
                undone(
                        Hash.SHA1,
                        Hash.SHA1,
                        NO_LABEL,
                        crypto.encrypt(oaep(Hash.SHA1, Hash.SHA1, NO_LABEL), key, most)));
        crypto.encrypting(oaep(Hash.SHA1, Hash.SHA1, NO_LABEL), key, Data.counting(most.length + 1))
                .returns(Ckr.DATA_LEN_RANGE);
    }

    @Requirement(
            id = "rsa.oaep.not-offered",
            functions = ENCRYPT_INIT,
            section = {"5.1.6", "5.8.1", "6.1.8"},
            rule = "OAEP with {0} that the token does not offer is CKR_MECHANISM_PARAM_INVALID")
    void oaepNotOffered(Hash hash) {
        Crypto crypto = with(Ckm.RSA_PKCS_OAEP);
        long key = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        expect(new EncryptInit(crypto.handle(), oaep(hash, hash, NO_LABEL), key))
                .returns(Ckr.OK, Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "rsa.oaep.no-parameter",
            functions = ENCRYPT_INIT,
            section = {"5.1.6", "6.1.8"},
            rule = "OAEP without its parameter is CKR_MECHANISM_PARAM_INVALID")
    void oaepNoParameter() {
        Crypto crypto = with(Ckm.RSA_PKCS_OAEP);
        long key = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        expect(new EncryptInit(crypto.handle(), Mechanism.of(Ckm.RSA_PKCS_OAEP), key))
                .returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "rsa.oaep.hash-unknown",
            functions = ENCRYPT_INIT,
            section = {"5.1.6", "6.1.7.3"},
            rule = "OAEP with a hash that is none is CKR_MECHANISM_PARAM_INVALID")
    void oaepHashThatIsNone() {
        Crypto crypto = with(Ckm.RSA_PKCS_OAEP);
        long key = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        Mechanism wrong = Mechanism.of(
                Ckm.RSA_PKCS_OAEP, new RsaParameter.Oaep(Ckm.AES_CBC, Hash.SHA1.mgf(), Ckz.DATA_SPECIFIED, Bytes.NULL));
        expect(new EncryptInit(crypto.handle(), wrong, key)).returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    private void oaepBothWays(Hash hash, Hash mgf, byte[] label) {
        Crypto crypto = with(Ckm.RSA_PKCS_OAEP);
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.DECRYPT));
        Mechanism mechanism = oaep(hash, mgf, label);
        same("decrypted by the JDK", MESSAGE, undone(hash, mgf, label, offered(crypto, mechanism, publicKey)));
        byte[] ciphertext = Jdk.rsaOaep(Cipher.ENCRYPT_MODE, Jdk.rsaPublic(), hash, mgf, label, MESSAGE);
        same("decrypted", MESSAGE, crypto.decrypt(mechanism, privateKey, ciphertext));
    }

    /// {@return the message encrypted, where the token offers this choice of hashes and label (section 5.1.6: which
    /// parameters are supported can vary)}
    private byte[] offered(Crypto crypto, Mechanism mechanism, long key) {
        if (!expect(new EncryptInit(crypto.handle(), mechanism, key)).rv().isOk()) {
            throw notSupported("it does not offer " + mechanism);
        }
        return expect(new Encrypt(crypto.handle(), Bytes.of(MESSAGE), Buffer.of(MODULUS)))
                .value()
                .array();
    }

    private Crypto with(long mechanism) {
        requires(mechanism, Ckf.ENCRYPT, Ckf.DECRYPT);
        return crypto();
    }

    private static Mechanism oaep(Hash hash, Hash mgf, byte[] label) {
        Bytes source = label.length == 0 ? Bytes.NULL : Bytes.of(label);
        return Mechanism.of(
                Ckm.RSA_PKCS_OAEP, new RsaParameter.Oaep(hash.digest(), mgf.mgf(), Ckz.DATA_SPECIFIED, source));
    }

    private static byte[] undone(Hash hash, Hash mgf, byte[] label, byte[] ciphertext) {
        return Jdk.rsaOaep(Cipher.DECRYPT_MODE, Jdk.rsaPrivate(), hash, mgf, label, ciphertext);
    }
}
