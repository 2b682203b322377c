package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT_DIGEST_UPDATE;
import static dev.tokki.api.Function.DECRYPT_VERIFY_UPDATE;
import static dev.tokki.api.Function.DIGEST_ENCRYPT_UPDATE;
import static dev.tokki.api.Function.DIGEST_INIT;
import static dev.tokki.api.Function.SIGN_ENCRYPT_UPDATE;
import static dev.tokki.api.Function.SIGN_INIT;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Output;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Digesting.DigestFinal;
import dev.tokki.api.call.DualFunction.DecryptDigestUpdate;
import dev.tokki.api.call.DualFunction.DecryptVerifyUpdate;
import dev.tokki.api.call.DualFunction.DigestEncryptUpdate;
import dev.tokki.api.call.DualFunction.SignEncryptUpdate;
import dev.tokki.api.call.Signing.SignFinal;
import dev.tokki.api.call.Verification.VerifyFinal;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// Two operations at once, sections 5.1.6 and 5.17.
@Chapter(id = "dual", title = "Dual-function operations", section = "5.17")
record DualTests(Bench bench) implements CryptoSuite {
    private static final byte[] DATA = Kind.DATA;
    private static final Bytes CIPHERTEXT = Bytes.of(ciphertext());

    @Requirement(
            id = "dual.digest-encrypt",
            functions = DIGEST_ENCRYPT_UPDATE,
            section = "5.17.1",
            rule = "C_DigestEncryptUpdate encrypts a part and digests it")
    void digestEncrypt() {
        Session session = with(Kind.DIGEST, Kind.ENCRYPT);
        same("encrypted", ciphertext(), output(new DigestEncryptUpdate(session.handle(), Bytes.of(DATA), room())));
        same("digest", Jdk.digest(Hash.SHA256, DATA), output(new DigestFinal(session.handle(), room())));
    }

    @Requirement(
            id = "dual.digest-encrypt.query",
            functions = DIGEST_ENCRYPT_UPDATE,
            section = {"5.2", "5.17.1"},
            rule = "A query of C_DigestEncryptUpdate, and a buffer too small, digest nothing")
    void queryDigestsNothing() {
        Session session = with(Kind.DIGEST, Kind.ENCRYPT);
        Bytes part = Bytes.of(DATA);
        expect(new DigestEncryptUpdate(session.handle(), part, Buffer.query())).succeeds();
        expect(new DigestEncryptUpdate(session.handle(), part, Buffer.of(31))).returns(Ckr.BUFFER_TOO_SMALL);
        same("encrypted", ciphertext(), output(new DigestEncryptUpdate(session.handle(), part, room())));
        same("digest", Jdk.digest(Hash.SHA256, DATA), output(new DigestFinal(session.handle(), room())));
    }

    @Requirement(
            id = "dual.decrypt-digest",
            functions = DECRYPT_DIGEST_UPDATE,
            section = "5.17.2",
            rule = "C_DecryptDigestUpdate decrypts a part and digests the result")
    void decryptDigest() {
        Session session = with(Kind.DECRYPT, Kind.DIGEST);
        same("decrypted", DATA, output(new DecryptDigestUpdate(session.handle(), CIPHERTEXT, room())));
        same("digest", Jdk.digest(Hash.SHA256, DATA), output(new DigestFinal(session.handle(), room())));
    }

    @Requirement(
            id = "dual.sign-encrypt",
            functions = SIGN_ENCRYPT_UPDATE,
            section = "5.17.3",
            rule = "C_SignEncryptUpdate encrypts a part and signs it")
    void signEncrypt() {
        Session session = with(Kind.SIGN, Kind.ENCRYPT);
        same("encrypted", ciphertext(), output(new SignEncryptUpdate(session.handle(), Bytes.of(DATA), room())));
        same("MAC", mac(), output(new SignFinal(session.handle(), room())));
    }

    @Requirement(
            id = "dual.decrypt-verify",
            functions = DECRYPT_VERIFY_UPDATE,
            section = "5.17.4",
            rule = "C_DecryptVerifyUpdate decrypts a part and verifies the result")
    void decryptVerify() {
        Session session = with(Kind.DECRYPT, Kind.VERIFY);
        same("decrypted", DATA, output(new DecryptVerifyUpdate(session.handle(), CIPHERTEXT, room())));
        expect(new VerifyFinal(session.handle(), Bytes.of(mac()))).succeeds();
    }

    @Requirement(
            id = "dual.both-active",
            functions = DIGEST_ENCRYPT_UPDATE,
            section = {"5.1.6", "5.17.1"},
            rule = "C_DigestEncryptUpdate with a digest alone is CKR_OPERATION_NOT_INITIALIZED")
    void bothMustBeActive() {
        Session session = dual();
        begin(session, Kind.DIGEST);
        expect(new DigestEncryptUpdate(session.handle(), Bytes.of(DATA), room()))
                .returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    /// No function combines the two, so a module may refuse the second with CKR_OPERATION_ACTIVE. If it does not, they
    /// must not disturb each other.
    @Requirement(
            id = "dual.digest-beside-sign",
            functions = {DIGEST_INIT, SIGN_INIT},
            section = {"5.1.6", "5.12.1", "5.13.1"},
            rule = "A digest and a signature in one session do not disturb each other, or the second is refused with"
                    + " CKR_OPERATION_ACTIVE")
    void digestBesideSignature() {
        requires(Kind.DIGEST.mechanism(), Ckf.DIGEST);
        requires(Kind.SIGN.mechanism(), Ckf.SIGN);
        Session session = userSession();
        begin(session, Kind.DIGEST);
        long key = session.create(Kind.SIGN.key().orElseThrow());
        Answer<Void> second = expect(Kind.SIGN.init(session.handle(), Kind.SIGN.mechanism(), key));
        second.returns(Ckr.OK, Ckr.OPERATION_ACTIVE);
        Bytes half = Bytes.of(Data.part(DATA, 0, 16));
        Bytes rest = Bytes.of(Data.part(DATA, 16, 32));
        expect(Kind.DIGEST.update(session.handle(), half)).succeeds();
        if (second.rv().isOk()) {
            expect(Kind.SIGN.update(session.handle(), half)).succeeds();
            expect(Kind.DIGEST.update(session.handle(), rest)).succeeds();
            expect(Kind.SIGN.update(session.handle(), rest)).succeeds();
            same("MAC", mac(), output(new SignFinal(session.handle(), room())));
        } else {
            expect(Kind.DIGEST.update(session.handle(), rest)).succeeds();
        }
        same("digest", Jdk.digest(Hash.SHA256, DATA), output(new DigestFinal(session.handle(), room())));
    }

    @Requirement(
            id = "dual.flag",
            functions = {DIGEST_INIT, SIGN_INIT},
            section = {"3.2", "5.1.6", "5.17"},
            rule = "A token that says CKF_DUAL_CRYPTO_OPERATIONS can begin {0} at once")
    void theFlagKeepsItsPromise(Pair pair) {
        Session session = userSession();
        requiresFlag();
        begin(session, pair.first);
        requires(pair.second.mechanism(), pair.second.flag());
        long key = pair.second.key().map(session::create).orElse(0L);
        expect(pair.second.init(session.handle(), pair.second.mechanism(), key)).succeeds();
    }

    private Session with(Kind first, Kind second) {
        Session session = dual();
        begin(session, first);
        begin(session, second);
        return session;
    }

    private Session dual() {
        Session session = userSession();
        requiresFlag();
        return session;
    }

    private void requiresFlag() {
        if (!token().has(Ckf.DUAL_CRYPTO_OPERATIONS)) {
            throw notSupported("the token does not say CKF_DUAL_CRYPTO_OPERATIONS");
        }
    }

    private byte[] output(Call<Output> call) {
        return expect(call).value().array();
    }

    private static Buffer room() {
        return Buffer.of(256);
    }

    private static byte[] mac() {
        return Jdk.hmac(Hash.SHA256, Keys.genericValue(), DATA);
    }

    private static byte[] ciphertext() {
        return Jdk.aes(Cipher.ENCRYPT_MODE, "CBC/NoPadding", Keys.aesValue(), new IvParameterSpec(new byte[16]), DATA);
    }

    /// The pairs that section 5.17 combines.
    enum Pair {
        DIGEST_ENCRYPT(Kind.DIGEST, Kind.ENCRYPT),
        DECRYPT_DIGEST(Kind.DECRYPT, Kind.DIGEST),
        SIGN_ENCRYPT(Kind.SIGN, Kind.ENCRYPT),
        DECRYPT_VERIFY(Kind.DECRYPT, Kind.VERIFY);

        private final Kind first;
        private final Kind second;

        Pair(Kind first, Kind second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public String toString() {
            return "the operations of %s and %s".formatted(first, second);
        }
    }
}
