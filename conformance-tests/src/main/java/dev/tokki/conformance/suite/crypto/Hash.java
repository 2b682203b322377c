package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckm;

/// The hash functions of section 6.20 with the mechanisms built on each, and their names in the JDK.
enum Hash {
    SHA1(
            "SHA-1",
            "SHA1",
            20,
            Ckm.SHA_1,
            new Macs(Ckm.SHA_1_HMAC, Ckm.SHA_1_HMAC_GENERAL),
            new Signatures(Ckm.SHA1_RSA_PKCS, Ckm.SHA1_RSA_PKCS_PSS, Ckm.ECDSA_SHA1),
            Ckg.MGF1_SHA1,
            Ckd.SHA1_KDF),
    SHA224(
            "SHA-224",
            "SHA224",
            28,
            Ckm.SHA224,
            new Macs(Ckm.SHA224_HMAC, Ckm.SHA224_HMAC_GENERAL),
            new Signatures(Ckm.SHA224_RSA_PKCS, Ckm.SHA224_RSA_PKCS_PSS, Ckm.ECDSA_SHA224),
            Ckg.MGF1_SHA224,
            Ckd.SHA224_KDF),
    SHA256(
            "SHA-256",
            "SHA256",
            32,
            Ckm.SHA256,
            new Macs(Ckm.SHA256_HMAC, Ckm.SHA256_HMAC_GENERAL),
            new Signatures(Ckm.SHA256_RSA_PKCS, Ckm.SHA256_RSA_PKCS_PSS, Ckm.ECDSA_SHA256),
            Ckg.MGF1_SHA256,
            Ckd.SHA256_KDF),
    SHA384(
            "SHA-384",
            "SHA384",
            48,
            Ckm.SHA384,
            new Macs(Ckm.SHA384_HMAC, Ckm.SHA384_HMAC_GENERAL),
            new Signatures(Ckm.SHA384_RSA_PKCS, Ckm.SHA384_RSA_PKCS_PSS, Ckm.ECDSA_SHA384),
            Ckg.MGF1_SHA384,
            Ckd.SHA384_KDF),
    SHA512(
            "SHA-512",
            "SHA512",
            64,
            Ckm.SHA512,
            new Macs(Ckm.SHA512_HMAC, Ckm.SHA512_HMAC_GENERAL),
            new Signatures(Ckm.SHA512_RSA_PKCS, Ckm.SHA512_RSA_PKCS_PSS, Ckm.ECDSA_SHA512),
            Ckg.MGF1_SHA512,
            Ckd.SHA512_KDF),
    SHA3_224(
            "SHA3-224",
            "SHA3-224",
            28,
            Ckm.SHA3_224,
            new Macs(Ckm.SHA3_224_HMAC, Ckm.SHA3_224_HMAC_GENERAL),
            new Signatures(Ckm.SHA3_224_RSA_PKCS, Ckm.SHA3_224_RSA_PKCS_PSS, Ckm.ECDSA_SHA3_224),
            Ckg.MGF1_SHA3_224,
            Ckd.SHA3_224_KDF),
    SHA3_256(
            "SHA3-256",
            "SHA3-256",
            32,
            Ckm.SHA3_256,
            new Macs(Ckm.SHA3_256_HMAC, Ckm.SHA3_256_HMAC_GENERAL),
            new Signatures(Ckm.SHA3_256_RSA_PKCS, Ckm.SHA3_256_RSA_PKCS_PSS, Ckm.ECDSA_SHA3_256),
            Ckg.MGF1_SHA3_256,
            Ckd.SHA3_256_KDF),
    SHA3_384(
            "SHA3-384",
            "SHA3-384",
            48,
            Ckm.SHA3_384,
            new Macs(Ckm.SHA3_384_HMAC, Ckm.SHA3_384_HMAC_GENERAL),
            new Signatures(Ckm.SHA3_384_RSA_PKCS, Ckm.SHA3_384_RSA_PKCS_PSS, Ckm.ECDSA_SHA3_384),
            Ckg.MGF1_SHA3_384,
            Ckd.SHA3_384_KDF),
    SHA3_512(
            "SHA3-512",
            "SHA3-512",
            64,
            Ckm.SHA3_512,
            new Macs(Ckm.SHA3_512_HMAC, Ckm.SHA3_512_HMAC_GENERAL),
            new Signatures(Ckm.SHA3_512_RSA_PKCS, Ckm.SHA3_512_RSA_PKCS_PSS, Ckm.ECDSA_SHA3_512),
            Ckg.MGF1_SHA3_512,
            Ckd.SHA3_512_KDF);

    private final String title;
    private final String jdkPrefix;
    private final int length;
    private final long digest;
    private final Macs macs;
    private final Signatures signatures;
    private final long mgf;
    private final long kdf;

    Hash(
            String title,
            String jdkPrefix,
            int length,
            long digest,
            Macs macs,
            Signatures signatures,
            long mgf,
            long kdf) {
        this.title = title;
        this.jdkPrefix = jdkPrefix;
        this.length = length;
        this.digest = digest;
        this.macs = macs;
        this.signatures = signatures;
        this.mgf = mgf;
        this.kdf = kdf;
    }

    /// {@return the digest's length in bytes}
    int length() {
        return length;
    }

    /// {@return `CKM_<hash>`}
    long digest() {
        return digest;
    }

    /// {@return `CKM_<hash>_HMAC`}
    long hmac() {
        return macs.full();
    }

    /// {@return `CKM_<hash>_HMAC_GENERAL`}
    long hmacGeneral() {
        return macs.general();
    }

    /// {@return `CKM_<hash>_RSA_PKCS`}
    long rsaPkcs() {
        return signatures.rsaPkcs();
    }

    /// {@return `CKM_<hash>_RSA_PKCS_PSS`}
    long rsaPss() {
        return signatures.rsaPss();
    }

    /// {@return `CKM_ECDSA_<hash>`}
    long ecdsa() {
        return signatures.ecdsa();
    }

    /// {@return `CKG_MGF1_<hash>`}
    long mgf() {
        return mgf;
    }

    /// {@return `CKD_<hash>_KDF`}
    long kdf() {
        return kdf;
    }

    /// {@return the JDK's MessageDigest and parameter name}
    String jdk() {
        return title;
    }

    /// {@return what the JDK's names of signatures and MACs begin with, or have in them}
    String jdkPrefix() {
        return jdkPrefix;
    }

    @Override
    public String toString() {
        return title;
    }

    private record Macs(long full, long general) {}

    private record Signatures(long rsaPkcs, long rsaPss, long ecdsa) {}
}
