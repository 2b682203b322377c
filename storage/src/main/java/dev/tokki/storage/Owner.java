package dev.tokki.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// A process that has a store open, as its note tells.
///
/// @param pid its number
/// @param host the machine or container it runs on
/// @param started when it began, which with the number names it for good; may be unknown
/// @param command the program
/// @param folder what it has open; a copy of the folder has a copy of the note
record Owner(long pid, String host, String started, String command, String folder) {
    private static final String UNKNOWN = "unknown";

    static Owner self(StoreFolder folder) {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(
                self.pid(),
                hostName(),
                self.info().startInstant().map(Instant::toString).orElse(UNKNOWN),
                plain(self.info().command().orElse(UNKNOWN)),
                plain(folder.path().toString()));
    }

    /// {@return who a note names, if there is one that can be read}
    static Optional<Owner> read(Path note) {
        try {
            String[] fields = Files.readString(note).strip().split("\t", -1);
            return fields.length == 5
                    ? Optional.of(new Owner(Long.parseLong(fields[0]), fields[1], fields[2], fields[3], fields[4]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    String toLine() {
        return pid + "\t" + host + "\t" + started + "\t" + command + "\t" + folder + "\n";
    }

    private static String plain(String text) {
        return text.replaceAll("[\t\n\r]", " ");
    }

    @Override
    public String toString() {
        return "process " + pid + " on " + host + " (" + command + ", started " + started + ")";
    }

    /// The name without asking the network, which may take seconds.
    private static String hostName() {
        return Stream.of(fileText(Path.of("/proc/sys/kernel/hostname")), env("HOSTNAME"), env("COMPUTERNAME"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("this machine");
    }

    private static Optional<String> fileText(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> env(String name) {
        return Optional.ofNullable(System.getenv(name));
    }
}
