package dev.tokki.server;

import dev.tokki.api.Cryptoki;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
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

    private final Path socket;
    private final SocketLock lock;
    private final ServerSocketChannel server;
    private final Applications applications;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final Limits limits;
    private final Reception reception;

    private Daemon(
            Path socket,
            SocketLock lock,
            ServerSocketChannel server,
            LongFunction<? extends Cryptoki> modules,
            Limits limits) {
        this.socket = socket;
        this.lock = lock;
        this.server = server;
        this.limits = limits;
        this.applications = new Applications(modules, limits);
        this.reception = new Reception(applications, limits);
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
        return listen(socket, modules, Limits.usual());
    }

    static Daemon listen(Path socket, LongFunction<? extends Cryptoki> modules, Limits limits) throws IOException {
        SocketLock lock =
                SocketLock.of(socket).orElseThrow(() -> new IOException("another daemon listens on " + socket));
        try {
            if (isListeningOn(socket)) {
                throw new IOException("something else listens on " + socket);
            }
            ServerSocketChannel server = listening(socket);
            Daemon daemon = new Daemon(socket, lock, server, modules, limits);
            Thread.ofPlatform().daemon().name("accept on " + socket).start(daemon::accept);
            return daemon;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /// {@return a socket in its place, under another name first: whoever finds it finds it with its permissions}
    private static ServerSocketChannel listening(Path socket) throws IOException {
        Path draft = socket.resolveSibling(".new" + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().threadId());
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(draft));
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            Files.move(draft, socket, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return server;
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
        return reception.traffic();
    }

    /// Stops listening and ends all connections; the programs' applications are finalised.
    @Override
    public void close() {
        try {
            server.close();
            for (SocketChannel channel : open) {
                channel.close();
            }
            reception.close();
            Files.deleteIfExists(socket);
            lock.close();
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
                if (open.size() >= limits.connections()) {
                    LOG.log(System.Logger.Level.WARNING, "refused a connection on {0}: there are too many", socket);
                    channel.close();
                    continue;
                }
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
            // Whoever closes the daemon closes the server before it looks at the connections: one of us sees the other.
            if (server.isOpen()) {
                reception.serve(channel);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing a connection", e);
        } finally {
            open.remove(channel);
        }
    }
}
