package dev.tokki.storage;

import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;

/// The first look at a database file, before the database is let near it: H2 says the same of a wrong key and
/// of a damaged file, and takes anything for a new database.
final class DatabaseFile {
    private static final String ENCRYPTED = "H2encrypt\n";
    private static final String PLAIN = "H:";
    private static final int BLOCK = 4096;

    private DatabaseFile() {}

    /// @throws StorageException if it is no encrypted database, or the password is not its own
    static void check(Path file, char[] password) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            String head = text(channel, 0, ENCRYPTED.length());
            if (!head.equals(ENCRYPTED)) {
                String what = head.startsWith(PLAIN) ? "a database that is not encrypted" : "no database of Tokki's";
                throw new StorageException(
                        Problem.DAMAGED,
                        file + " is " + what + ", or its beginning is damaged; nothing was changed",
                        null);
            }
            if (channel.size() < 3 * BLOCK) {
                throw new StorageException(Problem.DAMAGED, file + " is cut off; restore it from a backup", null);
            }
            checkPassword(file, password, channel);
        } catch (IOException e) {
            throw new StorageException(Problem.DAMAGED, "cannot read " + file + ": " + e, e);
        }
    }

    private static void checkPassword(Path file, char[] password, FileChannel channel) throws IOException {
        byte[] bytes = FilePathEncrypt.getPasswordBytes(password);
        FileChannel plain = new FileEncrypt(file.toString(), bytes, channel);
        // The file's header is there twice, so that one may be lost in a power cut.
        boolean fits = text(plain, 0, PLAIN.length()).equals(PLAIN)
                || text(plain, BLOCK, PLAIN.length()).equals(PLAIN);
        Arrays.fill(bytes, (byte) 0);
        if (!fits) {
            throw new StorageException(
                    Problem.WRONG_KEY,
                    "this key does not open " + file + " (unless the file's first 12 KiB are damaged)",
                    null);
        }
    }

    private static String text(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        int read = Math.max(0, channel.read(bytes, position));
        return new String(bytes.array(), 0, read, StandardCharsets.ISO_8859_1);
    }
}
