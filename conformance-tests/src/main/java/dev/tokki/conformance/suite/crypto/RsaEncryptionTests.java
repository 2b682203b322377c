package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.ENCRYPT_INIT;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Encryption.Encrypt;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;

/// RSA encryption: PKCS #1 v1.5, OAEP and raw, sections 6.1.6, 6.1.8 and 6.1.12; every ciphertext goes to or comes from
/// the JDK.
@Chapter(id = "rsa", title = "RSA", section = "6.1")
record RsaEncryptionTests(Bench bench) implements CryptoSuite {
    private static final int MODULUS = 256;
    private static final byte[] MESSAGE = Data.counting(48);
    private static final Mechanism PKCS = Mechanism.of(Ckm.RSA_PKCS);
    private static final Mechanism RAW = Mechanism.of(Ckm.RSA_X_509);
    private static final byte[] NO_LABEL = {};

    @Requirement(
            id = "rsa.pkcs.encrypt",
            functions = ENCRYPT,
            section = "6.1.6",
            rule = "What CKM_RSA_PKCS encrypts, the JDK decrypts; twice the same data gives two ciphertexts")
    void encrypting() {
        Crypto crypto = with(Ckm.RSA_PKCS);
        long key = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        byte[] ciphertext = crypto.encrypt(PKCS, key, MESSAGE);
        same("decrypted by the JDK", MESSAGE, undone("PKCS1Padding", ciphertext));
        check(
                "a second ciphertext",
                "another one",
                !Arrays.equals(ciphertext, crypto.encrypt(PKCS, key, MESSAGE)),
                "the same");
    }

    @Requirement(
            id = "rsa.pkcs.decrypt",
            functions = DECRYPT,
            section = "6.1.6",
            rule = "What the JDK encrypts by PKCS #1 v1.5, CKM_RSA_PKCS decrypts, from no bytes to 11 less than the"
                    + " modulus has")
    void decrypting() {
        Crypto crypto = with(Ckm.RSA_PKCS);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.DECRYPT));
        each(List.of(0, 1, 48, MODULUS - 11), length -> {
            byte[] data = Data.counting(length);
            byte[] ciphertext = Jdk.rsa(Cipher.ENCRYPT_MODE, "PKCS1Padding", Jdk.rsaPublic(), data);
            same("%d bytes".formatted(length), data, crypto.decrypt(PKCS, key, ciphertext));
        });
    }

    @Requirement(
            id = "rsa.pkcs.encrypt-too-long",
            functions = ENCRYPT,
            section = {"5.8.2", "6.1.6"},
            rule = "CKM_RSA_PKCS refuses more data than 11 bytes less than the modulus has: CKR_DATA_LEN_RANGE")
    void dataTooLong() {
        Crypto crypto = with(Ckm.RSA_PKCS);
        long key = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        crypto.encrypting(PKCS, key, Data.counting(MODULUS - 10)).returns(Ckr.DATA_LEN_RANGE);
    }

    /// Section 5.10.2 leaves the choice between the two.
    @Requirement(
            id = "rsa.pkcs.decrypt-length",
            functions = DECRYPT,
            section = {"5.10.2", "6.1.6"},
            rule = "CKM_RSA_PKCS refuses a ciphertext that is not as long as the modulus:"
                    + " CKR_ENCRYPTED_DATA_LEN_RANGE or CKR_ENCRYPTED_DATA_INVALID")
    void ciphertextLength() {
        Crypto crypto = with(Ckm.RSA_PKCS);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.DECRYPT));
        crypto.decrypting(PKCS, key, Data.counting(MODULUS - 1))
                .returns(Ckr.ENCRYPTED_DATA_LEN_RANGE, Ckr.ENCRYPTED_DATA_INVALID);
    }

    /// A module may hide from attackers that the padding is wrong and yield random bytes instead, as the TLS and NSS
    /// people recommend; it must not yield the data.
    @Requirement(
            id = "rsa.pkcs.bad-padding",
            functions = DECRYPT,
            section = {"5.1.6", "5.10.2", "6.1.6"},
            rule = "Padding that is not of block type 02 is CKR_ENCRYPTED_DATA_INVALID, or, to give attackers no sign,"
                    + " decrypts to something else")
    void badPadding() {
        Crypto crypto = with(Ckm.RSA_PKCS);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.DECRYPT));
        byte[] block =
                Data.joined(new byte[] {0, 1, (byte) 0xff, (byte) 0xff}, Data.joined(new byte[MODULUS - 52], MESSAGE));
        byte[] ciphertext = Jdk.rsa(Cipher.ENCRYPT_MODE, "NoPadding", Jdk.rsaPublic(), block);
        Answer<?> answer = crypto.decrypting(PKCS, key, ciphertext).returns(Ckr.ENCRYPTED_DATA_INVALID, Ckr.OK);
        if (answer.rv().isOk() && answer.outputs() instanceof Output output) {
            check("decrypted", "anything but the data", !Arrays.equals(MESSAGE, output.array()), "the data");
        }
    }

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

    @Requirement(
            id = "rsa.raw.encrypt",
            functions = {ENCRYPT, DECRYPT},
            section = "6.1.12",
            rule = "CKM_RSA_X_509 encrypts and decrypts by exponentiation alone, as the JDK does; decrypting yields as"
                    + " many bytes as the modulus has")
    void raw() {
        Crypto crypto = with(Ckm.RSA_X_509);
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.DECRYPT));
        byte[] padded = Data.joined(new byte[MODULUS - MESSAGE.length], MESSAGE);
        byte[] expected = Jdk.rsa(Cipher.ENCRYPT_MODE, "NoPadding", Jdk.rsaPublic(), padded);
        same("encrypted", expected, crypto.encrypt(RAW, publicKey, padded));
        same("decrypted", padded, crypto.decrypt(RAW, privateKey, expected));
    }

    @Requirement(
            id = "rsa.raw.encrypt-short",
            functions = ENCRYPT,
            section = "6.1.12",
            rule = "CKM_RSA_X_509 pads shorter data with zeros in front")
    void rawShortData() {
        Crypto crypto = with(Ckm.RSA_X_509);
        long key = crypto.session().create(Keys.rsaPublic(Cka.ENCRYPT));
        byte[] padded = Data.joined(new byte[MODULUS - MESSAGE.length], MESSAGE);
        same(
                "encrypted",
                Jdk.rsa(Cipher.ENCRYPT_MODE, "NoPadding", Jdk.rsaPublic(), padded),
                crypto.encrypt(RAW, key, MESSAGE));
    }

    @Requirement(
            id = "rsa.raw.decrypt-too-large",
            functions = DECRYPT,
            section = "6.1.12",
            rule = "CKM_RSA_X_509 refuses a ciphertext that is not below the modulus: CKR_ENCRYPTED_DATA_INVALID")
    void rawCiphertextNotBelowTheModulus() {
        Crypto crypto = with(Ckm.RSA_X_509);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.DECRYPT));
        byte[] most = new byte[MODULUS];
        Arrays.fill(most, (byte) 0xff);
        crypto.decrypting(RAW, key, most).returns(Ckr.ENCRYPTED_DATA_INVALID);
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

    private static byte[] undone(String padding, byte[] ciphertext) {
        return Jdk.rsa(Cipher.DECRYPT_MODE, padding, Jdk.rsaPrivate(), ciphertext);
    }

    private static byte[] undone(Hash hash, Hash mgf, byte[] label, byte[] ciphertext) {
        return Jdk.rsaOaep(Cipher.DECRYPT_MODE, Jdk.rsaPrivate(), hash, mgf, label, ciphertext);
    }
}
