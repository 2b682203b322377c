package dev.tokki.emulator.edge;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.call.MessageDecryption;
import dev.tokki.api.call.MessageEncryption;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.chapter.MessageChapter;
import dev.tokki.emulator.mechanism.work.CipherMessage;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.MessageCiphering;
import dev.tokki.emulator.rule.Refusal;

/// The calls of sections 5.9 and 5.11, message-based encryption and decryption.
///
/// @param in the call
/// @param kind which of the two
record MessageCipherCalls(Arrival in, Kind kind) {
    static Reply<?> answer(Arrival in, MessageEncryption<?> call) {
        MessageCipherCalls calls = new MessageCipherCalls(in, Kind.MESSAGE_ENCRYPTION);
        return switch (call) {
            case MessageEncryption.MessageEncryptInit c ->
                in.begin(
                        c.session(),
                        calls.kind,
                        c.mechanism(),
                        (session, mechanism) -> MessageChapter.encryptInit(session, mechanism, c.key()));
            case MessageEncryption.EncryptMessage c ->
                calls.whole(
                        c.session(), c.parameter(), c.associatedData(), c.plaintext(), "pPlaintext", c.ciphertext());
            case MessageEncryption.EncryptMessageBegin c -> calls.begin(c.session(), c.parameter(), c.associatedData());
            case MessageEncryption.EncryptMessageNext c ->
                calls.next(
                        c.session(), c.parameter(), c.plaintextPart(), "pPlaintextPart", c.ciphertextPart(), c.flags());
            case MessageEncryption.MessageEncryptFinal c -> calls.finish(c.session());
        };
    }

    static Reply<?> answer(Arrival in, MessageDecryption<?> call) {
        MessageCipherCalls calls = new MessageCipherCalls(in, Kind.MESSAGE_DECRYPTION);
        return switch (call) {
            case MessageDecryption.MessageDecryptInit c ->
                in.begin(
                        c.session(),
                        calls.kind,
                        c.mechanism(),
                        (session, mechanism) -> MessageChapter.decryptInit(session, mechanism, c.key()));
            case MessageDecryption.DecryptMessage c ->
                calls.whole(
                        c.session(), c.parameter(), c.associatedData(), c.ciphertext(), "pCiphertext", c.plaintext());
            case MessageDecryption.DecryptMessageBegin c -> calls.begin(c.session(), c.parameter(), c.associatedData());
            case MessageDecryption.DecryptMessageNext c ->
                calls.next(
                        c.session(),
                        c.parameter(),
                        c.ciphertextPart(),
                        "pCiphertextPart",
                        c.plaintextPart(),
                        c.flags());
            case MessageDecryption.MessageDecryptFinal c -> calls.finish(c.session());
        };
    }

    /// A message and its ciphertext have the same length, so that nothing is begun for a length query.
    private Reply<Output> whole(
            long session, Parameter parameter, Bytes associatedData, Bytes given, String name, Buffer buffer) {
        return in.within(session, kind, MessageCiphering.class, operation -> {
            operation.checkBetween(in.function());
            byte[] data = in.arguments().bytes(associatedData, "pAssociatedData");
            byte[] input = in.arguments().bytes(given, name);
            Room room = in.room(buffer);
            operation.check(parameter);
            return room.takes(input.length, output -> output)
                    .orElseGet(() -> ended(operation.whole(parameter, data, input)));
        });
    }

    private Reply<Void> begin(long session, Parameter parameter, Bytes associatedData) {
        return in.within(session, kind, MessageCiphering.class, operation -> {
            operation.checkBetween(in.function());
            byte[] data = in.arguments().bytes(associatedData, "pAssociatedData");
            Parameter begun = operation.begin(parameter, data);
            return new Reply<>(Rv.OK, null, begun, null);
        });
    }

    private Reply<Output> next(long session, Parameter parameter, Bytes given, String name, Buffer buffer, long flags) {
        return in.within(session, kind, MessageCiphering.class, operation -> {
            boolean goesOn = false;
            try {
                checkFlags(flags);
                byte[] input = in.arguments().bytes(given, name);
                Room room = in.room(buffer);
                boolean isLast = flags == Ckf.END_OF_MESSAGE;
                Reply<Output> reply = room.takes(
                                operation.length(input.length, isLast, in.function()), output -> output)
                        .orElseGet(() -> isLast
                                ? ended(operation.lastPart(input, parameter, in.function()))
                                : Reply.ok(Output.of(operation.part(input, in.function()))));
                goesOn = true;
                return reply;
            } finally {
                if (!goesOn) {
                    operation.endMessage();
                }
            }
        });
    }

    private Reply<Void> finish(long session) {
        return in.finish(session, kind, MessageCiphering.class, operation -> operation.checkBetween(in.function()));
    }

    private void checkFlags(long flags) {
        if ((flags & ~Ckf.END_OF_MESSAGE) != 0) {
            throw Refusal.of(
                    Ckr.ARGUMENTS_BAD,
                    "flags",
                    "It is 0, or CKF_END_OF_MESSAGE (1) with the last part; it was " + Long.toUnsignedString(flags)
                            + ".",
                    in.function().section(),
                    "Pass one of the two.");
        }
    }

    private static Reply<Output> ended(CipherMessage.End end) {
        return new Reply<>(Rv.OK, Output.of(end.output().array()), end.parameter(), null);
    }
}
