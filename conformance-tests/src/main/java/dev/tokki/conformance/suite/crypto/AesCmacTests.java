package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.SIGN_FINAL;
import static dev.tokki.api.Function.SIGN_INIT;
import static dev.tokki.api.Function.SIGN_UPDATE;
import static dev.tokki.api.Function.VERIFY;
import static dev.tokki.api.Function.VERIFY_FINAL;

import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.util.List;

/// AES-CMAC, section 6.14.
@Chapter(id = "aes", title = "AES", section = "6.10")
record AesCmacTests(Bench bench) implements CryptoSuite {
    private static final Mechanism CMAC = Mechanism.of(Ckm.AES_CMAC);

    @Requirement(
            id = "aes.cmac.vectors",
            functions = {SIGN, VERIFY},
            section = "6.14.4",
            rule = "AES-CMAC gives and accepts the examples of SP 800-38B, with keys of each length")
    void vectors() {
        Crypto crypto = with(Ckm.AES_CMAC);
        for (Vector vector : Vectors.of("aes-cmac")) {
            long key = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.SIGN, Cka.VERIFY));
            same(vector.name(), vector.bytes("mac"), crypto.sign(CMAC, key, vector.bytes("message")));
            crypto.verify(CMAC, key, vector.bytes("message"), vector.bytes("mac"))
                    .succeeds();
        }
    }

    @Requirement(
            id = "aes.cmac.parts",
            functions = {SIGN_UPDATE, SIGN_FINAL, VERIFY_FINAL},
            section = {"5.13.3", "5.15.3", "6.14.4"},
            rule = "AES-CMAC in parts is that of the whole")
    void parts() {
        Crypto crypto = with(Ckm.AES_CMAC);
        for (Vector vector : Vectors.of("aes-cmac")) {
            List<byte[]> parts = Data.parts(vector.bytes("message"));
            long key = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.SIGN, Cka.VERIFY));
            same(vector.name(), vector.bytes("mac"), crypto.sign(CMAC, key, parts));
            crypto.verify(CMAC, key, parts, vector.bytes("mac")).succeeds();
        }
    }

    @Requirement(
            id = "aes.cmac.wrong",
            functions = VERIFY,
            section = {"5.1.6", "5.15.2"},
            rule = "A wrong AES-CMAC is CKR_SIGNATURE_INVALID, one of 15 bytes CKR_SIGNATURE_LEN_RANGE")
    void wrong() {
        Crypto crypto = with(Ckm.AES_CMAC);
        Vector vector = Vectors.of("aes-cmac").get(1);
        long key = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.VERIFY));
        byte[] mac = vector.bytes("mac");
        crypto.verify(CMAC, key, vector.bytes("message"), Keys.spoiled(mac, 0)).returns(Ckr.SIGNATURE_INVALID);
        crypto.verify(CMAC, key, vector.bytes("message"), Data.part(mac, 0, 15)).returns(Ckr.SIGNATURE_LEN_RANGE);
    }

    @Requirement(
            id = "aes.cmac.general",
            functions = {SIGN, VERIFY},
            section = "6.14.3",
            rule = "General-length AES-CMAC is the beginning of the full one, as long as its parameter says")
    void generalLength() {
        Crypto crypto = with(Ckm.AES_CMAC_GENERAL);
        Vector vector = Vectors.of("aes-cmac").get(1);
        long key = crypto.session().create(Keys.aes(vector.bytes("key"), Cka.SIGN, Cka.VERIFY));
        for (int length : new int[] {8, 12, 16}) {
            Mechanism general = Mechanism.of(Ckm.AES_CMAC_GENERAL, new Parameter.ULong(length));
            byte[] expected = Data.part(vector.bytes("mac"), 0, length);
            same("%d bytes".formatted(length), expected, crypto.sign(general, key, vector.bytes("message")));
            crypto.verify(general, key, vector.bytes("message"), expected).succeeds();
        }
    }

    @Requirement(
            id = "aes.cmac.general-length",
            functions = SIGN_INIT,
            section = {"5.1.6", "6.14.3"},
            rule = "General-length AES-CMAC refuses 17 bytes with CKR_MECHANISM_PARAM_INVALID")
    void generalTooLong() {
        Crypto crypto = with(Ckm.AES_CMAC_GENERAL);
        long key = crypto.session().create(Keys.aes(Cka.SIGN));
        expect(new SignInit(crypto.handle(), Mechanism.of(Ckm.AES_CMAC_GENERAL, new Parameter.ULong(17)), key))
                .returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    private Crypto with(long mechanism) {
        requires(mechanism, Ckf.SIGN, Ckf.VERIFY);
        return crypto();
    }
}
