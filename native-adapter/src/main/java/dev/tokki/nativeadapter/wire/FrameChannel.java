package dev.tokki.nativeadapter.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A connection between two processes on which frames travel, each behind its length.
public final class FrameChannel implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FrameChannel.class.getName());
    private static final int MOST = 1 << 30;

    private final SocketChannel channel;

    /// @param channel an open connection
    public FrameChannel(SocketChannel channel) {
        this.channel = channel;
    }

    /// {@return a new connection}
    public static FrameChannel open(UnixDomainSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(address);
            return new FrameChannel(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Sends a frame.
    public void send(byte[] frame) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + frame.length);
        buffer.putInt(frame.length).put(frame).flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// {@return the next frame}
    ///
    /// @throws EOFException if the other process is gone
    public byte[] receive() throws IOException {
        return receive(length());
    }

    /// {@return the length of the next frame, which is to be received with [#receive(int)]}
    ///
    /// @throws EOFException if the other process is gone
    public int length() throws IOException {
        int length = read(Integer.BYTES).getInt();
        if (length < 0 || length > MOST) {
            throw new BrokenFrameException("a frame of " + length + " bytes");
        }
        return length;
    }

    /// {@return a frame whose length was received}
    public byte[] receive(int length) throws IOException {
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
