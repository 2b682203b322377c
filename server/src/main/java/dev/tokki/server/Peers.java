package dev.tokki.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.net.ExtendedSocketOptions;

/// Whom this process talks to on Unix sockets: its own user and root, by what the kernel says.
final class Peers {
    private static final String ROOT = "root";

    private Peers() {}

    /// {@return the user at the other end}
    ///
    /// @param who to name in the refusal
    /// @throws IOException if it is neither our own user nor root
    static String check(SocketChannel channel, String who) throws IOException {
        String user =
                channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        String self = Files.getOwner(Path.of("/proc/self")).getName();
        if (!user.equals(self) && !user.equals(ROOT)) {
            throw new IOException(who + " is " + user + ", and only " + self + " and root are trusted");
        }
        return user;
    }
}
