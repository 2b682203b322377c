package dev.tokki.server;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Function;
import dev.tokki.nativeadapter.layout.CallPlan;
import dev.tokki.server.elf.Architecture;
import dev.tokki.server.elf.ModuleFile;
import dev.tokki.server.elf.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A native module in front of a Java one, ready to be loaded by this process or any other of this user:
///
/// ```
/// try (NativeFace face = NativeFace.of(emulator::connect)) {
///     Provider provider = Security.getProvider("SunPKCS11").configure("--name=tokki\nlibrary=" + face.module());
/// }
/// ```
public final class NativeFace implements AutoCloseable {
    private static final String MODULE = "libtokki.so";

    private final Path folder;
    private final Daemon daemon;

    private NativeFace(Path folder, Daemon daemon) {
        this.folder = folder;
        this.daemon = daemon;
    }

    /// Starts a daemon on a socket of its own in a new temporary folder and writes the module that reaches it.
    ///
    /// @param modules gives each program's application a module of its own
    /// @throws UncheckedIOException if the folder, the socket or the module cannot be made
    public static NativeFace of(Supplier<? extends Cryptoki> modules) {
        return ofProcesses(process -> modules.get());
    }

    /// Starts a daemon and writes the module that reaches it, as [#of] does.
    ///
    /// @param modules gives each program's application a module of its own, by the number of its process
    /// @throws UncheckedIOException if the folder, the socket or the module cannot be made
    public static NativeFace ofProcesses(LongFunction<? extends Cryptoki> modules) {
        try {
            Path folder = Files.createTempDirectory(
                    "tokki", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Daemon daemon = Daemon.listenByProcess(folder.resolve("socket"), modules);
            write(folder.resolve(MODULE), daemon.socket(), Architecture.here());
            return new NativeFace(folder, daemon);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a module that reaches a daemon's socket, whether the daemon runs yet or not.
    ///
    /// @param module where to; a module already there is replaced in one step, so that programs that have it loaded
    ///        keep theirs
    /// @param socket absolute path of the socket
    /// @throws IOException if it cannot be written
    public static void write(Path module, Path socket, Architecture architecture) throws IOException {
        byte[] bytes =
                ModuleFile.write(architecture, socket, String.valueOf(module.getFileName()), NativeFace::signature);
        Path parent = module.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(parent == null ? Path.of("/") : parent, ".tokki", ".so");
        Files.write(draft, bytes);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(draft, module, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Signature signature(Function function) {
        CallPlan plan = Calls.of(function);
        return new Signature(plan.words(), plan.ahead());
    }

    /// {@return the module's path}
    public Path module() {
        return folder.resolve(MODULE);
    }

    /// {@return the daemon}
    public Daemon daemon() {
        return daemon;
    }

    /// Ends the daemon and removes the module; programs that still have it loaded get `CKR_DEVICE_REMOVED`.
    @Override
    public void close() {
        daemon.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
