package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.DIGEST;
import static dev.tokki.api.Function.DIGEST_KEY;
import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.VERIFY;

import dev.tokki.api.call.Digesting.DigestKey;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;

/// Functions of operations that nobody began: sections 5.1.6 and 5.8 to 5.17.
@Chapter(id = "operation", title = "Life of an operation", section = "5.8")
record LoneTests(Bench bench) implements CryptoSuite {
    @Requirement(
            id = "operation.not-initialized",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = "5.1.6",
            rule = "{0} without an active operation answers CKR_OPERATION_NOT_INITIALIZED")
    void nobodyBegan(Lone lone) {
        requires(lone.since());
        Session session = userSession();
        expect(lone.in(session.handle())).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "operation.not-initialized.digest-key",
            functions = DIGEST_KEY,
            section = {"5.1.6", "5.12.4"},
            rule = "C_DigestKey without an active digest answers CKR_OPERATION_NOT_INITIALIZED")
    void nobodyBeganADigest() {
        requires(Ckm.SHA256, Ckf.DIGEST);
        Session session = userSession();
        long key = session.create(Keys.generic());
        expect(new DigestKey(session.handle(), key)).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }
}
