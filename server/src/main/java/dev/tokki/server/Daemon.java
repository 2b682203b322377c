package dev.tokki.server;

import dev.tokki.api.Cryptoki;
import dev.tokki.nativeadapter.wire.FrameChannel;
import dev.tokki.nativeadapter.wire.RecordCodec;
import dev.tokki.server.elf.Protocol;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// Listens on a Unix socket for programs that have loaded the native module, and answers their calls.
///
/// Every connection has a thread of its own; what is wrong with one ends that one only. They are platform threads: a
/// program in this very JVM may call from virtual threads, which keep their carriers while they wait in native code,
/// and
/// a daemon that needed a carrier to answer would never get one.
public final class Daemon implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Daemon.class.getName());

    /// As many as the module has; a program with more busy threads waits.
    private static final int CONNECTIONS_PER_PROCESS = 64;

    private final Path socket;
    private final ServerSocketChannel server;
    private final Applications applications;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final Traffic traffic = new Traffic();
    private final Budget budget = Budget.ofThisMachine();

    private Daemon(Path socket, ServerSocketChannel server, LongFunction<? extends Cryptoki> modules) {
        this.socket = socket;
        this.server = server;
        this.applications = new Applications(modules, CONNECTIONS_PER_PROCESS);
    }

    /// Starts listening. A socket left over by a daemon that died is replaced; that of one alive is not.
    ///
    /// @param socket the socket's path; its folder must exist, and only its owner may be able to enter it
    /// @param modules gives each program's application a module of its own, for example `emulator::connect`
    /// @throws IOException if another daemon listens there, or the socket cannot be made
    public static Daemon listen(Path socket, Supplier<? extends Cryptoki> modules) throws IOException {
        return listenByProcess(socket, process -> modules.get());
    }

    /// Starts listening, as [#listen] does.
    ///
    /// @param socket the socket's path; its folder must exist, and only its owner may be able to enter it
    /// @param modules gives each program's application a module of its own, by the number of its process
    /// @throws IOException if another daemon listens there, or the socket cannot be made
    public static Daemon listenByProcess(Path socket, LongFunction<? extends Cryptoki> modules) throws IOException {
        if (isListeningOn(socket)) {
            throw new IOException("another daemon listens on " + socket);
        }
        // Under another name first: whoever finds the socket finds it with its permissions.
        Path draft = socket.resolveSibling(".new" + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().threadId());
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(draft));
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            Files.move(draft, socket, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Daemon daemon = new Daemon(socket, server, modules);
            Thread.ofPlatform().daemon().name("accept on " + socket).start(daemon::accept);
            return daemon;
        } catch (IOException e) {
            server.close();
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    /// {@return the socket's path}
    public Path socket() {
        return socket;
    }

    /// {@return how many processes are connected}
    public int applications() {
        return applications.count();
    }

    /// {@return how much was said so far}
    Traffic traffic() {
        return traffic;
    }

    /// Stops listening and ends all connections; the programs' applications are finalised.
    @Override
    public void close() {
        try {
            server.close();
            for (SocketChannel channel : open) {
                channel.close();
            }
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "closing " + socket, e);
        }
    }

    /// {@return whether a daemon listens on a socket}
    public static boolean isListeningOn(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void accept() {
        while (true) {
            try {
                SocketChannel channel = server.accept();
                open.add(channel);
                Thread.ofPlatform().daemon().name("connection of " + socket).start(() -> serve(channel));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "a connection could not be accepted on " + socket, e);
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            String user = Peers.check(channel, "a program that connected to " + socket);
            Peer peer = new Peer(channel, traffic);
            ByteBuffer hello = peer.hello();
            long magic = hello.getLong();
            Applications.Process process = new Applications.Process(user, hello.getLong(), hello.getLong());
            if (magic == Protocol.MAGIC) {
                converse(process, application -> new Conversation(peer, budget, application).run());
            } else if (magic == Protocol.RECORDS_MAGIC) {
                FrameChannel frames = new FrameChannel(channel);
                if (hello.getLong() != RecordCodec.form()) {
                    frames.send(RecordConversation.refused(
                            "it is of another version of Tokki; end it, and start it" + " again with this one"));
                    return;
                }
                converse(process, application -> new RecordConversation(frames, budget, application).run());
            } else {
                throw new IOException("refused a module that speaks protocol 0x" + Long.toHexString(magic)
                        + ": write it anew with this version of Tokki");
            }
        } catch (EOFException | ClosedChannelException e) {
            // The program has ended, or we have.
        } catch (IOException | Applications.TooManyException e) {
            LOG.log(System.Logger.Level.INFO, "connection ended: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a defect of Tokki ended a connection", e);
        } finally {
            open.remove(channel);
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
}
