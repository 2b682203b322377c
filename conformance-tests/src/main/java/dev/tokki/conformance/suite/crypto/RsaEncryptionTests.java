package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.ENCRYPT;

import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;

/// RSA encryption of PKCS #1 v1.5 and raw, sections 6.1.6 and 6.1.12; every ciphertext goes to or comes from the JDK.
@Chapter(id = "rsa", title = "RSA", section = "6.1")
record RsaEncryptionTests(Bench bench) implements CryptoSuite {
    private static final int MODULUS = 256;
    private static final byte[] MESSAGE = Data.counting(48);
    private static final Mechanism PKCS = Mechanism.of(Ckm.RSA_PKCS);
    private static final Mechanism RAW = Mechanism.of(Ckm.RSA_X_509);

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

    private Crypto with(long mechanism) {
        requires(mechanism, Ckf.ENCRYPT, Ckf.DECRYPT);
        return crypto();
    }

    private static byte[] undone(String padding, byte[] ciphertext) {
        return Jdk.rsa(Cipher.DECRYPT_MODE, padding, Jdk.rsaPrivate(), ciphertext);
    }
}
