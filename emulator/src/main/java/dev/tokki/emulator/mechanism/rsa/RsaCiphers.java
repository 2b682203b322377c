package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RsaKey;
import dev.tokki.emulator.crypto.RsaOaep;
import dev.tokki.emulator.mechanism.key.RsaKeys;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.WholeCipher;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;

/// Encryption and decryption by RSA: PKCS #1 v1.5, OAEP and raw.
///
/// @param padding pads and encrypts, or decrypts and takes the padding off
/// @param overhead how many bytes less than the modulus the data may have
/// @param section the section of the mechanism
record RsaCiphers(Padding padding, int overhead, String section) {
    /// Pads and encrypts, or decrypts and takes the padding off.
    @FunctionalInterface
    interface Padding {
        byte[] run(RsaKey<?> key, int mode, byte[] input) throws GeneralSecurityException;
    }

    /// Block type 02, section 6.1.6.
    static final RsaCiphers PKCS = new RsaCiphers(
            (key, mode, input) -> key.cipher("RSA/ECB/PKCS1Padding", mode).doFinal(input), 11, "6.1.6");

    /// OAEP, section 6.1.8.
    static RsaCiphers oaep(OaepParameter oaep) {
        RsaOaep padding = RsaOaep.of(
                oaep.hash().algorithm(), oaep.mgf().algorithm(), oaep.label().array());
        return new RsaCiphers(padding::run, 2 + 2 * oaep.hash().length(), "6.1.8");
    }

    CipherOperation encrypt(Crypto crypto, KeyView key) {
        RsaKey<?> rsa = RsaKeys.publicKey(crypto, key);
        int most = rsa.length() - overhead;
        if (most < 0) {
            throw Refusal.of(
                    Ckr.KEY_SIZE_RANGE,
                    "the key",
                    "The padding alone needs " + overhead + " bytes; the modulus has " + rsa.length() + ".",
                    section,
                    "Use a larger key or a shorter hash.");
        }
        return new WholeCipher(length -> rsa.length(), data -> {
            Signatures.checkData(data, most, "the length of the modulus less " + overhead, section);
            return run(rsa, Cipher.ENCRYPT_MODE, data);
        });
    }

    CipherOperation decrypt(Crypto crypto, KeyView key) {
        RsaKey<?> rsa = RsaKeys.privateKey(crypto, key);
        return new WholeCipher(length -> Math.max(0, rsa.length() - overhead), encrypted -> {
            checkEncrypted(rsa, encrypted, section);
            return run(rsa, Cipher.DECRYPT_MODE, encrypted);
        });
    }

    private byte[] run(RsaKey<?> rsa, int mode, byte[] input) {
        try {
            return padding.run(rsa, mode, input);
        } catch (BadPaddingException e) {
            throw wrongPadding();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Refusal wrongPadding() {
        return Refusal.of(
                Ckr.ENCRYPTED_DATA_INVALID,
                "the encrypted data",
                "What they decrypt to is not padded as the mechanism demands.",
                section,
                "Check key, mechanism and parameter against those of the encryption.");
    }

    /// Raw RSA, section 6.1.12: data shorter than the modulus get zeros in front.
    static CipherOperation encryptRaw(Crypto crypto, KeyView key) {
        RsaKey<?> rsa = RsaKeys.publicKey(crypto, key);
        return new WholeCipher(length -> rsa.length(), data -> {
            RsaSignatures.checkRawData(rsa, data);
            return raw(rsa, data);
        });
    }

    /// Raw RSA, section 6.1.12: what comes out has the length of the modulus.
    static CipherOperation decryptRaw(Crypto crypto, KeyView key) {
        RsaKey<?> rsa = RsaKeys.privateKey(crypto, key);
        return new WholeCipher(length -> rsa.length(), encrypted -> {
            checkEncrypted(rsa, encrypted, RsaSignatures.RAW);
            return raw(rsa, encrypted);
        });
    }

    static byte[] raw(RsaKey<?> rsa, byte[] block) {
        try {
            return rsa.raw(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkEncrypted(RsaKey<?> rsa, byte[] encrypted, String section) {
        if (encrypted.length != rsa.length()) {
            throw Refusal.of(
                    Ckr.ENCRYPTED_DATA_LEN_RANGE,
                    "the encrypted data",
                    "They are as long as the modulus, " + rsa.length() + " bytes; these are " + encrypted.length + ".",
                    section,
                    "Pass the encrypted data whole, with leading zeros.");
        }
        if (new BigInteger(1, encrypted).compareTo(rsa.modulus()) >= 0) {
            throw Refusal.of(
                    Ckr.ENCRYPTED_DATA_INVALID,
                    "the encrypted data",
                    "As a number they are not less than the modulus.",
                    section,
                    "Check that they were encrypted for this key.");
        }
    }
}
