package dev.tokki.cli.softhsm;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The AES key that protects the private objects of a token. The token holds it twice, encrypted under the user's and
/// under the SO's PIN: eight bytes of salt, an initialisation vector, and three known bytes with the key behind them.
final class TokenKey {
    private static final int SALT = 8;
    private static final int BLOCK = 16;
    private static final int FEWEST_ROUNDS = 1500;
    private static final byte[] MAGIC = {'R', 'J', 'R'};

    private final SecretKey key;

    private TokenKey(SecretKey key) {
        this.key = key;
    }

    /// {@return the key; none if the PIN is wrong}
    ///
    /// @param blob what the token holds for the PIN
    static Optional<TokenKey> unlock(byte[] blob, byte[] pin) {
        if (blob.length <= SALT + BLOCK) {
            return Optional.empty();
        }
        SecretKey ofPin = derived(Arrays.copyOf(blob, SALT), pin);
        return decrypted(ofPin, Arrays.copyOfRange(blob, SALT, blob.length))
                .filter(plain -> plain.length == MAGIC.length + 32 && Arrays.equals(plain, 0, 3, MAGIC, 0, 3))
                .map(plain -> new TokenKey(new SecretKeySpec(plain, MAGIC.length, 32, "AES")));
    }

    /// {@return what an attribute's bytes mean; nothing if they are damaged}
    ///
    /// @param bytes an initialisation vector and the ciphertext; empty values are kept as they are
    Optional<byte[]> decrypt(byte[] bytes) {
        return bytes.length == 0 ? Optional.of(bytes) : decrypted(key, bytes);
    }

    private static Optional<byte[]> decrypted(SecretKey key, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(bytes, 0, BLOCK));
            return Optional.of(cipher.doFinal(bytes, BLOCK, bytes.length - BLOCK));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// SHA-256 of salt and PIN, then of itself; the salt's last byte says how often beyond the least.
    private static SecretKey derived(byte[] salt, byte[] pin) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] hash = digest.digest(pin);
            int rounds = FEWEST_ROUNDS + (salt[SALT - 1] & 0xff);
            for (int i = 1; i < rounds; i++) {
                hash = digest.digest(hash);
            }
            return new SecretKeySpec(hash, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
