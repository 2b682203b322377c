package dev.tokki.server;

import dev.tokki.api.Notify;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.wire.BrokenFrameException;
import dev.tokki.nativeadapter.wire.FrameChannel;
import dev.tokki.nativeadapter.wire.FrameReader;
import dev.tokki.nativeadapter.wire.FrameWriter;
import dev.tokki.nativeadapter.wire.Notifications;
import dev.tokki.nativeadapter.wire.RecordCodec;
import java.io.IOException;

/// One connection's calls as records, which bring back the reasons of refusals too; [RemoteModule] is at the other
/// end.
final class RecordConversation {
    private final RecordCodec codec = new RecordCodec(new Deaf());
    private final FrameChannel frames;
    private final Budget budget;
    private final Applications.Application application;

    RecordConversation(FrameChannel frames, Budget budget, Applications.Application application) {
        this.frames = frames;
        this.budget = budget;
        this.application = application;
    }

    /// Answers calls until the connection ends.
    ///
    /// @throws IOException when it ends, or is broken
    void run() throws IOException {
        frames.send(accepted());
        while (true) {
            int length = frames.length();
            try {
                budget.take(length);
            } catch (Budget.NoMemoryException e) {
                throw new IOException(e);
            }
            try {
                frames.send(answer(frames.receive(length)));
            } catch (BrokenFrameException | IllegalArgumentException e) {
                throw new IOException(e);
            } finally {
                budget.giveBack(length);
            }
        }
    }

    private byte[] answer(byte[] frame) {
        Call<?> call = codec.readCall(new FrameReader(frame));
        Reply<?> reply = application.module().call(call);
        FrameWriter answer = new FrameWriter();
        codec.writeReply(call, reply, answer);
        return answer.toArray();
    }

    private static byte[] accepted() {
        FrameWriter answer = new FrameWriter();
        answer.flag(true);
        return answer.toArray();
    }

    /// {@return the frame that tells why a connection is refused}
    static byte[] refused(String why) {
        FrameWriter answer = new FrameWriter();
        answer.flag(false);
        answer.text(why);
        return answer.toArray();
    }

    /// Notifications do not travel here.
    private record Deaf() implements Notifications {
        @Override
        public long numberOf(Notify callback) {
            throw new IllegalStateException("a reply has no callback");
        }

        @Override
        public Notify of(long number) {
            return (session, event, application) -> Ckr.OK;
        }
    }
}
