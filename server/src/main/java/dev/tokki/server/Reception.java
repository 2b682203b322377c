package dev.tokki.server;

import dev.tokki.nativeadapter.wire.FrameChannel;
import dev.tokki.nativeadapter.wire.RecordCodec;
import dev.tokki.server.elf.Protocol;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Receives programs that connect: who they are, and what they speak.
final class Reception implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Reception.class.getName());

    private final Applications applications;
    private final Limits limits;
    private final Budget budget = Budget.ofThisMachine();
    private final Traffic traffic = new Traffic();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("waits for hellos").factory());

    Reception(Applications applications, Limits limits) {
        this.applications = applications;
        this.limits = limits;
        clock.setRemoveOnCancelPolicy(true);
        // Who connects while the daemon ends is hung up on by the daemon.
        clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /// {@return how much was said so far}
    Traffic traffic() {
        return traffic;
    }

    /// Serves a connection until it ends, for whatever reason; that is its own affair.
    void serve(SocketChannel channel) {
        Future<?> impatience =
                clock.schedule(() -> hangUp(channel), limits.hello().toMillis(), TimeUnit.MILLISECONDS);
        try (channel) {
            String user = Peers.check(channel, "a program that connected");
            Peer peer = new Peer(channel, traffic);
            ByteBuffer hello = peer.hello();
            impatience.cancel(false);
            talk(channel, peer, user, hello);
        } catch (EOFException | ClosedChannelException e) {
            // The program has ended, or we have.
        } catch (IOException | Applications.TooManyException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection ended", e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a defect ended a connection", e);
        } finally {
            impatience.cancel(false);
        }
    }

    private void talk(SocketChannel channel, Peer peer, String user, ByteBuffer hello)
            throws IOException, Applications.TooManyException {
        long magic = hello.getLong();
        Applications.Process process = new Applications.Process(user, hello.getLong(), hello.getLong());
        if (magic == Protocol.MAGIC) {
            converse(process, application -> new Conversation(peer, budget, application).run());
        } else if (magic == Protocol.RECORDS_MAGIC) {
            FrameChannel frames = new FrameChannel(channel);
            if (hello.getLong() == RecordCodec.form()) {
                converse(process, application -> new RecordConversation(frames, budget, application).run());
            } else {
                frames.send(RecordConversation.refused(
                        "it is of another version of Tokki; end it, and start it again with this one"));
            }
        } else {
            LOG.log(
                    System.Logger.Level.INFO,
                    "refused a module that speaks protocol 0x{0}: write it anew with this version of Tokki",
                    Long.toHexString(magic));
        }
    }

    /// A connection's calls.
    private interface Calling {
        void goOn(Applications.Application application) throws IOException;
    }

    private void converse(Applications.Process process, Calling calling)
            throws IOException, Applications.TooManyException {
        Applications.Application application = applications.connected(process);
        try {
            calling.goOn(application);
        } finally {
            applications.disconnected(process);
        }
    }

    private static void hangUp(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing a connection without a hello", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
