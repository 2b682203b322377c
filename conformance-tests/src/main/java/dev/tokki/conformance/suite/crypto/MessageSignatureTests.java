package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.MESSAGE_SIGN_FINAL;
import static dev.tokki.api.Function.MESSAGE_SIGN_INIT;
import static dev.tokki.api.Function.MESSAGE_VERIFY_FINAL;
import static dev.tokki.api.Function.MESSAGE_VERIFY_INIT;
import static dev.tokki.api.Function.SIGN_MESSAGE;
import static dev.tokki.api.Function.SIGN_MESSAGE_BEGIN;
import static dev.tokki.api.Function.SIGN_MESSAGE_NEXT;
import static dev.tokki.api.Function.VERIFY_MESSAGE;
import static dev.tokki.api.Function.VERIFY_MESSAGE_BEGIN;
import static dev.tokki.api.Function.VERIFY_MESSAGE_NEXT;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.MessageSigning.MessageSignFinal;
import dev.tokki.api.call.MessageSigning.MessageSignInit;
import dev.tokki.api.call.MessageSigning.SignMessage;
import dev.tokki.api.call.MessageSigning.SignMessageBegin;
import dev.tokki.api.call.MessageSigning.SignMessageNext;
import dev.tokki.api.call.MessageVerification.MessageVerifyFinal;
import dev.tokki.api.call.MessageVerification.MessageVerifyInit;
import dev.tokki.api.call.MessageVerification.VerifyMessage;
import dev.tokki.api.call.MessageVerification.VerifyMessageBegin;
import dev.tokki.api.call.MessageVerification.VerifyMessageNext;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;

/// Messages signed and verified: sections 5.14 and 5.16.
@Chapter(id = "message", title = "Message-based operations", section = "5.9")
record MessageSignatureTests(Bench bench) implements CryptoSuite {
    private static final byte[] DATA = Data.counting(50);
    private static final Mechanism HMAC = Mechanism.of(Ckm.SHA256_HMAC);
    private static final Buffer ROOM = Buffer.of(256);
    private static final Parameter NONE = Parameter.none();

    @Requirement(
            id = "message.sign",
            functions = {MESSAGE_SIGN_INIT, SIGN_MESSAGE, MESSAGE_SIGN_FINAL},
            section = {"5.14.1", "5.14.2", "5.14.5"},
            rule = "One process signs several messages with CKM_SHA256_HMAC, each as the JDK does")
    void signing() {
        Crypto crypto = signer();
        same("first", mac(DATA), whole(crypto, DATA, ROOM).value().array());
        byte[] other = Data.counting(7);
        same("second", mac(other), whole(crypto, other, ROOM).value().array());
        expect(new MessageSignFinal(crypto.handle())).succeeds();
        whole(crypto, DATA, ROOM).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "message.sign.parts",
            functions = {SIGN_MESSAGE_BEGIN, SIGN_MESSAGE_NEXT},
            section = {"5.14.3", "5.14.4"},
            rule = "C_SignMessageNext without a pointer to the signature's length takes a part, with one it gives the"
                    + " signature of all parts")
    void signingParts() {
        Crypto crypto = signer();
        expect(new SignMessageBegin(crypto.handle(), NONE)).succeeds();
        next(crypto, Data.part(DATA, 0, 20), Buffer.none()).succeeds();
        check(
                "length told",
                32L,
                next(crypto, Data.part(DATA, 20, 50), Buffer.query()).value().length());
        next(crypto, Data.part(DATA, 20, 50), Buffer.of(31)).returns(Ckr.BUFFER_TOO_SMALL);
        same(
                "signature",
                mac(DATA),
                next(crypto, Data.part(DATA, 20, 50), ROOM).value().array());
        next(crypto, DATA, ROOM).returns(Ckr.OPERATION_NOT_INITIALIZED);
        expect(new SignMessageBegin(crypto.handle(), NONE)).succeeds();
    }

    @Requirement(
            id = "message.sign.order",
            functions = {SIGN_MESSAGE, SIGN_MESSAGE_BEGIN, SIGN_MESSAGE_NEXT, MESSAGE_SIGN_FINAL},
            section = {"5.14.2", "5.14.3", "5.14.4", "5.14.5"},
            rule =
                    "Within a message there is no other message and no end: CKR_OPERATION_ACTIVE; without a process there is"
                            + " neither: CKR_OPERATION_NOT_INITIALIZED")
    void orderOfSigning() {
        Crypto crypto = signer();
        expect(new SignMessageBegin(crypto.handle(), NONE)).succeeds();
        whole(crypto, DATA, ROOM).returns(Ckr.OPERATION_ACTIVE);
        expect(new SignMessageBegin(crypto.handle(), NONE)).returns(Ckr.OPERATION_ACTIVE);
        expect(new MessageSignFinal(crypto.handle())).returns(Ckr.OPERATION_ACTIVE);
        next(crypto, DATA, ROOM).succeeds();
        expect(new MessageSignFinal(crypto.handle())).succeeds();
        expect(new SignMessageBegin(crypto.handle(), NONE)).returns(Ckr.OPERATION_NOT_INITIALIZED);
        expect(new MessageSignFinal(crypto.handle())).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "message.verify",
            functions = {MESSAGE_VERIFY_INIT, VERIFY_MESSAGE, MESSAGE_VERIFY_FINAL},
            section = {"5.16.1", "5.16.2", "5.16.5"},
            rule =
                    "One process verifies several messages: right ones, CKR_SIGNATURE_INVALID and CKR_SIGNATURE_LEN_RANGE, and"
                            + " goes on after wrong ones")
    void verifying() {
        Crypto crypto = verifier();
        verified(crypto, DATA, mac(DATA)).succeeds();
        verified(crypto, DATA, Keys.spoiled(mac(DATA), 5)).returns(Ckr.SIGNATURE_INVALID);
        verified(crypto, DATA, new byte[31]).returns(Ckr.SIGNATURE_LEN_RANGE);
        verified(crypto, DATA, mac(DATA)).succeeds();
        expect(new MessageVerifyFinal(crypto.handle())).succeeds();
        verified(crypto, DATA, mac(DATA)).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "message.verify.parts",
            functions = {VERIFY_MESSAGE_BEGIN, VERIFY_MESSAGE_NEXT},
            section = {"5.16.3", "5.16.4"},
            rule =
                    "C_VerifyMessageNext with NULL_PTR for the signature takes a part, with a signature it verifies all parts"
                            + " and ends the message")
    void verifyingParts() {
        Crypto crypto = verifier();
        for (boolean isRight : new boolean[] {true, false}) {
            expect(new VerifyMessageBegin(crypto.handle(), NONE)).succeeds();
            verifiedNext(crypto, Data.part(DATA, 0, 20), Bytes.NULL).succeeds();
            verifiedNext(crypto, Data.part(DATA, 20, 50), Bytes.of(isRight ? mac(DATA) : Keys.spoiled(mac(DATA), 0)))
                    .returns(isRight ? Ckr.OK : Ckr.SIGNATURE_INVALID);
            verifiedNext(crypto, DATA, Bytes.NULL).returns(Ckr.OPERATION_NOT_INITIALIZED);
        }
    }

    @Requirement(
            id = "message.verify.order",
            functions = {VERIFY_MESSAGE, VERIFY_MESSAGE_BEGIN, VERIFY_MESSAGE_NEXT, MESSAGE_VERIFY_FINAL},
            section = {"5.16.2", "5.16.3", "5.16.5"},
            rule =
                    "Within a message there is no other message and no end: CKR_OPERATION_ACTIVE; without a process there is"
                            + " neither: CKR_OPERATION_NOT_INITIALIZED")
    void orderOfVerifying() {
        Crypto crypto = verifier();
        expect(new VerifyMessageBegin(crypto.handle(), NONE)).succeeds();
        verified(crypto, DATA, mac(DATA)).returns(Ckr.OPERATION_ACTIVE);
        expect(new VerifyMessageBegin(crypto.handle(), NONE)).returns(Ckr.OPERATION_ACTIVE);
        expect(new MessageVerifyFinal(crypto.handle())).returns(Ckr.OPERATION_ACTIVE);
        verifiedNext(crypto, DATA, Bytes.of(mac(DATA))).succeeds();
        expect(new MessageVerifyFinal(crypto.handle())).succeeds();
        expect(new VerifyMessageBegin(crypto.handle(), NONE)).returns(Ckr.OPERATION_NOT_INITIALIZED);
        verifiedNext(crypto, DATA, Bytes.NULL).returns(Ckr.OPERATION_NOT_INITIALIZED);
        expect(new MessageVerifyFinal(crypto.handle())).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "message.sign.mechanisms",
            functions = {MESSAGE_SIGN_INIT, SIGN_MESSAGE, MESSAGE_VERIFY_INIT, VERIFY_MESSAGE},
            section = {"5.14.2", "5.16.2"},
            rule = "Messages signed by {0} are verified by it, and not if they are changed")
    void mechanisms(Pair pair) {
        requires(pair.mechanism, Ckf.MESSAGE_SIGN, Ckf.MESSAGE_VERIFY);
        Crypto crypto = crypto();
        long privateKey = crypto.session().create(pair.privateKey());
        long publicKey = crypto.session().create(pair.publicKey());
        expect(new MessageSignInit(crypto.handle(), pair.mechanism, privateKey)).succeeds();
        expect(new MessageVerifyInit(crypto.handle(), pair.mechanism, publicKey))
                .succeeds();
        for (byte[] data : new byte[][] {Data.counting(32), Data.counting(20)}) {
            byte[] signature = whole(crypto, data, ROOM).value().array();
            verified(crypto, data, signature).succeeds();
            verified(crypto, Keys.spoiled(data, 3), signature).returns(Ckr.SIGNATURE_INVALID);
        }
    }

    @Requirement(
            id = "message.sign.usage",
            functions = {MESSAGE_SIGN_INIT, MESSAGE_VERIFY_INIT},
            section = {"5.1.6", "5.14.1", "5.16.1"},
            rule =
                    "A key whose CKA_SIGN or CKA_VERIFY is false is CKR_KEY_FUNCTION_NOT_PERMITTED; a mechanism that does not"
                            + " sign is CKR_MECHANISM_INVALID; a second process is CKR_OPERATION_ACTIVE")
    void beginnings() {
        requires(HMAC, Ckf.MESSAGE_SIGN, Ckf.MESSAGE_VERIFY);
        Crypto crypto = crypto();
        long neither =
                crypto.session().create(Keys.generic().with(Cka.SIGN, false).with(Cka.VERIFY, false));
        long both = crypto.session().create(Keys.generic(Cka.SIGN, Cka.VERIFY));
        Mechanism digest = Mechanism.of(Ckm.SHA256);
        expect(new MessageSignInit(crypto.handle(), HMAC, neither)).returns(Ckr.KEY_FUNCTION_NOT_PERMITTED);
        expect(new MessageVerifyInit(crypto.handle(), HMAC, neither)).returns(Ckr.KEY_FUNCTION_NOT_PERMITTED);
        expect(new MessageSignInit(crypto.handle(), digest, both)).returns(Ckr.MECHANISM_INVALID);
        expect(new MessageVerifyInit(crypto.handle(), digest, both)).returns(Ckr.MECHANISM_INVALID);
        expect(new MessageSignInit(crypto.handle(), HMAC, both)).succeeds();
        expect(new MessageSignInit(crypto.handle(), HMAC, both)).returns(Ckr.OPERATION_ACTIVE);
        expect(new MessageVerifyInit(crypto.handle(), HMAC, both)).succeeds();
        expect(new MessageVerifyInit(crypto.handle(), HMAC, both)).returns(Ckr.OPERATION_ACTIVE);
    }

    private Crypto signer() {
        requires(HMAC, Ckf.MESSAGE_SIGN);
        Crypto crypto = crypto();
        expect(new MessageSignInit(crypto.handle(), HMAC, crypto.session().create(Keys.generic(Cka.SIGN))))
                .succeeds();
        return crypto;
    }

    private Crypto verifier() {
        requires(HMAC, Ckf.MESSAGE_VERIFY);
        Crypto crypto = crypto();
        expect(new MessageVerifyInit(crypto.handle(), HMAC, crypto.session().create(Keys.generic(Cka.VERIFY))))
                .succeeds();
        return crypto;
    }

    private Answer<Output> whole(Crypto crypto, byte[] data, Buffer room) {
        return expect(new SignMessage(crypto.handle(), NONE, Bytes.of(data), room));
    }

    private Answer<Output> next(Crypto crypto, byte[] part, Buffer room) {
        return expect(new SignMessageNext(crypto.handle(), NONE, Bytes.of(part), room));
    }

    private Answer<Void> verified(Crypto crypto, byte[] data, byte[] signature) {
        return expect(new VerifyMessage(crypto.handle(), NONE, Bytes.of(data), Bytes.of(signature)));
    }

    private Answer<Void> verifiedNext(Crypto crypto, byte[] part, Bytes signature) {
        return expect(new VerifyMessageNext(crypto.handle(), NONE, Bytes.of(part), signature));
    }

    private static byte[] mac(byte[] data) {
        return Jdk.hmac(Hash.SHA256, Keys.genericValue(), data);
    }

    /// Mechanisms that sign with a private key: one that hashes, and one that wants its data at once.
    enum Pair {
        HASHED("CKM_SHA256_RSA_PKCS", Ckm.SHA256_RSA_PKCS),
        BARE("CKM_RSA_PKCS", Ckm.RSA_PKCS);

        private final String title;
        private final Mechanism mechanism;

        Pair(String title, long mechanism) {
            this.title = title;
            this.mechanism = Mechanism.of(mechanism);
        }

        private Draft privateKey() {
            return Keys.rsaPrivate(Cka.SIGN);
        }

        private Draft publicKey() {
            return Keys.rsaPublic(Cka.VERIFY);
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
