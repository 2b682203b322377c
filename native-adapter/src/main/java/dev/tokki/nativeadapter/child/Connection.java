package dev.tokki.nativeadapter.child;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// One connection between the two processes: frames, each behind its length.
final class Connection implements AutoCloseable {
    /// What the connection is for; its first frame says so, and one of [#LOAD] has more in it.
    static final byte LOAD = 0;

    /// Calls, and an empty frame to let go of the module.
    static final byte CALLS = 1;

    /// Notifications, in the other direction.
    static final byte NOTIFICATIONS = 2;

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    private static final int MOST = 1 << 30;

    private final SocketChannel channel;

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    static Connection open(UnixDomainSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(address);
            return new Connection(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    void send(byte[] frame) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + frame.length);
        buffer.putInt(frame.length).put(frame).flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// {@return the next frame}
    ///
    /// @throws EOFException if the other process is gone
    byte[] receive() throws IOException {
        int length = read(Integer.BYTES).getInt();
        if (length < 0 || length > MOST) {
            throw new BrokenFrameException("a frame of " + length + " bytes");
        }
        return read(length).array();
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the other process is gone");
            }
        }
        return buffer.flip();
    }

    /// Whether that works or not, the connection is gone.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.TRACE, "closing a connection", e);
        }
    }
}
