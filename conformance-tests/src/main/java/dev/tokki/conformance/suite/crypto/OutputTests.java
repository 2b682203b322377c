package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.DECRYPT_FINAL;
import static dev.tokki.api.Function.DECRYPT_UPDATE;
import static dev.tokki.api.Function.DIGEST;
import static dev.tokki.api.Function.DIGEST_FINAL;
import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.ENCRYPT_FINAL;
import static dev.tokki.api.Function.ENCRYPT_UPDATE;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.SIGN_FINAL;
import static dev.tokki.api.Function.WRAP_KEY;

import dev.tokki.api.Buffer;
import dev.tokki.api.Output;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;

/// How functions yield output of variable length, section 5.2.
@Chapter(id = "output", title = "Output of variable length", section = "5.2")
record OutputTests(Bench bench) implements CryptoSuite {
    /// How much more than needed a module may ask for before it is "a large amount": two blocks and a tag.
    private static final int LEEWAY = 64;

    @Requirement(
            id = "output.query",
            functions = {
                ENCRYPT,
                ENCRYPT_UPDATE,
                ENCRYPT_FINAL,
                DECRYPT,
                DECRYPT_UPDATE,
                DECRYPT_FINAL,
                DIGEST,
                DIGEST_FINAL,
                SIGN,
                SIGN_FINAL,
                WRAP_KEY
            },
            section = "5.2",
            rule = "With NULL_PTR for the buffer, {0} tells a length that suffices and not much more; asked again, it"
                    + " yields its output")
    void aQueryTellsTheLength(Yield yield) {
        Yield.Sized call = ready(yield);
        long told = expect(call.into(Buffer.query())).value().length();
        check(
                yield + ", length told",
                "%d to %d".formatted(yield.length(), yield.length() + LEEWAY),
                told >= yield.length() && told <= yield.length() + LEEWAY,
                told);
        yields(yield, expect(call.into(Buffer.of(told))));
    }

    @Requirement(
            id = "output.too-small",
            functions = {
                ENCRYPT,
                ENCRYPT_UPDATE,
                ENCRYPT_FINAL,
                DECRYPT,
                DECRYPT_UPDATE,
                DECRYPT_FINAL,
                DIGEST,
                DIGEST_FINAL,
                SIGN,
                SIGN_FINAL,
                WRAP_KEY
            },
            section = "5.2",
            rule = "With a buffer one byte too small, {0} answers CKR_BUFFER_TOO_SMALL, tells the length needed, and"
                    + " the operation goes on")
    void aBufferTooSmall(Yield yield) {
        Yield.Sized call = ready(yield);
        Answer<Output> refused = expect(call.into(Buffer.of(yield.length() - 1)));
        refused.returns(Ckr.BUFFER_TOO_SMALL);
        long told = refused.outputs().length();
        check(yield + ", length told", "at least " + yield.length(), told >= yield.length(), told);
        yields(yield, expect(call.into(Buffer.of(told))));
    }

    @Requirement(
            id = "output.exact",
            functions = {
                ENCRYPT,
                ENCRYPT_UPDATE,
                ENCRYPT_FINAL,
                DECRYPT,
                DECRYPT_UPDATE,
                DECRYPT_FINAL,
                DIGEST,
                DIGEST_FINAL,
                SIGN,
                SIGN_FINAL,
                WRAP_KEY
            },
            section = "5.2",
            rule = "A buffer of just the right size is enough for {0}, except where padding may hide the length")
    void aBufferOfTheRightSize(Yield yield) {
        Answer<Output> answer = expect(ready(yield).into(Buffer.of(yield.length())));
        if (yield.mayAskForMore() && answer.rv().is(Ckr.BUFFER_TOO_SMALL)) {
            return;
        }
        yields(yield, answer);
    }

    @Requirement(
            id = "output.larger",
            functions = {
                ENCRYPT,
                ENCRYPT_UPDATE,
                ENCRYPT_FINAL,
                DECRYPT,
                DECRYPT_UPDATE,
                DECRYPT_FINAL,
                DIGEST,
                DIGEST_FINAL,
                SIGN,
                SIGN_FINAL,
                WRAP_KEY
            },
            section = "5.2",
            rule = "With a larger buffer, {0} tells exactly how many bytes it has written")
    void aLargerBuffer(Yield yield) {
        yields(yield, expect(ready(yield).into(Buffer.of(1000))));
    }

    @Requirement(
            id = "output.no-length",
            functions = {
                ENCRYPT,
                ENCRYPT_UPDATE,
                ENCRYPT_FINAL,
                DECRYPT,
                DECRYPT_UPDATE,
                DECRYPT_FINAL,
                DIGEST,
                DIGEST_FINAL,
                SIGN,
                SIGN_FINAL,
                WRAP_KEY
            },
            section = {"5.1.6", "5.2"},
            rule = "{0} refuses NULL_PTR for the pointer to the length as CKR_ARGUMENTS_BAD")
    void theLengthMustBeSomewhere(Yield yield) {
        expect(ready(yield).into(Buffer.noLength())).returns(Ckr.ARGUMENTS_BAD);
    }

    private Yield.Sized ready(Yield yield) {
        requires(yield.mechanism(), yield.use());
        return yield.in(userSession());
    }

    private void yields(Yield yield, Answer<Output> answer) {
        Output output = answer.value();
        check(yield + ", length told", (long) yield.length(), output.length());
        check(yield + ", bytes", yield.length(), output.array().length);
    }
}
