package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.CREATE_OBJECT;
import static dev.tokki.api.Function.GENERATE_KEY;
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
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.util.List;

/// HMAC, section 6.22.
@Chapter(id = "hmac", title = "HMAC", section = "6.22")
record HmacTests(Bench bench) implements CryptoSuite {
    private static final byte[] MESSAGE = Data.counting(300);

    @Requirement(
            id = "hmac.vectors",
            functions = {SIGN, VERIFY},
            section = "6.22.3",
            rule = "HMAC with {0} gives and accepts the results of RFC 2202 or RFC 4231 for keys as long as the digest"
                    + " or longer; for SHA-3, those of the JDK")
    void vectors(Hash hash) {
        Crypto crypto = with(hash);
        for (Vector vector : vectorsOf(hash)) {
            if (vector.bytes("key").length >= hash.length()) {
                bothWays(crypto, hash, vector.bytes("key"), vector.bytes("message"), vector.bytes("mac"));
            }
        }
        byte[] key = Data.counting(hash.length());
        bothWays(crypto, hash, key, MESSAGE, Jdk.hmac(hash, key, MESSAGE));
    }

    /// RFC 2104 only discourages keys shorter than the digest, and section 6.22 sets no least length; a module may, if
    /// it says so in the mechanism's information.
    @Requirement(
            id = "hmac.short-key",
            functions = {CREATE_OBJECT, SIGN, VERIFY},
            section = {"5.1.6", "6.8.2", "6.22.3"},
            rule = "HMAC with {0} takes a key shorter than the digest, as test case 2 of RFC 2202 and RFC 4231 has it,"
                    + " unless ulMinKeySize says that it does not")
    void shortKeys(Hash hash) {
        Crypto crypto = with(hash);
        byte[] value = Data.text("Jefe");
        long least =
                bench().set(new GetMechanismInfo(token().slot(), hash.hmac())).minKeySize();
        long key = crypto.session().create(Keys.generic(value, Cka.SIGN, Cka.VERIFY));
        Answer<Void> begun = expect(new SignInit(crypto.handle(), Mechanism.of(hash.hmac()), key));
        if (begun.rv().is(Ckr.KEY_SIZE_RANGE) && least > value.length) {
            throw notSupported("its keys have at least " + least + " bytes");
        }
        begun.succeeds();
        byte[] message = Data.text("what do ya want for nothing?");
        same(
                "HMAC with a key of 4 bytes",
                Jdk.hmac(hash, value, message),
                expect(new Sign(crypto.handle(), Bytes.of(message), Buffer.of(64)))
                        .value()
                        .array());
    }

    @Requirement(
            id = "hmac.parts",
            functions = {SIGN_UPDATE, SIGN_FINAL, VERIFY_FINAL},
            section = {"5.13.3", "5.15.3", "6.22.3"},
            rule = "HMAC with {0} in parts is that of the whole")
    void parts(Hash hash) {
        Crypto crypto = with(hash);
        byte[] value = Data.counting(64);
        long key = crypto.session().create(Keys.generic(value, Cka.SIGN, Cka.VERIFY));
        Mechanism hmac = Mechanism.of(hash.hmac());
        byte[] expected = Jdk.hmac(hash, value, MESSAGE);
        same("HMAC of parts", expected, crypto.sign(hmac, key, Data.parts(MESSAGE)));
        crypto.verify(hmac, key, Data.parts(MESSAGE), expected).succeeds();
    }

    @Requirement(
            id = "hmac.wrong",
            functions = {VERIFY, VERIFY_FINAL},
            section = {"5.15.2", "5.15.4"},
            rule = "A wrong HMAC with {0} is CKR_SIGNATURE_INVALID, in one part and in several")
    void wrongMac(Hash hash) {
        Crypto crypto = with(hash);
        byte[] value = Data.counting(64);
        long key = crypto.session().create(Keys.generic(value, Cka.VERIFY));
        Mechanism hmac = Mechanism.of(hash.hmac());
        byte[] wrong = Keys.spoiled(Jdk.hmac(hash, value, MESSAGE), hash.length() - 1);
        crypto.verify(hmac, key, MESSAGE, wrong).returns(Ckr.SIGNATURE_INVALID);
        crypto.verify(hmac, key, Data.parts(MESSAGE), wrong).returns(Ckr.SIGNATURE_INVALID);
    }

    /// CKR_SIGNATURE_LEN_RANGE has priority over CKR_SIGNATURE_INVALID (section 5.1.6).
    @Requirement(
            id = "hmac.wrong-length",
            functions = VERIFY,
            section = {"5.1.6", "5.15.2"},
            rule = "An HMAC with {0} that is too short or too long is CKR_SIGNATURE_LEN_RANGE")
    void wrongLength(Hash hash) {
        Crypto crypto = with(hash);
        byte[] value = Data.counting(64);
        long key = crypto.session().create(Keys.generic(value, Cka.VERIFY));
        Mechanism hmac = Mechanism.of(hash.hmac());
        byte[] mac = Jdk.hmac(hash, value, MESSAGE);
        crypto.verify(hmac, key, MESSAGE, Data.part(mac, 0, mac.length - 1)).returns(Ckr.SIGNATURE_LEN_RANGE);
        crypto.verify(hmac, key, MESSAGE, Data.joined(mac, new byte[1])).returns(Ckr.SIGNATURE_LEN_RANGE);
    }

    @Requirement(
            id = "hmac.general",
            functions = {SIGN, VERIFY},
            section = "6.22.2",
            rule = "General-length HMAC with {0} is the beginning of the full one, as long as its parameter says")
    void generalLength(Hash hash) {
        requires(hash.hmacGeneral(), Ckf.SIGN, Ckf.VERIFY);
        Crypto crypto = crypto();
        byte[] value = Data.counting(64);
        long key = crypto.session().create(Keys.generic(value, Cka.SIGN, Cka.VERIFY));
        byte[] full = Jdk.hmac(hash, value, MESSAGE);
        for (int length : new int[] {10, hash.length()}) {
            Mechanism general = Mechanism.of(hash.hmacGeneral(), new Parameter.ULong(length));
            byte[] expected = Data.part(full, 0, length);
            same("%d bytes of HMAC".formatted(length), expected, crypto.sign(general, key, MESSAGE));
            crypto.verify(general, key, MESSAGE, expected).succeeds();
        }
    }

    @Requirement(
            id = "hmac.general-length",
            functions = SIGN_INIT,
            section = {"5.1.6", "6.22.2"},
            rule = "General-length HMAC with {0} refuses a length beyond the digest's with CKR_MECHANISM_PARAM_INVALID")
    void generalTooLong(Hash hash) {
        requires(hash.hmacGeneral(), Ckf.SIGN);
        Crypto crypto = crypto();
        long key = crypto.session().create(Keys.generic(Cka.SIGN));
        Mechanism general = Mechanism.of(hash.hmacGeneral(), new Parameter.ULong(hash.length() + 1L));
        expect(new SignInit(crypto.handle(), general, key)).returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "hmac.general-parameter",
            functions = SIGN_INIT,
            section = {"5.1.6", "6.22.2"},
            rule = "General-length HMAC needs its parameter: without it the answer is CKR_MECHANISM_PARAM_INVALID")
    void generalWithoutParameter() {
        requires(Ckm.SHA256_HMAC_GENERAL, Ckf.SIGN);
        Crypto crypto = crypto();
        long key = crypto.session().create(Keys.generic(Cka.SIGN));
        expect(new SignInit(crypto.handle(), Mechanism.of(Ckm.SHA256_HMAC_GENERAL), key))
                .returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "hmac.key-type",
            functions = {CREATE_OBJECT, SIGN},
            section = {"6.22.1", "6.22.2"},
            rule = "A key of type CKK_SHA256_HMAC, where such keys can be created, makes the same MAC as a generic one")
    void keyOfItsOwnType() {
        requires(Ckm.SHA256_HMAC, Ckf.SIGN);
        Crypto crypto = crypto();
        Draft draft = Keys.secret(Ckk.SHA256_HMAC, Keys.genericValue(), Cka.SIGN);
        Answer<Long> created = crypto.session().creating(draft);
        if (!created.rv().isOk()) {
            throw notSupported("it creates no keys of type CKK_SHA256_HMAC");
        }
        same(
                "HMAC-SHA-256",
                Jdk.hmac(Hash.SHA256, Keys.genericValue(), MESSAGE),
                crypto.sign(Mechanism.of(Ckm.SHA256_HMAC), created.outputs(), MESSAGE));
    }

    @Requirement(
            id = "hmac.generate",
            functions = GENERATE_KEY,
            section = "6.22.4",
            rule = "CKM_SHA256_KEY_GEN makes a key of type CKK_SHA256_HMAC, as long as CKA_VALUE_LEN says")
    void generation() {
        requires(Ckm.SHA256_KEY_GEN, Ckf.GENERATE);
        Crypto crypto = crypto();
        long key = crypto.session()
                .generate(
                        Mechanism.of(Ckm.SHA256_KEY_GEN),
                        Draft.of()
                                .with(Cka.VALUE_LEN, 40)
                                .with(Cka.TOKEN, false)
                                .with(Cka.SIGN, true)
                                .with(Cka.SENSITIVE, false)
                                .with(Cka.EXTRACTABLE, true));
        crypto.item(key).has(Cka.KEY_TYPE, Ckk.SHA256_HMAC);
        check("length of CKA_VALUE", 40, crypto.value(key).length);
    }

    private Crypto with(Hash hash) {
        requires(hash.hmac(), Ckf.SIGN, Ckf.VERIFY);
        return crypto();
    }

    private void bothWays(Crypto crypto, Hash hash, byte[] value, byte[] message, byte[] mac) {
        long key = crypto.session().create(Keys.generic(value, Cka.SIGN, Cka.VERIFY));
        Mechanism hmac = Mechanism.of(hash.hmac());
        same("HMAC with a key of %d bytes".formatted(value.length), mac, crypto.sign(hmac, key, message));
        crypto.verify(hmac, key, message, mac).succeeds();
    }

    private static List<Vector> vectorsOf(Hash hash) {
        String name = hash == Hash.SHA1 ? "CKM_SHA_1_HMAC" : "CKM_%s_HMAC".formatted(hash.name());
        return Vectors.of("hmac", "mechanism", name);
    }
}
