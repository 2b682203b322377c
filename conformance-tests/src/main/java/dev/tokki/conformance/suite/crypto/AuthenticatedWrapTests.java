package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.UNWRAP_KEY_AUTHENTICATED;
import static dev.tokki.api.Function.WRAP_KEY_AUTHENTICATED;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.KeyManagement.UnwrapKeyAuthenticated;
import dev.tokki.api.call.KeyManagement.WrapKeyAuthenticated;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.AesParameter.GcmMessage;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Wrapping by AES-GCM with associated data: sections 5.18.6, 5.18.7 and 6.13.3.
@Chapter(id = "wrap-authenticated", title = "Authenticated wrapping", section = "5.18.6")
record AuthenticatedWrapTests(Bench bench) implements CryptoSuite {
    private static final byte[] IV = Data.counting(12);
    private static final byte[] VALUE = Data.counting(32);
    private static final Bytes HEADER = Bytes.of(Data.text("header"));

    @Requirement(
            id = "wrap-authenticated.jdk",
            functions = WRAP_KEY_AUTHENTICATED,
            section = {"5.18.6", "6.13.3"},
            rule = "The wrapped key is the JDK's ciphertext of CKA_VALUE, without the tag, which goes into pTag")
    void wrapping() {
        Crypto crypto = wrapper();
        Answer<Output> answer = wrapped(crypto, key(crypto, Cka.WRAP), target(crypto), given(Ckg.NO_GENERATE));
        byte[] expected =
                Jdk.gcm(Cipher.ENCRYPT_MODE, Keys.aesValue(), new GCMParameterSpec(128, IV), HEADER.array(), VALUE);
        same("wrapped key", Data.part(expected, 0, 32), answer.value().array());
        same("tag", Data.part(expected, 32, 48), left(answer).tag().array());
    }

    @Requirement(
            id = "wrap-authenticated.generated",
            functions = {WRAP_KEY_AUTHENTICATED, UNWRAP_KEY_AUTHENTICATED},
            section = {"5.18.6", "5.18.7", "6.13.3"},
            rule =
                    "With CKG_GENERATE the token makes a vector and tells it; with vector and tag C_UnwrapKeyAuthenticated"
                            + " opens the key, which is not local")
    void roundTrip() {
        Crypto crypto = wrapper();
        long key = key(crypto, Cka.WRAP, Cka.UNWRAP);
        long target = target(crypto);
        Answer<Output> first = wrapped(crypto, key, target, given(Ckg.GENERATE));
        Answer<Output> second = wrapped(crypto, key, target, given(Ckg.GENERATE));
        check(
                "vectors",
                "two different ones",
                !left(first).iv().equals(left(second).iv()),
                left(second).iv());
        long opened = unwrapped(crypto, key, first.value().array(), left(first), HEADER)
                .value();
        same("value", VALUE, crypto.value(opened));
        crypto.item(opened)
                .has(Cka.LOCAL, false)
                .has(Cka.ALWAYS_SENSITIVE, false)
                .has(Cka.NEVER_EXTRACTABLE, false);
    }

    @Requirement(
            id = "wrap-authenticated.wrong",
            functions = UNWRAP_KEY_AUTHENTICATED,
            section = {"5.1.6", "5.18.7"},
            rule = "A wrong tag, wrong associated data and a wrong wrapped key are CKR_WRAPPED_KEY_INVALID")
    void wrong() {
        Crypto crypto = wrapper();
        long key = key(crypto, Cka.WRAP, Cka.UNWRAP);
        Answer<Output> answer = wrapped(crypto, key, target(crypto), given(Ckg.NO_GENERATE));
        byte[] wrapped = answer.value().array();
        GcmMessage left = left(answer);
        GcmMessage wrongTag = new GcmMessage(
                left.iv(), 0, Ckg.NO_GENERATE, Bytes.of(Keys.spoiled(left.tag().array(), 0)), 128);
        unwrapped(crypto, key, wrapped, wrongTag, HEADER).returns(Ckr.WRAPPED_KEY_INVALID);
        unwrapped(crypto, key, wrapped, left, Bytes.NULL).returns(Ckr.WRAPPED_KEY_INVALID);
        unwrapped(crypto, key, Keys.spoiled(wrapped, 9), left, HEADER).returns(Ckr.WRAPPED_KEY_INVALID);
        unwrapped(crypto, key, wrapped, left, HEADER).succeeds();
    }

    @Requirement(
            id = "wrap-authenticated.refused",
            functions = {WRAP_KEY_AUTHENTICATED, UNWRAP_KEY_AUTHENTICATED},
            section = {"5.1.6", "5.18.6", "5.18.7"},
            rule =
                    "Keys that may not wrap or unwrap, a key that is not extractable, a mechanism without associated data and"
                            + " handles of nothing are refused")
    void refusals() {
        Crypto crypto = wrapper();
        long none = crypto.session()
                .create(Keys.aes(Cka.ENCRYPT).with(Cka.WRAP, false).with(Cka.UNWRAP, false));
        long both = key(crypto, Cka.WRAP, Cka.UNWRAP);
        long target = target(crypto);
        long kept = crypto.session().create(Keys.generic(Cka.SIGN).with(Cka.EXTRACTABLE, false));
        GcmMessage parameter = given(Ckg.NO_GENERATE);
        wrapped(crypto, none, target, parameter)
                .returns(Ckr.KEY_FUNCTION_NOT_PERMITTED, Ckr.WRAPPING_KEY_TYPE_INCONSISTENT);
        wrapped(crypto, both, kept, parameter).returns(Ckr.KEY_UNEXTRACTABLE);
        wrapped(crypto, 0, target, parameter).returns(Ckr.WRAPPING_KEY_HANDLE_INVALID);
        wrapped(crypto, both, 0, parameter).returns(Ckr.KEY_HANDLE_INVALID);
        unwrapped(crypto, none, new byte[32], parameter, HEADER)
                .returns(Ckr.KEY_FUNCTION_NOT_PERMITTED, Ckr.UNWRAPPING_KEY_TYPE_INCONSISTENT);
        unwrapped(crypto, 0, new byte[32], parameter, HEADER).returns(Ckr.UNWRAPPING_KEY_HANDLE_INVALID);
        expect(new WrapKeyAuthenticated(
                        crypto.handle(), Mechanism.of(Ckm.SHA256), both, target, HEADER, Buffer.of(100)))
                .returns(Ckr.MECHANISM_INVALID);
    }

    @Requirement(
            id = "wrap-authenticated.output",
            functions = WRAP_KEY_AUTHENTICATED,
            section = {"5.2", "5.18.6"},
            rule = "The length of the wrapped key is told, and a buffer that is too small is CKR_BUFFER_TOO_SMALL")
    void output() {
        Crypto crypto = wrapper();
        long key = key(crypto, Cka.WRAP);
        long target = target(crypto);
        Mechanism mechanism = Mechanism.of(Ckm.AES_GCM, given(Ckg.GENERATE));
        check(
                "length told",
                32L,
                expect(new WrapKeyAuthenticated(crypto.handle(), mechanism, key, target, HEADER, Buffer.query()))
                        .value()
                        .length());
        expect(new WrapKeyAuthenticated(crypto.handle(), mechanism, key, target, HEADER, Buffer.of(31)))
                .returns(Ckr.BUFFER_TOO_SMALL);
    }

    private Crypto wrapper() {
        requires(Ckm.AES_GCM, Ckf.WRAP, Ckf.UNWRAP);
        Crypto crypto = crypto();
        requires(new WrapKeyAuthenticated(crypto.handle(), null, 0, 0, Bytes.NULL, Buffer.of(0)));
        return crypto;
    }

    private static long key(Crypto crypto, long... usages) {
        return crypto.session().create(Keys.aes(usages));
    }

    private static long target(Crypto crypto) {
        return crypto.session().create(Keys.generic(VALUE, Cka.SIGN));
    }

    private Answer<Output> wrapped(Crypto crypto, long key, long target, GcmMessage parameter) {
        return expect(new WrapKeyAuthenticated(
                crypto.handle(), Mechanism.of(Ckm.AES_GCM, parameter), key, target, HEADER, Buffer.of(100)));
    }

    private Answer<Long> unwrapped(Crypto crypto, long key, byte[] wrapped, GcmMessage parameter, Bytes associated) {
        Draft draft = Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN);
        return expect(new UnwrapKeyAuthenticated(
                crypto.handle(),
                Mechanism.of(Ckm.AES_GCM, parameter),
                key,
                Bytes.of(wrapped),
                draft.template(),
                associated));
    }

    /// {@return the parameter as the call left it}
    private GcmMessage left(Answer<Output> answer) {
        if (answer.succeeds().reply().parameter() instanceof GcmMessage gcm) {
            return gcm;
        }
        check(
                "pParameter",
                "a CK_GCM_MESSAGE_PARAMS written",
                false,
                answer.reply().parameter());
        throw new IllegalStateException("the check ends the test");
    }

    private static GcmMessage given(long generator) {
        return new GcmMessage(Bytes.of(IV), 0, generator, Bytes.of(new byte[16]), 128);
    }
}
