package dev.tokki.server;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.api.Notify;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.wire.BrokenFrameException;
import dev.tokki.nativeadapter.wire.FrameChannel;
import dev.tokki.nativeadapter.wire.FrameReader;
import dev.tokki.nativeadapter.wire.FrameWriter;
import dev.tokki.nativeadapter.wire.Notifications;
import dev.tokki.nativeadapter.wire.RecordCodec;
import dev.tokki.server.elf.Protocol;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/// What a daemon serves, for a Java program: calls travel as records, and refusals come back with their reasons.
/// Notifications are not given. One call at a time crosses the connection; others wait.
public final class RemoteModule implements Cryptoki {
    private final Path socket;
    private final FrameChannel frames;
    private final RecordCodec codec = new RecordCodec(new Mute());
    private boolean isBroken;

    private RemoteModule(Path socket, FrameChannel frames) {
        this.socket = socket;
        this.frames = frames;
    }

    /// {@return a new application of the daemon on a socket; nothing if no daemon listens there}
    ///
    /// @throws IOException if there is one that this program must not trust, or that refuses it
    public static Optional<RemoteModule> connect(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        SocketChannel channel;
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (ConnectException e) {
            return Optional.empty();
        }
        try {
            Peers.check(channel, "the daemon on " + socket);
            write(hello(), channel);
            FrameChannel frames = new FrameChannel(channel);
            FrameReader answer = new FrameReader(frames.receive());
            if (!answer.flag()) {
                throw new IOException(answer.text());
            }
            return Optional.of(new RemoteModule(socket, frames));
        } catch (IOException | BrokenFrameException e) {
            channel.close();
            throw new IOException("the daemon on " + socket + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer hello() {
        return ByteBuffer.allocate(Protocol.HELLO_SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Protocol.RECORDS_MAGIC)
                .putLong(ProcessHandle.current().pid())
                .putLong(new SecureRandom().nextLong())
                .putLong(RecordCodec.form())
                .flip();
    }

    private static void write(ByteBuffer bytes, SocketChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public synchronized <R> Reply<R> call(Call<R> call) {
        if (isBroken) {
            return gone(call);
        }
        FrameWriter question = new FrameWriter();
        codec.writeCall(call, question);
        try {
            frames.send(question.toArray());
            return codec.readReply(call, new FrameReader(frames.receive()));
        } catch (IOException | BrokenFrameException e) {
            isBroken = true;
            frames.close();
            return gone(call);
        }
    }

    private <R> Reply<R> gone(Call<R> call) {
        return Reply.refused(
                Ckr.DEVICE_ERROR,
                new Reason(
                        Function.of(call).cName(),
                        "The daemon on " + socket + " ended, or ended this connection.",
                        "5.1.3",
                        "Start it again with \"tokki serve\", then begin anew."));
    }

    /// Ends the application.
    @Override
    public synchronized void close() {
        isBroken = true;
        frames.close();
    }

    /// Callbacks stay here.
    private record Mute() implements Notifications {
        @Override
        public long numberOf(Notify callback) {
            return 0;
        }

        @Override
        public Notify of(long number) {
            throw new BrokenFrameException("a reply has no callback");
        }
    }
}
