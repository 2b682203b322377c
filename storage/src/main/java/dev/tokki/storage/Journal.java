package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commits not yet in the database, one behind the other in a file. A commit is acknowledged when its
/// record is written: one write, where the database would need some twenty kilobytes of pages.
///
/// A record is its length in four bytes and the sealed [Commit], bound to the store and to the commit's
/// generation. The first record that does not open, or is not of the next generation, ends the journal: it is
/// older, from before the file was last used from its beginning, or was cut off by the end of the process and
/// so never acknowledged. That nothing acknowledged is missing, the [HighWaterMark] tells.
///
/// A [RandomAccessFile] and not a channel, which would be closed by an interrupt of a thread that writes.
final class Journal implements AutoCloseable {
    private final RandomAccessFile file;
    private final byte[] key;
    private final Bytes storeId;
    private final SecureRandom random = new SecureRandom();
    private long end;
    private boolean hasRemains;

    private Journal(RandomAccessFile file, byte[] key, Bytes storeId) {
        this.file = file;
        this.key = key;
        this.storeId = storeId;
    }

    static Journal open(Path file, byte[] key, Bytes storeId) throws IOException {
        return new Journal(new RandomAccessFile(file.toFile(), "rw"), key, storeId);
    }

    /// {@return the commits after a generation; further ones will be written behind them}
    List<Commit> readAfter(long generation) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(readAll());
        List<Commit> found = new ArrayList<>();
        end = 0;
        for (Optional<Commit> next = next(all, -1);
                next.isPresent();
                next = next(all, next.get().ledger().generation())) {
            end = all.position();
            if (next.get().ledger().generation() > generation) {
                found.add(next.get());
            }
        }
        return found;
    }

    /// {@return the length of the records}
    long length() {
        return end;
    }

    /// Writes a record. If it throws, the journal is as it was: a record whose writing failed must not be found
    /// later, since its change was reported as failed.
    void append(Commit commit, boolean isSynced) throws IOException {
        if (hasRemains) {
            cutOff();
        }
        byte[] sealed = Seal.close(key, context(commit.ledger().generation()), commit.toBytes(), random);
        byte[] record = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + sealed.length)
                .putLong(commit.ledger().generation())
                .putInt(sealed.length)
                .put(sealed)
                .array();
        hasRemains = true;
        try {
            file.seek(end);
            file.write(record);
            if (isSynced) {
                file.getFD().sync();
            }
            hasRemains = false;
            end += record.length;
        } finally {
            if (hasRemains) {
                cutOff();
            }
        }
    }

    /// Begins anew, once the database has everything and has it on the disk. The space is used again.
    void restart() {
        end = 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// {@return the record at the buffer's position, if it is one and of the generation after `previous`}
    private Optional<Commit> next(ByteBuffer all, long previous) {
        if (all.remaining() < Long.BYTES + Integer.BYTES) {
            return Optional.empty();
        }
        long generation = all.getLong();
        int length = all.getInt();
        if (length < 0 || length > all.remaining() || (previous >= 0 && generation != previous + 1)) {
            return Optional.empty();
        }
        byte[] sealed = new byte[length];
        all.get(sealed);
        return Seal.open(key, context(generation), sealed).map(Commit::of);
    }

    private void cutOff() throws IOException {
        file.setLength(end);
        hasRemains = false;
    }

    private byte[] readAll() throws IOException {
        byte[] all = new byte[Math.toIntExact(file.length())];
        file.seek(0);
        file.readFully(all);
        return all;
    }

    private byte[] context(long generation) {
        return new Encoding()
                .put("journal")
                .put(storeId.array())
                .put(generation)
                .toBytes();
    }
}
