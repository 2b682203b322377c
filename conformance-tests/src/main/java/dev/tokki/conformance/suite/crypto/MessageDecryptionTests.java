package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT_MESSAGE;
import static dev.tokki.api.Function.DECRYPT_MESSAGE_BEGIN;
import static dev.tokki.api.Function.DECRYPT_MESSAGE_NEXT;
import static dev.tokki.api.Function.MESSAGE_DECRYPT_FINAL;
import static dev.tokki.api.Function.MESSAGE_DECRYPT_INIT;

import dev.tokki.api.Bytes;
import dev.tokki.api.Output;
import dev.tokki.api.call.MessageDecryption.DecryptMessage;
import dev.tokki.api.call.MessageDecryption.DecryptMessageBegin;
import dev.tokki.api.call.MessageDecryption.DecryptMessageNext;
import dev.tokki.api.call.MessageDecryption.MessageDecryptFinal;
import dev.tokki.api.call.MessageDecryption.MessageDecryptInit;
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

/// Messages decrypted by AES-GCM: sections 5.11 and 6.13.2.
@Chapter(id = "message", title = "Message-based operations", section = "5.9")
record MessageDecryptionTests(Bench bench) implements CryptoSuite {
    @Requirement(
            id = "message.decrypt",
            functions = {MESSAGE_DECRYPT_INIT, DECRYPT_MESSAGE, MESSAGE_DECRYPT_FINAL},
            section = {"5.11.2", "6.13.2"},
            rule =
                    "C_DecryptMessage opens the JDK's ciphertext with the tag from pTag, and CKR_AEAD_DECRYPT_FAILED is what"
                            + " it says of a wrong tag, wrong associated data and a wrong ciphertext")
    void decrypting() {
        Crypto crypto = decryption();
        byte[] sealed = GcmMessages.jdk(GcmMessages.IV);
        byte[] ciphertext = Data.part(sealed, 0, GcmMessages.DATA.length);
        byte[] tag = Data.part(sealed, GcmMessages.DATA.length, sealed.length);
        same(
                "plaintext",
                GcmMessages.DATA,
                opening(crypto, tag, GcmMessages.associated(), ciphertext)
                        .value()
                        .array());
        opening(crypto, Keys.spoiled(tag, 3), GcmMessages.associated(), ciphertext)
                .returns(Ckr.AEAD_DECRYPT_FAILED);
        opening(crypto, tag, Bytes.NULL, ciphertext).returns(Ckr.AEAD_DECRYPT_FAILED);
        opening(crypto, tag, GcmMessages.associated(), Keys.spoiled(ciphertext, 20))
                .returns(Ckr.AEAD_DECRYPT_FAILED);
        same(
                "plaintext",
                GcmMessages.DATA,
                opening(crypto, tag, GcmMessages.associated(), ciphertext)
                        .value()
                        .array());
        expect(new MessageDecryptFinal(crypto.handle())).succeeds();
    }

    @Requirement(
            id = "message.decrypt.parts",
            functions = {DECRYPT_MESSAGE_BEGIN, DECRYPT_MESSAGE_NEXT},
            section = {"5.11.3", "5.11.4"},
            rule = "A message in parts of {0} bytes opens to the plaintext, its tag given with the last part")
    void decryptingParts(PartLength length) {
        Crypto crypto = decryption();
        byte[] sealed = GcmMessages.jdk(GcmMessages.IV);
        byte[] tag = Data.part(sealed, GcmMessages.DATA.length, sealed.length);
        GcmMessage without = GcmMessages.message(GcmMessages.IV, 0, Ckg.NO_GENERATE);
        GcmMessage with = new GcmMessage(Bytes.of(GcmMessages.IV), 0, Ckg.NO_GENERATE, Bytes.of(tag), 128);
        expect(new DecryptMessageBegin(crypto.handle(), without, GcmMessages.associated()))
                .succeeds();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int from = 0; from < GcmMessages.DATA.length; from += length.bytes) {
            int to = Math.min(GcmMessages.DATA.length, from + length.bytes);
            boolean isLast = to == GcmMessages.DATA.length;
            all.writeBytes(nextOpened(
                            crypto,
                            isLast ? with : without,
                            Data.part(sealed, from, to),
                            isLast ? Ckf.END_OF_MESSAGE : 0)
                    .value()
                    .array());
        }
        same("plaintext", GcmMessages.DATA, all.toByteArray());
    }

    @Requirement(
            id = "message.decrypt.parts-wrong",
            functions = {DECRYPT_MESSAGE_BEGIN, DECRYPT_MESSAGE_NEXT},
            section = "5.11.4",
            rule = "A wrong tag is CKR_AEAD_DECRYPT_FAILED with the last part; it ends the message and not the process")
    void wrongTagOfParts() {
        Crypto crypto = decryption();
        byte[] sealed = GcmMessages.jdk(GcmMessages.IV);
        GcmMessage parameter = GcmMessages.message(GcmMessages.IV, 0, Ckg.NO_GENERATE);
        expect(new DecryptMessageBegin(crypto.handle(), parameter, GcmMessages.associated()))
                .succeeds();
        nextOpened(crypto, parameter, Data.part(sealed, 0, 20), 0).succeeds();
        nextOpened(crypto, parameter, Data.part(sealed, 20, 50), Ckf.END_OF_MESSAGE)
                .returns(Ckr.AEAD_DECRYPT_FAILED);
        nextOpened(crypto, parameter, new byte[1], 0).returns(Ckr.OPERATION_NOT_INITIALIZED);
        expect(new DecryptMessageBegin(crypto.handle(), parameter, GcmMessages.associated()))
                .succeeds();
    }

    @Requirement(
            id = "message.decrypt.order",
            functions = {DECRYPT_MESSAGE, DECRYPT_MESSAGE_BEGIN, DECRYPT_MESSAGE_NEXT, MESSAGE_DECRYPT_FINAL},
            section = {"5.11.2", "5.11.3", "5.11.4"},
            rule =
                    "Within a message there is no other message and no end: CKR_OPERATION_ACTIVE; without a process there is"
                            + " neither: CKR_OPERATION_NOT_INITIALIZED")
    void orderOfDecryption() {
        Crypto crypto = decryption();
        GcmMessage parameter = GcmMessages.message(GcmMessages.IV, 0, Ckg.NO_GENERATE);
        expect(new DecryptMessageBegin(crypto.handle(), parameter, GcmMessages.associated()))
                .succeeds();
        opening(crypto, new byte[16], GcmMessages.associated(), GcmMessages.DATA)
                .returns(Ckr.OPERATION_ACTIVE);
        expect(new MessageDecryptFinal(crypto.handle())).returns(Ckr.OPERATION_ACTIVE);
        expect(new MessageDecryptInit(crypto.handle(), null, 0)).succeeds();
        expect(new MessageDecryptFinal(crypto.handle())).returns(Ckr.OPERATION_NOT_INITIALIZED);
        expect(new DecryptMessageBegin(crypto.handle(), parameter, GcmMessages.associated()))
                .returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    private Crypto decryption() {
        requires(Ckm.AES_GCM, Ckf.MESSAGE_DECRYPT);
        Crypto crypto = crypto();
        expect(new MessageDecryptInit(
                        crypto.handle(), GcmMessages.GCM, crypto.session().create(Keys.aes(Cka.DECRYPT))))
                .succeeds();
        return crypto;
    }

    private Answer<Output> nextOpened(Crypto crypto, Parameter parameter, byte[] part, long flags) {
        return expect(new DecryptMessageNext(crypto.handle(), parameter, Bytes.of(part), GcmMessages.ROOM, flags));
    }

    private Answer<Output> opening(Crypto crypto, byte[] tag, Bytes associatedData, byte[] ciphertext) {
        GcmMessage parameter = new GcmMessage(Bytes.of(GcmMessages.IV), 0, Ckg.NO_GENERATE, Bytes.of(tag), 128);
        return expect(
                new DecryptMessage(crypto.handle(), parameter, associatedData, Bytes.of(ciphertext), GcmMessages.ROOM));
    }

    /// How long parts are: whole blocks, less and more.
    enum PartLength {
        ONE(1),
        BLOCK(16),
        MORE(23);

        private final int bytes;

        PartLength(int bytes) {
            this.bytes = bytes;
        }

        @Override
        public String toString() {
            return Integer.toString(bytes);
        }
    }
}
