package dev.tokki.emulator.mechanism.hash;

import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// The hash functions, and the mechanisms that are variants over them.
///
/// A row that lacks a variant says [#NONE].
public enum Hash {
    SHA_1(
            "SHA-1",
            20,
            64,
            new Macs(Ckm.SHA_1, Ckm.SHA_1_HMAC, Ckm.SHA_1_HMAC_GENERAL, Ckm.SHA_1_KEY_GEN, Ckk.SHA_1_HMAC),
            new Signing(Ckm.SHA1_RSA_PKCS, Ckm.SHA1_RSA_PKCS_PSS, Ckm.ECDSA_SHA1),
            new Deriving(Ckm.SHA1_KEY_DERIVATION, Ckg.MGF1_SHA1, Ckd.SHA1_KDF, Ckd.SHA1_KDF_SP800)),
    SHA_224(
            "SHA-224",
            28,
            64,
            new Macs(Ckm.SHA224, Ckm.SHA224_HMAC, Ckm.SHA224_HMAC_GENERAL, Ckm.SHA224_KEY_GEN, Ckk.SHA224_HMAC),
            new Signing(Ckm.SHA224_RSA_PKCS, Ckm.SHA224_RSA_PKCS_PSS, Ckm.ECDSA_SHA224),
            new Deriving(Ckm.SHA224_KEY_DERIVATION, Ckg.MGF1_SHA224, Ckd.SHA224_KDF, Ckd.SHA224_KDF_SP800)),
    SHA_256(
            "SHA-256",
            32,
            64,
            new Macs(Ckm.SHA256, Ckm.SHA256_HMAC, Ckm.SHA256_HMAC_GENERAL, Ckm.SHA256_KEY_GEN, Ckk.SHA256_HMAC),
            new Signing(Ckm.SHA256_RSA_PKCS, Ckm.SHA256_RSA_PKCS_PSS, Ckm.ECDSA_SHA256),
            new Deriving(Ckm.SHA256_KEY_DERIVATION, Ckg.MGF1_SHA256, Ckd.SHA256_KDF, Ckd.SHA256_KDF_SP800)),
    SHA_384(
            "SHA-384",
            48,
            128,
            new Macs(Ckm.SHA384, Ckm.SHA384_HMAC, Ckm.SHA384_HMAC_GENERAL, Ckm.SHA384_KEY_GEN, Ckk.SHA384_HMAC),
            new Signing(Ckm.SHA384_RSA_PKCS, Ckm.SHA384_RSA_PKCS_PSS, Ckm.ECDSA_SHA384),
            new Deriving(Ckm.SHA384_KEY_DERIVATION, Ckg.MGF1_SHA384, Ckd.SHA384_KDF, Ckd.SHA384_KDF_SP800)),
    SHA_512(
            "SHA-512",
            64,
            128,
            new Macs(Ckm.SHA512, Ckm.SHA512_HMAC, Ckm.SHA512_HMAC_GENERAL, Ckm.SHA512_KEY_GEN, Ckk.SHA512_HMAC),
            new Signing(Ckm.SHA512_RSA_PKCS, Ckm.SHA512_RSA_PKCS_PSS, Ckm.ECDSA_SHA512),
            new Deriving(Ckm.SHA512_KEY_DERIVATION, Ckg.MGF1_SHA512, Ckd.SHA512_KDF, Ckd.SHA512_KDF_SP800)),
    SHA_512_224(
            "SHA-512/224",
            28,
            128,
            new Macs(
                    Ckm.SHA512_224,
                    Ckm.SHA512_224_HMAC,
                    Ckm.SHA512_224_HMAC_GENERAL,
                    Ckm.SHA512_224_KEY_GEN,
                    Ckk.SHA512_224_HMAC),
            Signing.ABSENT,
            Deriving.keys(Ckm.SHA512_224_KEY_DERIVATION)),
    SHA_512_256(
            "SHA-512/256",
            32,
            128,
            new Macs(
                    Ckm.SHA512_256,
                    Ckm.SHA512_256_HMAC,
                    Ckm.SHA512_256_HMAC_GENERAL,
                    Ckm.SHA512_256_KEY_GEN,
                    Ckk.SHA512_256_HMAC),
            Signing.ABSENT,
            Deriving.keys(Ckm.SHA512_256_KEY_DERIVATION)),
    SHA3_224(
            "SHA3-224",
            28,
            144,
            new Macs(
                    Ckm.SHA3_224,
                    Ckm.SHA3_224_HMAC,
                    Ckm.SHA3_224_HMAC_GENERAL,
                    Ckm.SHA3_224_KEY_GEN,
                    Ckk.SHA3_224_HMAC),
            new Signing(Ckm.SHA3_224_RSA_PKCS, Ckm.SHA3_224_RSA_PKCS_PSS, Ckm.ECDSA_SHA3_224),
            new Deriving(Ckm.SHA3_224_KEY_DERIVATION, Ckg.MGF1_SHA3_224, Ckd.SHA3_224_KDF, Ckd.SHA3_224_KDF_SP800)),
    SHA3_256(
            "SHA3-256",
            32,
            136,
            new Macs(
                    Ckm.SHA3_256,
                    Ckm.SHA3_256_HMAC,
                    Ckm.SHA3_256_HMAC_GENERAL,
                    Ckm.SHA3_256_KEY_GEN,
                    Ckk.SHA3_256_HMAC),
            new Signing(Ckm.SHA3_256_RSA_PKCS, Ckm.SHA3_256_RSA_PKCS_PSS, Ckm.ECDSA_SHA3_256),
            new Deriving(Ckm.SHA3_256_KEY_DERIVATION, Ckg.MGF1_SHA3_256, Ckd.SHA3_256_KDF, Ckd.SHA3_256_KDF_SP800)),
    SHA3_384(
            "SHA3-384",
            48,
            104,
            new Macs(
                    Ckm.SHA3_384,
                    Ckm.SHA3_384_HMAC,
                    Ckm.SHA3_384_HMAC_GENERAL,
                    Ckm.SHA3_384_KEY_GEN,
                    Ckk.SHA3_384_HMAC),
            new Signing(Ckm.SHA3_384_RSA_PKCS, Ckm.SHA3_384_RSA_PKCS_PSS, Ckm.ECDSA_SHA3_384),
            new Deriving(Ckm.SHA3_384_KEY_DERIVATION, Ckg.MGF1_SHA3_384, Ckd.SHA3_384_KDF, Ckd.SHA3_384_KDF_SP800)),
    SHA3_512(
            "SHA3-512",
            64,
            72,
            new Macs(
                    Ckm.SHA3_512,
                    Ckm.SHA3_512_HMAC,
                    Ckm.SHA3_512_HMAC_GENERAL,
                    Ckm.SHA3_512_KEY_GEN,
                    Ckk.SHA3_512_HMAC),
            new Signing(Ckm.SHA3_512_RSA_PKCS, Ckm.SHA3_512_RSA_PKCS_PSS, Ckm.ECDSA_SHA3_512),
            new Deriving(Ckm.SHA3_512_KEY_DERIVATION, Ckg.MGF1_SHA3_512, Ckd.SHA3_512_KDF, Ckd.SHA3_512_KDF_SP800)),
    BLAKE2B_160(
            "BLAKE2B-160",
            20,
            128,
            new Macs(
                    Ckm.BLAKE2B_160,
                    Ckm.BLAKE2B_160_HMAC,
                    Ckm.BLAKE2B_160_HMAC_GENERAL,
                    Ckm.BLAKE2B_160_KEY_GEN,
                    Ckk.BLAKE2B_160_HMAC),
            Signing.ABSENT,
            new Deriving(Ckm.BLAKE2B_160_KEY_DERIVE, Hash.NONE, Ckd.BLAKE2B_160_KDF, Hash.NONE)),
    BLAKE2B_256(
            "BLAKE2B-256",
            32,
            128,
            new Macs(
                    Ckm.BLAKE2B_256,
                    Ckm.BLAKE2B_256_HMAC,
                    Ckm.BLAKE2B_256_HMAC_GENERAL,
                    Ckm.BLAKE2B_256_KEY_GEN,
                    Ckk.BLAKE2B_256_HMAC),
            Signing.ABSENT,
            new Deriving(Ckm.BLAKE2B_256_KEY_DERIVE, Hash.NONE, Ckd.BLAKE2B_256_KDF, Hash.NONE)),
    BLAKE2B_384(
            "BLAKE2B-384",
            48,
            128,
            new Macs(
                    Ckm.BLAKE2B_384,
                    Ckm.BLAKE2B_384_HMAC,
                    Ckm.BLAKE2B_384_HMAC_GENERAL,
                    Ckm.BLAKE2B_384_KEY_GEN,
                    Ckk.BLAKE2B_384_HMAC),
            Signing.ABSENT,
            new Deriving(Ckm.BLAKE2B_384_KEY_DERIVE, Hash.NONE, Ckd.BLAKE2B_384_KDF, Hash.NONE)),
    BLAKE2B_512(
            "BLAKE2B-512",
            64,
            128,
            new Macs(
                    Ckm.BLAKE2B_512,
                    Ckm.BLAKE2B_512_HMAC,
                    Ckm.BLAKE2B_512_HMAC_GENERAL,
                    Ckm.BLAKE2B_512_KEY_GEN,
                    Ckk.BLAKE2B_512_HMAC),
            Signing.ABSENT,
            new Deriving(Ckm.BLAKE2B_512_KEY_DERIVE, Hash.NONE, Ckd.BLAKE2B_512_KDF, Hash.NONE)),
    RIPEMD128(
            "RIPEMD128",
            16,
            64,
            new Macs(Ckm.RIPEMD128, Ckm.RIPEMD128_HMAC, Ckm.RIPEMD128_HMAC_GENERAL, Hash.NONE, Ckk.RIPEMD128_HMAC),
            new Signing(Ckm.RIPEMD128_RSA_PKCS, Hash.NONE, Hash.NONE),
            Deriving.keys(Hash.NONE)),
    RIPEMD160(
            "RIPEMD160",
            20,
            64,
            new Macs(Ckm.RIPEMD160, Ckm.RIPEMD160_HMAC, Ckm.RIPEMD160_HMAC_GENERAL, Hash.NONE, Ckk.RIPEMD160_HMAC),
            new Signing(Ckm.RIPEMD160_RSA_PKCS, Hash.NONE, Hash.NONE),
            Deriving.keys(Hash.NONE)),
    MD2(
            "MD2",
            16,
            16,
            new Macs(Ckm.MD2, Ckm.MD2_HMAC, Ckm.MD2_HMAC_GENERAL, Hash.NONE, Hash.NONE),
            new Signing(Ckm.MD2_RSA_PKCS, Hash.NONE, Hash.NONE),
            Deriving.keys(Ckm.MD2_KEY_DERIVATION)),
    MD5(
            "MD5",
            16,
            64,
            new Macs(Ckm.MD5, Ckm.MD5_HMAC, Ckm.MD5_HMAC_GENERAL, Hash.NONE, Ckk.MD5_HMAC),
            new Signing(Ckm.MD5_RSA_PKCS, Hash.NONE, Hash.NONE),
            Deriving.keys(Ckm.MD5_KEY_DERIVATION));

    /// A variant that does not exist.
    public static final long NONE = -1;

    /// Digest and HMAC: mechanisms, and the type of HMAC keys.
    public record Macs(long digest, long hmac, long hmacGeneral, long keyGen, long keyType) {}

    /// Signature mechanisms.
    public record Signing(long rsaPkcs, long rsaPss, long ecdsa) {
        static final Signing ABSENT = new Signing(NONE, NONE, NONE);
    }

    /// Key derivation: the mechanism, the mask generation function, and the functions `CKD_…` after X9.63 and
    /// after SP 800-56A.
    public record Deriving(long keyDerivation, long mgf, long kdf, long kdfSp800) {
        static Deriving keys(long keyDerivation) {
            return new Deriving(keyDerivation, NONE, NONE, NONE);
        }
    }

    private final String algorithm;
    private final int length;
    private final int block;
    private final Macs macs;
    private final Signing signing;
    private final Deriving deriving;

    Hash(String algorithm, int length, int block, Macs macs, Signing signing, Deriving deriving) {
        this.algorithm = algorithm;
        this.length = length;
        this.block = block;
        this.macs = macs;
        this.signing = signing;
        this.deriving = deriving;
    }

    /// {@return JCA's name of the digest}
    public String algorithm() {
        return algorithm;
    }

    /// {@return JCA's name within names of other algorithms, as in `SHA256withRSA`}
    public String inNames() {
        return algorithm.startsWith("SHA3") ? algorithm : algorithm.replaceFirst("-", "");
    }

    /// {@return the length of the digest in bytes}
    public int length() {
        return length;
    }

    /// {@return the length in bytes of the blocks it works on}
    public int block() {
        return block;
    }

    public Macs macs() {
        return macs;
    }

    public Signing signing() {
        return signing;
    }

    public Deriving deriving() {
        return deriving;
    }

    /// {@return the hash that has a value in a column}
    public static Optional<Hash> by(ToLongFunction<Hash> column, long value) {
        return Arrays.stream(values())
                .filter(hash -> column.applyAsLong(hash) == value)
                .filter(hash -> value != NONE)
                .findFirst();
    }

    /// {@return the hash of a digest mechanism}
    public static Optional<Hash> byDigest(long type) {
        return by(hash -> hash.macs.digest, type);
    }
}
