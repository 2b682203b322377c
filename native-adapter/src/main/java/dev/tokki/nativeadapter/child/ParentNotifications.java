package dev.tokki.nativeadapter.child;

import dev.tokki.api.Notify;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.wire.BrokenFrameException;
import dev.tokki.nativeadapter.wire.FrameChannel;
import dev.tokki.nativeadapter.wire.FrameReader;
import dev.tokki.nativeadapter.wire.FrameWriter;
import dev.tokki.nativeadapter.wire.Notifications;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The parent's side of callbacks: the real ones, called when the child says so.
final class ParentNotifications implements Notifications {
    private static final System.Logger LOG = System.getLogger(ParentNotifications.class.getName());

    private final List<Notify> callbacks = new ArrayList<>();

    @Override
    public synchronized long numberOf(Notify callback) {
        int known = callbacks.indexOf(callback);
        if (known >= 0) {
            return known;
        }
        callbacks.add(callback);
        return callbacks.size() - 1L;
    }

    @Override
    public synchronized Notify of(long number) {
        if (number < 0 || number >= callbacks.size()) {
            throw new BrokenFrameException("there is no callback " + number);
        }
        return callbacks.get((int) number);
    }

    /// Answers until the child is gone.
    void serve(FrameChannel child) {
        try (child) {
            while (true) {
                FrameReader question = new FrameReader(child.receive());
                FrameWriter answer = new FrameWriter();
                answer.number(answer(question));
                child.send(answer.toArray());
            }
        } catch (IOException | BrokenFrameException e) {
            LOG.log(System.Logger.Level.TRACE, "no more notifications", e);
        }
    }

    private long answer(FrameReader question) {
        Notify callback = of(question.number());
        long session = question.number();
        long event = question.number();
        try {
            return callback.notify(session, event, question.number());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a notification callback failed", e);
            return Ckr.OK;
        }
    }
}
