package dev.tokki.storage;

import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How far a store has come, noted outside of its database: the [Ledger]'s generation last acknowledged, and
/// the one last written through to the disk.
///
/// A database whose last pages are damaged, or that was exchanged for an older copy of itself, opens without
/// complaint as what it was some commits ago; the mark is what tells. After a restart of the machine only what
/// was written through may be demanded, hence the boot's identity.
///
/// It detects accidents, and thieves who do not think of it: whoever can write the folder can exchange both
/// files, or remove this one, which must be allowed since people copy databases.
final class HighWaterMark {
    // generation(8) | synced generation(8) | boot(16) | HMAC-SHA-256(32): within one sector.
    private static final int SIGNED = 32;
    private static final int LENGTH = SIGNED + 32;

    private final RandomAccessFile file;
    private final Path name;
    private final byte[] key;
    private final byte[] boot = bootIdentity();
    private long synced;

    HighWaterMark(RandomAccessFile file, Path name, byte[] key) {
        this.file = file;
        this.name = name;
        this.key = key;
    }

    /// @throws StorageException with [Problem#DAMAGED] if the database is older than what was acknowledged
    void check(long generation) throws IOException {
        byte[] record = new byte[LENGTH];
        file.seek(0);
        int length = Math.max(0, file.read(record));
        if (length == 0) {
            return;
        }
        ByteBuffer fields = ByteBuffer.wrap(record);
        if (length < LENGTH || !MessageDigest.isEqual(sign(record), Arrays.copyOfRange(record, SIGNED, LENGTH))) {
            throw new StorageException(
                    Problem.DAMAGED,
                    name + " is damaged, so that nobody can tell whether the database is the latest; remove it if you"
                            + " trust the database",
                    null);
        }
        long acknowledged = fields.getLong();
        synced = fields.getLong();
        boolean sameBoot = !Arrays.equals(boot, new byte[boot.length])
                && Arrays.equals(boot, Arrays.copyOfRange(record, 16, SIGNED));
        long demanded = sameBoot ? acknowledged : synced;
        if (generation < demanded) {
            throw new StorageException(
                    Problem.DAMAGED,
                    "the database beside " + name + " is " + (demanded - generation) + " changes behind what was"
                            + " acknowledged: its end is damaged, or an older copy was put in its place; restore the"
                            + " latest, or remove " + name.getFileName() + " to go on with what there is",
                    null);
        }
    }

    /// Notes a generation.
    void reach(long generation, boolean isSynced) throws IOException {
        synced = isSynced ? generation : synced;
        byte[] record = ByteBuffer.allocate(LENGTH)
                .putLong(generation)
                .putLong(synced)
                .put(boot)
                .array();
        byte[] signature = sign(record);
        System.arraycopy(signature, 0, record, SIGNED, signature.length);
        file.seek(0);
        file.write(record);
    }

    private byte[] sign(byte[] record) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(record, 0, SIGNED);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    /// {@return 16 bytes, new with each start of the machine; zeros where there is no such thing}
    private static byte[] bootIdentity() {
        try {
            String uuid = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            return Arrays.copyOf(HexFormat.of().parseHex(uuid.strip().replace("-", "")), 16);
        } catch (IOException | IllegalArgumentException e) {
            return new byte[16];
        }
    }
}
