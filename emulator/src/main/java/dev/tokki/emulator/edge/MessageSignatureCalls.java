package dev.tokki.emulator.edge;

import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.call.MessageSigning;
import dev.tokki.api.call.MessageVerification;
import dev.tokki.emulator.chapter.MessageChapter;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.MessageVerifying;
import java.util.function.Supplier;

/// The calls of sections 5.14 and 5.16, message-based signing and verifying.
final class MessageSignatureCalls {
    private static final Class<dev.tokki.emulator.operation.MessageSigning> SIGNING =
            dev.tokki.emulator.operation.MessageSigning.class;

    private MessageSignatureCalls() {}

    static Reply<?> answer(Arrival in, MessageSigning<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case MessageSigning.MessageSignInit c ->
                in.begin(
                        c.session(),
                        Kind.MESSAGE_SIGNING,
                        c.mechanism(),
                        (session, mechanism) -> MessageChapter.signInit(session, mechanism, c.key()));
            case MessageSigning.SignMessage c ->
                in.within(c.session(), Kind.MESSAGE_SIGNING, SIGNING, one -> {
                    one.checkBetween(in.function());
                    byte[] data = arguments.bytes(c.data(), "pData");
                    Room room = in.room(c.signature());
                    one.check(c.parameter(), in.function());
                    return room.reply(one.whole(data));
                });
            case MessageSigning.SignMessageBegin c ->
                in.within(c.session(), Kind.MESSAGE_SIGNING, SIGNING, one -> {
                    one.checkBetween(in.function());
                    one.check(c.parameter(), in.function());
                    one.begin();
                    return Reply.ok(null);
                });
            case MessageSigning.SignMessageNext c ->
                in.within(
                        c.session(),
                        Kind.MESSAGE_SIGNING,
                        SIGNING,
                        one -> endingOnError(one::endMessage, () -> signNext(in, c, one)));
            case MessageSigning.MessageSignFinal c ->
                in.finish(c.session(), Kind.MESSAGE_SIGNING, SIGNING, one -> one.checkBetween(in.function()));
        };
    }

    /// Without room for the length of a signature there is more data to come (section 5.14.4).
    private static Reply<Output> signNext(
            Arrival in, MessageSigning.SignMessageNext c, dev.tokki.emulator.operation.MessageSigning one) {
        byte[] data = in.arguments().bytes(c.data(), "pDataPart");
        one.check(c.parameter(), in.function());
        return switch (c.signature().kind()) {
            case QUERY, ROOM -> in.room(c.signature()).reply(one.lastPart(data, in.function()));
            case NO_LENGTH, NONE -> {
                one.part(data, in.function());
                yield Reply.ok(null);
            }
        };
    }

    static Reply<?> answer(Arrival in, MessageVerification<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case MessageVerification.MessageVerifyInit c ->
                in.begin(
                        c.session(),
                        Kind.MESSAGE_VERIFICATION,
                        c.mechanism(),
                        (session, mechanism) -> MessageChapter.verifyInit(session, mechanism, c.key()));
            case MessageVerification.VerifyMessage c ->
                in.within(c.session(), Kind.MESSAGE_VERIFICATION, MessageVerifying.class, one -> {
                    one.checkBetween(in.function());
                    one.check(c.parameter(), in.function());
                    one.whole(arguments.bytes(c.data(), "pData"), arguments.bytes(c.signature(), "pSignature"));
                    return Reply.ok(null);
                });
            case MessageVerification.VerifyMessageBegin c ->
                in.within(c.session(), Kind.MESSAGE_VERIFICATION, MessageVerifying.class, one -> {
                    one.checkBetween(in.function());
                    one.check(c.parameter(), in.function());
                    one.begin();
                    return Reply.ok(null);
                });
            case MessageVerification.VerifyMessageNext c ->
                in.within(
                        c.session(),
                        Kind.MESSAGE_VERIFICATION,
                        MessageVerifying.class,
                        one -> endingOnError(one::endMessage, () -> verifyNext(in, c, one)));
            case MessageVerification.MessageVerifyFinal c ->
                in.finish(
                        c.session(),
                        Kind.MESSAGE_VERIFICATION,
                        MessageVerifying.class,
                        one -> one.checkBetween(in.function()));
        };
    }

    /// Without a signature there is more data to come (section 5.16.4).
    private static Reply<Void> verifyNext(Arrival in, MessageVerification.VerifyMessageNext c, MessageVerifying one) {
        byte[] data = in.arguments().bytes(c.data(), "pDataPart");
        one.check(c.parameter(), in.function());
        if (c.signature().isNull()) {
            one.part(data, in.function());
        } else {
            one.lastPart(data, c.signature().array(), in.function());
        }
        return Reply.ok(null);
    }

    private static <R> Reply<R> endingOnError(Runnable end, Supplier<Reply<R>> body) {
        boolean goesOn = false;
        try {
            Reply<R> reply = body.get();
            goesOn = true;
            return reply;
        } finally {
            if (!goesOn) {
                end.run();
            }
        }
    }
}
