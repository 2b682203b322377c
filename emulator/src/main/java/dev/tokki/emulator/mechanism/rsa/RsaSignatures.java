package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RawPss;
import dev.tokki.emulator.crypto.RsaKey;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.RsaKeys;
import dev.tokki.emulator.mechanism.work.HashThenSign;
import dev.tokki.emulator.mechanism.work.HashThenVerify;
import dev.tokki.emulator.mechanism.work.HashingSigner;
import dev.tokki.emulator.mechanism.work.HashingVerifier;
import dev.tokki.emulator.mechanism.work.Recoverer;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;

/// Signatures by RSA: PKCS #1 v1.5, PSS and raw.
final class RsaSignatures {
    static final String PKCS = "6.1.6";
    static final String RAW = "6.1.12";
    static final String HASHED = "6.1.14";
    static final String PSS = "6.1.10";
    static final String PSS_HASHED = "6.1.15";

    private static final int PKCS_OVERHEAD = 11;
    /// Where the padding of a block ends at the earliest: two bytes, then eight of padding.
    private static final int SHORTEST_PADDING = 10;
    /// The DER around a hash in a DigestInfo, in bytes.
    private static final int DIGEST_INFO = 19;

    private RsaSignatures() {}

    /// Block type 01 around data as they are, section 6.1.6.
    static Signer signPkcs(Crypto crypto, KeyView key) {
        RsaKey<PrivateKey> rsa = RsaKeys.privateKey(crypto, key);
        return new WholeSigner(rsa.length(), data -> {
            checkPkcsData(rsa, data);
            try {
                return rsa.cipher("RSA/ECB/PKCS1Padding", Cipher.ENCRYPT_MODE).doFinal(data);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /// The block is made again and compared, so that nothing but the one right padding passes.
    static Verifier verifyPkcs(Crypto crypto, KeyView key) {
        RsaKey<PublicKey> rsa = RsaKeys.publicKey(crypto, key);
        return new WholeVerifier((data, signature) -> {
            checkPkcsData(rsa, data);
            Signatures.checkLength(signature, rsa.length(), PKCS);
            byte[] block = new byte[rsa.length()];
            Arrays.fill(block, 2, block.length - data.length - 1, (byte) 0xFF);
            block[1] = 1;
            System.arraycopy(data, 0, block, block.length - data.length, data.length);
            compare(rsa, signature, block, PKCS);
        });
    }

    /// What block type 01 holds, section 6.1.6.
    static Recoverer recoverPkcs(Crypto crypto, KeyView key) {
        RsaKey<PublicKey> rsa = RsaKeys.publicKey(crypto, key);
        return signature -> {
            byte[] block = opened(rsa, signature, PKCS);
            int end = 2;
            while (end < block.length && block[end] == (byte) 0xFF) {
                end++;
            }
            boolean isPadded = block[0] == 0 && block[1] == 1 && end >= SHORTEST_PADDING && end < block.length;
            if (!isPadded || block[end] != 0) {
                throw Signatures.invalid(PKCS);
            }
            return Arrays.copyOfRange(block, end + 1, block.length);
        };
    }

    /// The whole block: the mechanism says nothing of padding, section 6.1.12.
    static Recoverer recoverRaw(Crypto crypto, KeyView key) {
        RsaKey<PublicKey> rsa = RsaKeys.publicKey(crypto, key);
        return signature -> opened(rsa, signature, RAW);
    }

    private static byte[] opened(RsaKey<PublicKey> rsa, byte[] signature, String section) {
        Signatures.checkLength(signature, rsa.length(), section);
        if (new BigInteger(1, signature).compareTo(rsa.modulus()) >= 0) {
            throw Signatures.invalid(section);
        }
        return RsaCiphers.raw(rsa, signature);
    }

    /// Raw RSA, section 6.1.12.
    static Signer signRaw(Crypto crypto, KeyView key) {
        RsaKey<PrivateKey> rsa = RsaKeys.privateKey(crypto, key);
        return new WholeSigner(rsa.length(), data -> {
            checkRawData(rsa, data);
            return RsaCiphers.raw(rsa, data);
        });
    }

    static Verifier verifyRaw(Crypto crypto, KeyView key) {
        RsaKey<PublicKey> rsa = RsaKeys.publicKey(crypto, key);
        return new WholeVerifier((data, signature) -> {
            checkRawData(rsa, data);
            Signatures.checkLength(signature, rsa.length(), RAW);
            byte[] block = new byte[rsa.length()];
            System.arraycopy(data, 0, block, block.length - data.length, data.length);
            compare(rsa, signature, block, RAW);
        });
    }

    /// PKCS #1 v1.5 over a hash, section 6.1.14.
    static Signer signHashed(Crypto crypto, Hash hash, KeyView key) {
        RsaKey<PrivateKey> rsa = RsaKeys.privateKey(crypto, key);
        checkHashFits(rsa, hash);
        return new HashingSigner(sign(rsa, rsa.signature(hash.inNames() + "withRSA")), rsa.length());
    }

    static Verifier verifyHashed(Crypto crypto, Hash hash, KeyView key) {
        RsaKey<PublicKey> rsa = RsaKeys.publicKey(crypto, key);
        checkHashFits(rsa, hash);
        return new HashingVerifier(verify(rsa, rsa.signature(hash.inNames() + "withRSA")), rsa.length(), HASHED);
    }

    /// PSS over a hash, section 6.1.15.
    static Signer signPss(Crypto crypto, PssParameter pss, KeyView key) {
        RsaKey<PrivateKey> rsa = RsaKeys.privateKey(crypto, key);
        pss.checkFits(rsa.modulus());
        return pssSignature(rsa, pss)
                .<Signer>map(signature -> new HashingSigner(sign(rsa, signature), rsa.length()))
                .orElseGet(() -> new HashThenSign(crypto.digest(pss.hash().algorithm()), signRawPss(crypto, pss, key)));
    }

    static Verifier verifyPss(Crypto crypto, PssParameter pss, KeyView key) {
        RsaKey<PublicKey> rsa = RsaKeys.publicKey(crypto, key);
        pss.checkFits(rsa.modulus());
        return pssSignature(rsa, pss)
                .<Verifier>map(signature -> new HashingVerifier(verify(rsa, signature), rsa.length(), PSS_HASHED))
                .orElseGet(() ->
                        new HashThenVerify(crypto.digest(pss.hash().algorithm()), verifyRawPss(crypto, pss, key)));
    }

    /// PSS over a hash made by the caller, section 6.1.10.
    static Signer signRawPss(Crypto crypto, PssParameter pss, KeyView key) {
        RsaKey<PrivateKey> rsa = RsaKeys.privateKey(crypto, key);
        pss.checkFits(rsa.modulus());
        RawPss raw = rawPss(pss);
        return new WholeSigner(rsa.length(), hash -> {
            checkHashLength(hash, pss);
            return raw.sign(rsa, hash, crypto.random());
        });
    }

    static Verifier verifyRawPss(Crypto crypto, PssParameter pss, KeyView key) {
        RsaKey<PublicKey> rsa = RsaKeys.publicKey(crypto, key);
        pss.checkFits(rsa.modulus());
        RawPss raw = rawPss(pss);
        return new WholeVerifier((hash, signature) -> {
            checkHashLength(hash, pss);
            Signatures.checkLength(signature, rsa.length(), PSS);
            if (!raw.verify(rsa, hash, signature)) {
                throw Signatures.invalid(PSS);
            }
        });
    }

    private static RawPss rawPss(PssParameter pss) {
        return new RawPss(pss.hash().algorithm(), pss.mgf().algorithm(), (int) pss.saltLength());
    }

    /// {@return the provider's algorithm, unless it lacks the hash or the pair of hashes}
    private static Optional<Signature> pssSignature(RsaKey<?> rsa, PssParameter pss) {
        Signature signature = rsa.signature("RSASSA-PSS");
        try {
            signature.setParameter(new PSSParameterSpec(
                    pss.hash().algorithm(),
                    "MGF1",
                    new MGF1ParameterSpec(pss.mgf().algorithm()),
                    (int) pss.saltLength(),
                    PSSParameterSpec.TRAILER_FIELD_BC));
        } catch (InvalidAlgorithmParameterException lacking) {
            return Optional.empty();
        }
        return Optional.of(signature);
    }

    private static Signature sign(RsaKey<PrivateKey> rsa, Signature signature) {
        try {
            signature.initSign(rsa.key());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return signature;
    }

    private static Signature verify(RsaKey<PublicKey> rsa, Signature signature) {
        try {
            signature.initVerify(rsa.key());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return signature;
    }

    private static void compare(RsaKey<PublicKey> rsa, byte[] signature, byte[] block, String section) {
        boolean isNumber = new BigInteger(1, signature).compareTo(rsa.modulus()) < 0;
        if (!isNumber || !MessageDigest.isEqual(RsaCiphers.raw(rsa, signature), block)) {
            throw Signatures.invalid(section);
        }
    }

    private static void checkPkcsData(RsaKey<?> rsa, byte[] data) {
        Signatures.checkData(data, rsa.length() - PKCS_OVERHEAD, "the length of the modulus less 11", PKCS);
    }

    static void checkRawData(RsaKey<?> rsa, byte[] data) {
        Signatures.checkData(data, rsa.length(), "the length of the modulus", RAW);
        if (new BigInteger(1, data).compareTo(rsa.modulus()) >= 0) {
            throw Refusal.of(
                    Ckr.DATA_INVALID,
                    "pData",
                    "As a number the data are not less than the modulus.",
                    RAW,
                    "Begin the data with a zero byte, or use a mechanism that pads.");
        }
    }

    private static void checkHashFits(RsaKey<?> rsa, Hash hash) {
        int needed = hash.length() + DIGEST_INFO + PKCS_OVERHEAD;
        if (rsa.length() < needed) {
            throw Refusal.of(
                    Ckr.KEY_SIZE_RANGE,
                    "the key",
                    "A padded " + hash.algorithm() + " needs a modulus of " + needed + " bytes; this one has "
                            + rsa.length() + ".",
                    HASHED,
                    "Use a larger key or a shorter hash.");
        }
    }

    private static void checkHashLength(byte[] hash, PssParameter pss) {
        if (hash.length != pss.hash().length()) {
            throw Refusal.of(
                    Ckr.DATA_LEN_RANGE,
                    "pData",
                    "The data are a hash by " + pss.hash().algorithm() + ", "
                            + pss.hash().length() + " bytes; these are " + hash.length + ".",
                    PSS,
                    "Pass the hash, or use a mechanism that hashes, CKM_SHA256_RSA_PKCS_PSS for example.");
        }
    }
}
