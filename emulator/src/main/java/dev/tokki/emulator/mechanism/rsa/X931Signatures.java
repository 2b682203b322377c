package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RsaKey;
import dev.tokki.emulator.mechanism.key.RsaKeys;
import dev.tokki.emulator.mechanism.work.HashThenSign;
import dev.tokki.emulator.mechanism.work.HashThenVerify;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;

/// Signatures after ANSI X9.31, sections 6.1.13 and 6.1.16.
final class X931Signatures {
    static final String BARE = "6.1.13";
    static final String SHA1 = "6.1.16";
    /// The modulus has 1024 bits and a multiple of 256.
    static final int SMALLEST = 1024;
    static final int STEP = 256;

    /// What section 6.1.13 leaves to the caller: which hash, and the end.
    private static final byte[] SHA1_TRAILER = {0x33, (byte) 0xCC};
    private static final int LEAST_OVERHEAD = 2;

    private X931Signatures() {}

    /// Header and padding around data that bring their trailer.
    static Signer sign(Crypto crypto, KeyView key, String section) {
        RsaKey<PrivateKey> rsa = RsaKeys.privateKey(crypto, key);
        checkSize(rsa, section);
        return new WholeSigner(rsa.length(), data -> SmallerRoot.sign(rsa, block(rsa, data, section)));
    }

    static Verifier verify(Crypto crypto, KeyView key, String section) {
        RsaKey<PublicKey> rsa = RsaKeys.publicKey(crypto, key);
        checkSize(rsa, section);
        return new WholeVerifier((data, signature) -> {
            BigInteger signed = block(rsa, data, section);
            BigInteger opened = SmallerRoot.open(rsa, signature, section);
            if (!opened.equals(signed) && !opened.equals(rsa.modulus().subtract(signed))) {
                throw Signatures.invalid(section);
            }
        });
    }

    static Signer signSha1(Crypto crypto, KeyView key) {
        Signer bare = sign(crypto, key, SHA1);
        return new HashThenSign(
                crypto.digest("SHA-1"), new WholeSigner(bare.length(), hash -> bare.finish(trailed(hash))));
    }

    static Verifier verifySha1(Crypto crypto, KeyView key) {
        Verifier bare = verify(crypto, key, SHA1);
        return new HashThenVerify(
                crypto.digest("SHA-1"), new WholeVerifier((hash, signature) -> bare.finish(trailed(hash), signature)));
    }

    private static byte[] trailed(byte[] hash) {
        byte[] data = Arrays.copyOf(hash, hash.length + SHA1_TRAILER.length);
        System.arraycopy(SHA1_TRAILER, 0, data, hash.length, SHA1_TRAILER.length);
        return data;
    }

    /// 6, as many B as fit, A, and the data.
    private static BigInteger block(RsaKey<?> rsa, byte[] data, String section) {
        Signatures.checkData(data, rsa.length() - LEAST_OVERHEAD, "the length of the modulus less 2", section);
        byte[] block = new byte[rsa.length()];
        int start = block.length - data.length;
        Arrays.fill(block, 0, start, (byte) 0xBB);
        block[0] = 0x6B;
        block[start - 1] = (byte) 0xBA;
        System.arraycopy(data, 0, block, start, data.length);
        return new BigInteger(1, block);
    }

    private static void checkSize(RsaKey<?> rsa, String section) {
        if (rsa.modulus().bitLength() % STEP != 0) {
            throw Refusal.of(
                    Ckr.KEY_SIZE_RANGE,
                    "the key",
                    "ANSI X9.31 wants a modulus of 1024 bits and multiples of 256 more; this one has "
                            + rsa.modulus().bitLength() + ".",
                    section,
                    "Use a key of 1024, 1280, 1536, … bits.");
        }
    }
}
