package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DIGEST;
import static dev.tokki.api.Function.DIGEST_FINAL;
import static dev.tokki.api.Function.DIGEST_INIT;
import static dev.tokki.api.Function.DIGEST_KEY;
import static dev.tokki.api.Function.DIGEST_UPDATE;
import static dev.tokki.api.Function.GET_MECHANISM_INFO;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Digesting.DigestFinal;
import dev.tokki.api.call.Digesting.DigestInit;
import dev.tokki.api.call.Digesting.DigestKey;
import dev.tokki.api.call.Digesting.DigestUpdate;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;

/// Digests, sections 5.12 and 6.20.
@Chapter(id = "digest", title = "Digests", section = "6.20")
record DigestTests(Bench bench) implements CryptoSuite {
    private static final int BIG = 100_003;

    @Requirement(
            id = "digest.vectors",
            functions = DIGEST,
            section = "6.20.2",
            rule = "{0} is the function of FIPS 180-4 or FIPS 202, as their examples show")
    void vectors(Hash hash) {
        Crypto crypto = with(hash.digest());
        for (Vector vector : Vectors.of("digests", "mechanism", name(hash))) {
            same(
                    vector.name(),
                    vector.bytes("digest"),
                    crypto.digest(Mechanism.of(hash.digest()), vector.bytes("message")));
        }
    }

    @Requirement(
            id = "digest.parts",
            functions = {DIGEST_UPDATE, DIGEST_FINAL},
            section = "5.12.3",
            rule = "{0} of 100 kB given in parts of uneven lengths is that of the whole, as the JDK computes it")
    void parts(Hash hash) {
        byte[] data = Data.counting(BIG);
        same(
                hash + " of 100003 bytes",
                Jdk.digest(hash, data),
                with(hash.digest()).digest(Mechanism.of(hash.digest()), Data.parts(data)));
    }

    @Requirement(
            id = "digest.sha-512-t",
            functions = DIGEST,
            section = "6.20.3",
            rule = "{0} is SHA-512 with an initial value of its own, cut short, as the examples of FIPS 180-4 show")
    void truncated(Truncated truncated) {
        Crypto crypto = with(truncated.mechanism);
        for (Vector vector : Vectors.of("digests", "mechanism", truncated.vectors)) {
            same(
                    vector.name(),
                    vector.bytes("digest"),
                    crypto.digest(Mechanism.of(truncated.mechanism), vector.bytes("message")));
        }
    }

    @Requirement(
            id = "digest.no-parts",
            functions = {DIGEST_INIT, DIGEST_FINAL},
            section = "5.12.1",
            rule = "C_DigestFinal without any C_DigestUpdate is the digest of no bytes")
    void noParts() {
        Crypto crypto = with(Ckm.SHA256);
        expect(new DigestInit(crypto.handle(), Mechanism.of(Ckm.SHA256))).succeeds();
        same(
                "SHA-256 of nothing",
                Jdk.digest(Hash.SHA256, new byte[0]),
                expect(new DigestFinal(crypto.handle(), Buffer.of(64))).value().array());
    }

    @Requirement(
            id = "digest.info",
            functions = GET_MECHANISM_INFO,
            section = "5.5.6",
            rule = "{0}, if it is listed, is for digesting")
    void isForDigesting(Hash hash) {
        requires(hash.digest());
        requires(hash.digest(), Ckf.DIGEST);
        long flags =
                bench().set(new GetMechanismInfo(token().slot(), hash.digest())).flags();
        check(hash + ", flags for keys", 0L, flags & (Ckf.ENCRYPT | Ckf.DECRYPT | Ckf.SIGN | Ckf.VERIFY));
    }

    /// A module may be unable to digest keys at all.
    @Requirement(
            id = "digest.key",
            functions = DIGEST_KEY,
            section = "5.12.4",
            rule = "C_DigestKey digests the value of a secret key, between parts of data, or answers"
                    + " CKR_KEY_INDIGESTIBLE")
    void keyBetweenParts() {
        Crypto crypto = with(Ckm.SHA256);
        long key = crypto.session().create(Keys.generic());
        expect(new DigestInit(crypto.handle(), Mechanism.of(Ckm.SHA256))).succeeds();
        expect(new DigestUpdate(crypto.handle(), Bytes.of(Data.text("before")))).succeeds();
        Answer<Void> answer = expect(new DigestKey(crypto.handle(), key)).returns(Ckr.OK, Ckr.KEY_INDIGESTIBLE);
        if (!answer.rv().isOk()) {
            throw notSupported("it cannot digest a generic secret key");
        }
        expect(new DigestUpdate(crypto.handle(), Bytes.of(Data.text("after")))).succeeds();
        byte[] all = Data.joined(Data.joined(Data.text("before"), Keys.genericValue()), Data.text("after"));
        same(
                "SHA-256 with a key inside",
                Jdk.digest(Hash.SHA256, all),
                expect(new DigestFinal(crypto.handle(), Buffer.of(32))).value().array());
    }

    @Requirement(
            id = "digest.key-handle",
            functions = DIGEST_KEY,
            section = "5.12.4",
            rule = "C_DigestKey refuses 0 as CKR_KEY_HANDLE_INVALID")
    void keyZero() {
        Session session = with(Ckm.SHA256).session();
        begin(session, Kind.DIGEST);
        expect(new DigestKey(session.handle(), 0)).returns(Ckr.KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "digest.key-public",
            functions = DIGEST_KEY,
            section = {"5.1.6", "5.12.4"},
            rule = "C_DigestKey refuses a key that is not secret: CKR_KEY_INDIGESTIBLE, or CKR_KEY_HANDLE_INVALID")
    void publicKeyIsIndigestible() {
        Session session = with(Ckm.SHA256).session();
        Draft rsa = Keys.rsaPublic(Cka.VERIFY);
        long key = session.create(rsa);
        begin(session, Kind.DIGEST);
        expect(new DigestKey(session.handle(), key)).returns(Ckr.KEY_INDIGESTIBLE, Ckr.KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "digest.key-sensitive",
            functions = DIGEST_KEY,
            section = "5.12.4",
            rule = "C_DigestKey of a sensitive key gives the digest of its value, or says CKR_KEY_INDIGESTIBLE")
    void sensitiveKey() {
        Crypto crypto = with(Ckm.SHA256);
        long key =
                crypto.session().create(Keys.generic().with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, false));
        expect(new DigestInit(crypto.handle(), Mechanism.of(Ckm.SHA256))).succeeds();
        Answer<Void> answer = expect(new DigestKey(crypto.handle(), key)).returns(Ckr.OK, Ckr.KEY_INDIGESTIBLE);
        if (answer.rv().isOk()) {
            same(
                    "SHA-256 of a sensitive key",
                    Jdk.digest(Hash.SHA256, Keys.genericValue()),
                    expect(new DigestFinal(crypto.handle(), Buffer.of(32)))
                            .value()
                            .array());
        }
    }

    private Crypto with(long mechanism) {
        requires(mechanism, Ckf.DIGEST);
        return crypto();
    }

    private static String name(Hash hash) {
        return hash == Hash.SHA1 ? "CKM_SHA_1" : "CKM_" + hash.name();
    }

    /// The digests of section 6.20.3 with a length in their name.
    enum Truncated {
        SHA512_224(Ckm.SHA512_224),
        SHA512_256(Ckm.SHA512_256);

        private final long mechanism;
        private final String vectors;

        Truncated(long mechanism) {
            this.mechanism = mechanism;
            this.vectors = "CKM_" + name();
        }

        @Override
        public String toString() {
            return name().replace("SHA512_", "SHA-512/");
        }
    }
}
