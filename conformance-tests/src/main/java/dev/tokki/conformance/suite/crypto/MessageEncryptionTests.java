package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.ENCRYPT_MESSAGE;
import static dev.tokki.api.Function.ENCRYPT_MESSAGE_BEGIN;
import static dev.tokki.api.Function.ENCRYPT_MESSAGE_NEXT;
import static dev.tokki.api.Function.MESSAGE_DECRYPT_INIT;
import static dev.tokki.api.Function.MESSAGE_ENCRYPT_FINAL;
import static dev.tokki.api.Function.MESSAGE_ENCRYPT_INIT;
import static dev.tokki.api.Function.SESSION_CANCEL;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.MessageDecryption.MessageDecryptInit;
import dev.tokki.api.call.MessageEncryption.EncryptMessage;
import dev.tokki.api.call.MessageEncryption.EncryptMessageBegin;
import dev.tokki.api.call.MessageEncryption.EncryptMessageNext;
import dev.tokki.api.call.MessageEncryption.MessageEncryptFinal;
import dev.tokki.api.call.MessageEncryption.MessageEncryptInit;
import dev.tokki.api.call.Sessions.SessionCancel;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.AesParameter.GcmMessage;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import java.io.ByteArrayOutputStream;

/// Messages encrypted by AES-GCM: sections 5.9 and 6.13.2.
@Chapter(id = "message", title = "Message-based operations", section = "5.9")
record MessageEncryptionTests(Bench bench) implements CryptoSuite {
    @Requirement(
            id = "message.encrypt",
            functions = {MESSAGE_ENCRYPT_INIT, ENCRYPT_MESSAGE, MESSAGE_ENCRYPT_FINAL},
            section = {"5.9.2", "6.13.2"},
            rule = "C_EncryptMessage gives the JDK's ciphertext without the tag, and the tag in pTag")
    void encrypting() {
        Crypto crypto = encryption();
        Answer<Output> answer = whole(crypto, GcmMessages.message(GcmMessages.IV, 0, Ckg.NO_GENERATE));
        byte[] expected = GcmMessages.jdk(GcmMessages.IV);
        same(
                "ciphertext",
                Data.part(expected, 0, GcmMessages.DATA.length),
                answer.value().array());
        same(
                "tag",
                Data.part(expected, GcmMessages.DATA.length, expected.length),
                left(answer).tag().array());
        expect(new MessageEncryptFinal(crypto.handle())).succeeds();
    }

    @Requirement(
            id = "message.encrypt.parts",
            functions = {ENCRYPT_MESSAGE_BEGIN, ENCRYPT_MESSAGE_NEXT},
            section = {"5.9.3", "5.9.4"},
            rule = "A message in parts has the ciphertext and the tag of the message in one part")
    void encryptingParts() {
        Crypto crypto = encryption();
        GcmMessage parameter = GcmMessages.message(GcmMessages.IV, 0, Ckg.NO_GENERATE);
        expect(new EncryptMessageBegin(crypto.handle(), parameter, GcmMessages.associated()))
                .succeeds();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(next(crypto, parameter, Data.part(GcmMessages.DATA, 0, 20), 0)
                .value()
                .array());
        Answer<Output> last = next(crypto, parameter, Data.part(GcmMessages.DATA, 20, 50), Ckf.END_OF_MESSAGE);
        all.writeBytes(last.value().array());
        byte[] expected = GcmMessages.jdk(GcmMessages.IV);
        same("ciphertext", Data.part(expected, 0, GcmMessages.DATA.length), all.toByteArray());
        same(
                "tag",
                Data.part(expected, GcmMessages.DATA.length, expected.length),
                left(last).tag().array());
    }

    @Requirement(
            id = "message.encrypt.several",
            functions = {ENCRYPT_MESSAGE, ENCRYPT_MESSAGE_BEGIN, ENCRYPT_MESSAGE_NEXT},
            section = {"5.9.1", "5.9.4"},
            rule = "One process encrypts several messages, in one part and in several")
    void severalMessages() {
        Crypto crypto = encryption();
        GcmMessage first = GcmMessages.message(Data.counting(12), 0, Ckg.NO_GENERATE);
        GcmMessage second = GcmMessages.message(Data.counting(13), 0, Ckg.NO_GENERATE);
        whole(crypto, first).succeeds();
        expect(new EncryptMessageBegin(crypto.handle(), second, GcmMessages.associated()))
                .succeeds();
        next(crypto, second, GcmMessages.DATA, Ckf.END_OF_MESSAGE).succeeds();
        whole(crypto, first).succeeds();
    }

    @Requirement(
            id = "message.encrypt.generated",
            functions = {ENCRYPT_MESSAGE, ENCRYPT_MESSAGE_BEGIN},
            section = {"5.9.2", "6.13.2"},
            rule = "With {0} the token makes a vector for each message, tells it, and keeps the fixed bits")
    void generatedVectors(Generator generator) {
        Crypto crypto = encryption();
        byte[] room = new byte[12];
        room[0] = (byte) 0xA5;
        GcmMessage parameter = GcmMessages.message(room, 32, generator.ckg);
        Answer<Output> first = whole(crypto, parameter);
        byte[] iv = left(first).iv().array();
        same(
                "ciphertext",
                Data.part(GcmMessages.jdk(iv), 0, GcmMessages.DATA.length),
                first.value().array());
        Parameter begun = expect(new EncryptMessageBegin(crypto.handle(), parameter, GcmMessages.associated()))
                .succeeds()
                .reply()
                .parameter();
        byte[] other = begun instanceof GcmMessage gcm ? gcm.iv().array() : new byte[0];
        check("length of the vector", 12, other.length);
        check("vectors", "two different ones", !Data.shown(iv).equals(Data.shown(other)), Data.shown(other));
        same("fixed bits", Data.part(room, 0, 4), Data.part(other, 0, 4));
    }

    @Requirement(
            id = "message.encrypt.counter",
            functions = ENCRYPT_MESSAGE,
            section = "6.13.2",
            rule = "CKG_GENERATE_COUNTER counts from zero, in the bits that are not fixed")
    void counter() {
        Crypto crypto = encryption();
        GcmMessage parameter = GcmMessages.message(GcmMessages.IV, 64, Ckg.GENERATE_COUNTER);
        for (int count = 0; count < 3; count++) {
            byte[] iv = left(whole(crypto, parameter)).iv().array();
            same("vector", Data.joined(Data.part(GcmMessages.IV, 0, 8), new byte[] {0, 0, 0, (byte) count}), iv);
        }
    }

    @Requirement(
            id = "message.encrypt.output",
            functions = {ENCRYPT_MESSAGE, ENCRYPT_MESSAGE_NEXT},
            section = {"5.2", "5.9.2", "5.9.4"},
            rule = "A length query and a buffer that is too small lose nothing, and make no vector")
    void output() {
        Crypto crypto = encryption();
        GcmMessage parameter = GcmMessages.message(new byte[12], 0, Ckg.GENERATE_COUNTER);
        check(
                "length told",
                (long) GcmMessages.DATA.length,
                encrypting(crypto, parameter, Buffer.query()).value().length());
        encrypting(crypto, parameter, Buffer.of(GcmMessages.DATA.length - 1)).returns(Ckr.BUFFER_TOO_SMALL);
        same("first vector", new byte[12], left(whole(crypto, parameter)).iv().array());
        expect(new EncryptMessageBegin(crypto.handle(), parameter, GcmMessages.associated()))
                .succeeds();
        expect(new EncryptMessageNext(
                        crypto.handle(), parameter, Bytes.of(GcmMessages.DATA), Buffer.of(1), Ckf.END_OF_MESSAGE))
                .returns(Ckr.BUFFER_TOO_SMALL);
        next(crypto, parameter, GcmMessages.DATA, Ckf.END_OF_MESSAGE).succeeds();
    }

    @Requirement(
            id = "message.encrypt.order",
            functions = {ENCRYPT_MESSAGE, ENCRYPT_MESSAGE_BEGIN, ENCRYPT_MESSAGE_NEXT, MESSAGE_ENCRYPT_FINAL},
            section = {"5.9.2", "5.9.3", "5.9.4"},
            rule = "Within a message there is no other message and no end: CKR_OPERATION_ACTIVE; between messages no"
                    + " C_EncryptMessageNext: CKR_OPERATION_NOT_INITIALIZED")
    void order() {
        Crypto crypto = encryption();
        GcmMessage parameter = GcmMessages.message(GcmMessages.IV, 0, Ckg.NO_GENERATE);
        next(crypto, parameter, GcmMessages.DATA, 0).returns(Ckr.OPERATION_NOT_INITIALIZED);
        expect(new EncryptMessageBegin(crypto.handle(), parameter, GcmMessages.associated()))
                .succeeds();
        whole(crypto, parameter).returns(Ckr.OPERATION_ACTIVE);
        expect(new EncryptMessageBegin(crypto.handle(), parameter, GcmMessages.associated()))
                .returns(Ckr.OPERATION_ACTIVE);
        expect(new MessageEncryptFinal(crypto.handle())).returns(Ckr.OPERATION_ACTIVE);
        next(crypto, parameter, GcmMessages.DATA, Ckf.END_OF_MESSAGE).succeeds();
        expect(new MessageEncryptFinal(crypto.handle())).succeeds();
        expect(new MessageEncryptFinal(crypto.handle())).returns(Ckr.OPERATION_NOT_INITIALIZED);
        whole(crypto, parameter).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "message.encrypt.parameter",
            functions = ENCRYPT_MESSAGE,
            section = {"5.1.6", "6.13.2"},
            rule =
                    "A message without CK_GCM_MESSAGE_PARAMS, or with a tag too long, is CKR_MECHANISM_PARAM_INVALID, and the"
                            + " process goes on")
    void wrongParameter() {
        Crypto crypto = encryption();
        encrypting(crypto, Parameter.none(), GcmMessages.ROOM).returns(Ckr.MECHANISM_PARAM_INVALID, Ckr.ARGUMENTS_BAD);
        encrypting(
                        crypto,
                        new GcmMessage(Bytes.of(GcmMessages.IV), 0, Ckg.NO_GENERATE, Bytes.of(new byte[17]), 136),
                        GcmMessages.ROOM)
                .returns(Ckr.MECHANISM_PARAM_INVALID);
        whole(crypto, GcmMessages.message(GcmMessages.IV, 0, Ckg.NO_GENERATE)).succeeds();
    }

    @Requirement(
            id = "message.encrypt.usage",
            functions = MESSAGE_ENCRYPT_INIT,
            section = {"5.1.6", "5.9.1"},
            rule = "A key whose CKA_ENCRYPT is false is CKR_KEY_FUNCTION_NOT_PERMITTED")
    void encryptionMustBePermitted() {
        requires(Ckm.AES_GCM, Ckf.MESSAGE_ENCRYPT);
        Crypto crypto = crypto();
        long key = crypto.session().create(Keys.aes(Cka.DECRYPT).with(Cka.ENCRYPT, false));
        expect(new MessageEncryptInit(crypto.handle(), GcmMessages.GCM, key)).returns(Ckr.KEY_FUNCTION_NOT_PERMITTED);
    }

    @Requirement(
            id = "message.encrypt.cancel",
            functions = {MESSAGE_ENCRYPT_INIT, SESSION_CANCEL},
            section = {"5.6.5", "5.9.1"},
            rule =
                    "A second C_MessageEncryptInit is CKR_OPERATION_ACTIVE; NULL_PTR for the mechanism and C_SessionCancel end"
                            + " the process, with a message in it")
    void cancelling() {
        requires(Ckm.AES_GCM, Ckf.MESSAGE_ENCRYPT);
        Crypto crypto = crypto();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT));
        GcmMessage parameter = GcmMessages.message(GcmMessages.IV, 0, Ckg.NO_GENERATE);
        for (boolean byNull : new boolean[] {true, false}) {
            expect(new MessageEncryptInit(crypto.handle(), GcmMessages.GCM, key))
                    .succeeds();
            expect(new MessageEncryptInit(crypto.handle(), GcmMessages.GCM, key))
                    .returns(Ckr.OPERATION_ACTIVE);
            expect(new EncryptMessageBegin(crypto.handle(), parameter, GcmMessages.associated()))
                    .succeeds();
            expect(
                            byNull
                                    ? new MessageEncryptInit(crypto.handle(), null, 0)
                                    : new SessionCancel(crypto.handle(), Ckf.MESSAGE_ENCRYPT))
                    .succeeds();
            next(crypto, parameter, GcmMessages.DATA, 0).returns(Ckr.OPERATION_NOT_INITIALIZED);
        }
    }

    @Requirement(
            id = "message.mechanism",
            functions = {MESSAGE_ENCRYPT_INIT, MESSAGE_DECRYPT_INIT},
            section = {"5.1.6", "5.9.1", "5.11.1"},
            rule = "A mechanism without CKF_MESSAGE_ENCRYPT and CKF_MESSAGE_DECRYPT is CKR_MECHANISM_INVALID")
    void mechanismMustSuit() {
        requires(Ckm.AES_GCM, Ckf.MESSAGE_ENCRYPT);
        Crypto crypto = crypto();
        long key = crypto.session().create(Keys.aes(Cka.ENCRYPT, Cka.DECRYPT));
        Mechanism digest = Mechanism.of(Ckm.SHA256);
        expect(new MessageEncryptInit(crypto.handle(), digest, key)).returns(Ckr.MECHANISM_INVALID);
        expect(new MessageDecryptInit(crypto.handle(), digest, key)).returns(Ckr.MECHANISM_INVALID);
    }

    private Crypto encryption() {
        requires(Ckm.AES_GCM, Ckf.MESSAGE_ENCRYPT);
        Crypto crypto = crypto();
        expect(new MessageEncryptInit(
                        crypto.handle(), GcmMessages.GCM, crypto.session().create(Keys.aes(Cka.ENCRYPT))))
                .succeeds();
        return crypto;
    }

    private Answer<Output> whole(Crypto crypto, Parameter parameter) {
        return encrypting(crypto, parameter, GcmMessages.ROOM);
    }

    private Answer<Output> encrypting(Crypto crypto, Parameter parameter, Buffer room) {
        return expect(new EncryptMessage(
                crypto.handle(), parameter, GcmMessages.associated(), Bytes.of(GcmMessages.DATA), room));
    }

    private Answer<Output> next(Crypto crypto, Parameter parameter, byte[] part, long flags) {
        return expect(new EncryptMessageNext(crypto.handle(), parameter, Bytes.of(part), GcmMessages.ROOM, flags));
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

    /// The generators that make vectors.
    enum Generator {
        GENERATE("CKG_GENERATE", Ckg.GENERATE),
        COUNTER("CKG_GENERATE_COUNTER", Ckg.GENERATE_COUNTER),
        RANDOM("CKG_GENERATE_RANDOM", Ckg.GENERATE_RANDOM),
        XOR("CKG_GENERATE_COUNTER_XOR", Ckg.GENERATE_COUNTER_XOR);

        private final String title;
        private final long ckg;

        Generator(String title, long ckg) {
            this.title = title;
            this.ckg = ckg;
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
