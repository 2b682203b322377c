package dev.tokki.nativeadapter.child;

import dev.tokki.api.Notify;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.wire.FrameChannel;
import dev.tokki.nativeadapter.wire.FrameReader;
import dev.tokki.nativeadapter.wire.FrameWriter;
import dev.tokki.nativeadapter.wire.Notifications;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The child's side of callbacks: objects that ask the parent.
final class ChildNotifications implements Notifications {
    private final CompletableFuture<FrameChannel> connection = new CompletableFuture<>();
    private final Map<Long, Notify> callbacks = new ConcurrentHashMap<>();

    /// From now on, notifications take this connection.
    void goThrough(FrameChannel parent) {
        connection.complete(parent);
    }

    @Override
    public long numberOf(Notify callback) {
        throw new IllegalStateException("a reply has no callback");
    }

    @Override
    public Notify of(long number) {
        return callbacks.computeIfAbsent(
                number, key -> (session, event, application) -> ask(key, session, event, application));
    }

    private synchronized long ask(long number, long session, long event, long application) {
        FrameWriter question = new FrameWriter();
        question.number(number);
        question.number(session);
        question.number(event);
        question.number(application);
        try {
            connection.join().send(question.toArray());
            return new FrameReader(connection.join().receive()).number();
        } catch (IOException e) {
            return Ckr.OK; // nobody is left to ask
        }
    }
}
