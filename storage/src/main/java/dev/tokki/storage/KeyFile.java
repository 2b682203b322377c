package dev.tokki.storage;

import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/// A store's key in a file beside it, readable by its owner alone: one line, `tokki-store-key 1 ` and 64
/// hexadecimal digits.
///
/// It keeps the store from those who get hold of the database file only (a backup, a disk sent in for repair
/// without it, a bug report), not from those who can read the folder: for them, private objects are as safe as
/// the PIN is long.
final class KeyFile {
    private static final String HEAD = "tokki-store-key 1 ";

    private KeyFile() {}

    /// {@return the key in a file}
    static StoreKey read(Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new StorageException(
                    Problem.WRONG_KEY,
                    "there is no key file " + file
                            + ": the store was made with a key of its owner's (give that), or the" + " file was lost",
                    e);
        } catch (IOException e) {
            throw new StorageException(Problem.WRONG_KEY, "cannot read the key file " + file + ": " + e, e);
        }
        try {
            String line = new String(content, StandardCharsets.ISO_8859_1).strip();
            if (!line.startsWith(HEAD)) {
                throw damaged(file);
            }
            return StoreKey.ofHex(line.substring(HEAD.length()));
        } catch (IllegalArgumentException e) {
            throw damaged(file);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /// Writes a key into a new file, durably. A file that is there already is kept and read: it may be all that
    /// opens a database somebody has put elsewhere.
    ///
    /// @return the key in the file
    static StoreKey readOrMake(Path file) {
        if (Files.exists(file)) {
            return read(file);
        }
        StoreKey key = StoreKey.random();
        byte[] line = (HEAD + HexFormat.of().formatHex(key.bytes()) + "\n").getBytes(StandardCharsets.US_ASCII);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            try (FileChannel out = FileChannel.open(
                    draft,
                    Set.copyOf(EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)),
                    StoreFolder.only(file, "rw-------"))) {
                ByteBuffer bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            Disk.moveDurably(draft, file);
            return key;
        } catch (IOException e) {
            throw new StorageException(Problem.CANNOT_WRITE, "cannot write the key file " + file + ": " + e, e);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private static StorageException damaged(Path file) {
        return new StorageException(
                Problem.WRONG_KEY, file + " is damaged: it should be one line, '" + HEAD + "' and 64 digits", null);
    }
}
