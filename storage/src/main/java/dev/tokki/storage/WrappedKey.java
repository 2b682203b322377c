package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// A token's master key as it is stored: sealed under a key that Argon2id makes of one role's PIN. Carries the
/// parameters and the salt, so that the PIN is all that is needed to open it.
///
/// @param bytes the stored form
record WrappedKey(Bytes bytes) {
    private static final int SALT = 16;

    /// {@return the master key wrapped under this PIN, with a new salt}
    ///
    /// @param owner whose PIN it is: a role's name, or a user's
    static WrappedKey wrap(
            byte[] masterKey, byte[] pin, PinHardness hardness, byte[] tokenId, String owner, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] context = context(tokenId, owner, hardness, salt);
        byte[] wrapping = stretch(pin, hardness, salt);
        try {
            byte[] sealed = Seal.close(wrapping, context, masterKey, random);
            return new WrappedKey(Bytes.of(new Encoding()
                    .put(hardness.memoryKiB())
                    .put(hardness.passes())
                    .put(hardness.lanes())
                    .put(salt)
                    .put(sealed)
                    .toBytes()));
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    /// {@return the master key, or nothing if this is not the PIN}
    Optional<byte[]> open(byte[] pin, byte[] tokenId, String owner) {
        ByteBuffer from = ByteBuffer.wrap(bytes.array());
        PinHardness hardness = new PinHardness((int) from.getLong(), (int) from.getLong(), (int) from.getLong());
        byte[] salt = Encoding.field(from);
        byte[] sealed = Encoding.field(from);
        byte[] wrapping = stretch(pin, hardness, salt);
        try {
            return Seal.open(wrapping, context(tokenId, owner, hardness, salt), sealed);
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    private static byte[] context(byte[] tokenId, String owner, PinHardness hardness, byte[] salt) {
        return new Encoding()
                .put("master key")
                .put(tokenId)
                .put(owner)
                .put(hardness.memoryKiB())
                .put(hardness.passes())
                .put(hardness.lanes())
                .put(salt)
                .toBytes();
    }

    private static byte[] stretch(byte[] pin, PinHardness hardness, byte[] salt) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(hardness.memoryKiB())
                .withIterations(hardness.passes())
                .withParallelism(hardness.lanes())
                .withSalt(salt)
                .build());
        byte[] stretched = new byte[32];
        argon2.generateBytes(pin, stretched);
        try {
            return Derivation.PIN_WRAPPING.from(stretched);
        } finally {
            Arrays.fill(stretched, (byte) 0);
        }
    }
}
