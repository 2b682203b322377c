package dev.tokki.server;

import dev.tokki.api.Cryptoki;
import dev.tokki.server.elf.Protocol;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;

/// Serves one program over two streams, for whoever has made the connection: a service manager with a socket of its
/// own, or a tunnel. Who is at the other end is theirs to know.
public final class StreamServer {
    private StreamServer() {}

    /// Answers the calls of one connection until it ends.
    ///
    /// @param module the program's application; closed afterwards
    /// @throws IOException if the streams fail, or what comes is no module's
    public static void serve(InputStream in, OutputStream out, Cryptoki module) throws IOException {
        Limits limits = Limits.usual();
        Applications applications = new Applications(process -> module, limits);
        Peer peer = new Peer(in, Channels.newChannel(out), new Traffic());
        try {
            ByteBuffer hello = peer.hello();
            long magic = hello.getLong();
            if (magic != Protocol.MAGIC) {
                throw new IOException("a module that speaks protocol 0x" + Long.toHexString(magic)
                        + ": write it anew with this version of Tokki");
            }
            Applications.Process process = new Applications.Process("", hello.getLong(), hello.getLong());
            Applications.Application application = applications.connected(process);
            try {
                new Conversation(peer, Budget.ofThisMachine(), application).run();
            } finally {
                applications.disconnected(process);
            }
        } catch (EOFException e) {
            // The program has ended.
        } catch (Applications.TooManyException e) {
            throw new IllegalStateException("there is one connection", e);
        }
    }
}
