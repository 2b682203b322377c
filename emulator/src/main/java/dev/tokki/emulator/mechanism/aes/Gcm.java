package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Pieces;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.Room;
import dev.tokki.emulator.rule.Refusal;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-GCM, sections 6.13.2 and 6.13.3.
final class Gcm {
    private static final String SECTION = "6.13.2";
    private static final int FULL_TAG = 16;
    /// Providers make and verify no shorter ones.
    private static final int SHORTEST_TAG = 12;
    /// Above this many bytes a cold JVM decrypts at a hundredth of its speed: the JDK's decryption collects
    /// what it is fed and goes through it in one call, which is made too seldom to be compiled. Encryption
    /// works piece by piece.
    private static final int LARGE = 64 * 1024;

    private Gcm() {}

    static CipherOperation encrypt(Crypto crypto, GcmParameter parameter, KeyView key) {
        return new Encryption(
                cipher(crypto, Cipher.ENCRYPT_MODE, parameter, FULL_TAG, SecretKeys.of(key)), parameter.tagLength());
    }

    static CipherOperation decrypt(Crypto crypto, GcmParameter parameter, KeyView key) {
        return new Decryption(crypto, parameter, SecretKeys.of(key));
    }

    /// {@return an encryption with the full tag, begun}
    static Cipher begun(Crypto crypto, GcmParameter parameter, KeyView key) {
        return cipher(crypto, Cipher.ENCRYPT_MODE, parameter, FULL_TAG, SecretKeys.of(key));
    }

    private static Cipher cipher(Crypto crypto, int mode, GcmParameter parameter, int tag, SecretKey key) {
        Cipher cipher = crypto.cipher("AES/GCM/NoPadding");
        try {
            cipher.init(mode, key, new GCMParameterSpec(8 * tag, parameter.iv().array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        cipher.updateAAD(parameter.aad().array());
        return cipher;
    }

    /// An encryption: the full tag is made, and its first bytes put out.
    private static final class Encryption implements CipherOperation {
        private final Cipher cipher;
        private final int tagLength;
        private long pending;

        Encryption(Cipher cipher, int tagLength) {
            this.cipher = cipher;
            this.tagLength = tagLength;
        }

        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public long updateLength(long inputLength) {
            return pending + inputLength;
        }

        @Override
        public long finishLength(long inputLength) {
            return pending + inputLength + tagLength;
        }

        @Override
        public byte[] update(byte[] input) {
            byte[] output = Pieces.update(cipher, input, Room.of(pending + input.length));
            pending += input.length - output.length;
            return output;
        }

        @Override
        public byte[] finish(byte[] input) {
            try {
                byte[] output = Pieces.finish(cipher, input, Room.of(pending + input.length + FULL_TAG));
                return tagLength == FULL_TAG ? output : Arrays.copyOf(output, output.length - FULL_TAG + tagLength);
            } catch (BadPaddingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// A decryption: nothing comes out before the tag is verified.
    private static final class Decryption implements CipherOperation {
        private final Crypto crypto;
        private final GcmParameter parameter;
        private final SecretKey key;
        private final ByteArrayOutputStream encrypted = new ByteArrayOutputStream();

        Decryption(Crypto crypto, GcmParameter parameter, SecretKey key) {
            this.crypto = crypto;
            this.parameter = parameter;
            this.key = key;
        }

        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public long updateLength(long inputLength) {
            return 0;
        }

        @Override
        public long finishLength(long inputLength) {
            return Math.max(0, encrypted.size() + inputLength - parameter.tagLength());
        }

        @Override
        public byte[] update(byte[] input) {
            encrypted.writeBytes(input);
            return new byte[0];
        }

        @Override
        public byte[] finish(byte[] input) {
            byte[] all = input;
            if (encrypted.size() > 0) {
                encrypted.writeBytes(input);
                all = encrypted.toByteArray();
            }
            if (all.length < parameter.tagLength()) {
                throw Refusal.of(
                        Ckr.ENCRYPTED_DATA_LEN_RANGE,
                        "the encrypted data",
                        "They end in a tag of " + parameter.tagLength() + " bytes; these are " + all.length
                                + " bytes in all.",
                        SECTION,
                        "Pass the encrypted data with the tag appended.");
            }
            boolean byEncryption = parameter.tagLength() < SHORTEST_TAG || all.length > LARGE;
            return byEncryption ? verifiedByEncryption(all) : verifiedByProvider(all);
        }

        private byte[] verifiedByProvider(byte[] all) {
            Cipher cipher = cipher(crypto, Cipher.DECRYPT_MODE, parameter, parameter.tagLength(), key);
            try {
                return Pieces.finish(cipher, all, all.length);
            } catch (BadPaddingException e) {
                throw wrongTag();
            }
        }

        /// Counter mode is its own inverse, so that encrypting the ciphertext gives the plaintext, and
        /// encrypting that gives the full tag.
        private byte[] verifiedByEncryption(byte[] all) {
            int length = all.length - parameter.tagLength();
            byte[] plain = Arrays.copyOf(encrypted(Arrays.copyOf(all, length)), length);
            byte[] expected = encrypted(plain);
            byte[] tag = Arrays.copyOfRange(expected, length, length + parameter.tagLength());
            if (!MessageDigest.isEqual(tag, Arrays.copyOfRange(all, length, all.length))) {
                throw wrongTag();
            }
            return plain;
        }

        private byte[] encrypted(byte[] data) {
            Cipher cipher = cipher(crypto, Cipher.ENCRYPT_MODE, parameter, FULL_TAG, key);
            try {
                return Pieces.finish(cipher, data, Room.of((long) data.length + FULL_TAG));
            } catch (BadPaddingException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Refusal wrongTag() {
            return Refusal.of(
                    Ckr.ENCRYPTED_DATA_INVALID,
                    "the encrypted data",
                    "The tag does not belong to these data, vector and additional data under this key.",
                    SECTION,
                    "Check key, pIv, pAAD, ulTagBits and data against those of the encryption.");
        }
    }
}
