package dev.tokki.nativeadapter.child;

import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.nativeadapter.ModuleLoadException;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import dev.tokki.nativeadapter.wire.FrameChannel;
import dev.tokki.nativeadapter.wire.FrameReader;
import dev.tokki.nativeadapter.wire.FrameWriter;
import dev.tokki.nativeadapter.wire.RecordCodec;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The program of the child process: loads a module and answers calls to it, each connection on a thread of its own.
///
/// It ends with its parent, which holds the other end of its standard input.
public final class ChildMain {
    /// What a C program's main thread usually has.
    private static final long STACK = 8L << 20;

    private final ChildNotifications notifications = new ChildNotifications();
    private final RecordCodec codec = new RecordCodec(notifications);
    private final CompletableFuture<NativeModule> module = new CompletableFuture<>();

    private ChildMain() {}

    /// @param arguments the path of the socket to listen on
    public static void main(String... arguments) throws IOException {
        Thread.ofPlatform().daemon().name("parent").start(ChildMain::endWithParent);
        new ChildMain().listen(UnixDomainSocketAddress.of(Path.of(arguments[0])));
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever written there
            }
        } catch (IOException e) {
            System.err.println("the parent is gone: " + e);
        }
        Runtime.getRuntime().halt(0);
    }

    private void listen(UnixDomainSocketAddress address) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            while (true) {
                FrameChannel connection = new FrameChannel(server.accept());
                new Thread(null, () -> serve(connection), "connection", STACK).start();
            }
        }
    }

    private void serve(FrameChannel connection) {
        try {
            FrameReader hello = new FrameReader(connection.receive());
            switch (hello.below(3)) {
                case Purpose.LOAD -> load(hello, connection);
                case Purpose.CALLS -> answerCalls(connection);
                default -> notifications.goThrough(connection);
            }
        } catch (IOException e) {
            // the parent let go of this connection
        }
    }

    private void load(FrameReader hello, FrameChannel connection) throws IOException {
        Path library = Path.of(hello.text());
        Version newest = new Version(hello.below(256), hello.below(256));
        Options options = Options.defaults().newest(newest).environment(Map.of());
        FrameWriter answer = new FrameWriter();
        try {
            NativeModule loaded = NativeModule.load(library, hello.flag() ? options.reserved(hello.text()) : options);
            module.complete(loaded);
            answer.flag(true);
            answer.text(loaded.toString());
        } catch (ModuleLoadException e) {
            answer.flag(false);
            answer.text(e.why());
        }
        connection.send(answer.toArray());
    }

    private void answerCalls(FrameChannel connection) throws IOException {
        NativeModule loaded = module.join();
        while (true) {
            byte[] frame = connection.receive();
            if (frame.length == 0) {
                loaded.close();
                connection.send(frame);
                Runtime.getRuntime().halt(0); // exit handlers of libraries have no business here
            }
            connection.send(answer(loaded, codec.readCall(new FrameReader(frame))));
        }
    }

    private byte[] answer(NativeModule loaded, Call<?> call) {
        FrameWriter answer = new FrameWriter();
        try {
            var reply = loaded.call(call);
            answer.flag(true);
            codec.writeReply(call, reply, answer);
            return answer.toArray();
        } catch (RuntimeException e) {
            FrameWriter failure = new FrameWriter();
            failure.flag(false);
            failure.text(e.toString());
            return failure.toArray();
        }
    }
}
