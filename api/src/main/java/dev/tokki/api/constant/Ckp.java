package dev.tokki.api.constant;

/// Profiles, parameter sets and pseudo-random functions, PKCS#11 v3.2, section 4.16.
///
/// The specification's name of `Ckp.X` is `CKP_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Ckp {
    public static final long INVALID_ID = 0x00000000L;
    public static final long BASELINE_PROVIDER = 0x00000001L;
    public static final long ML_DSA_44 = 0x00000001L;
    public static final long ML_KEM_512 = 0x00000001L;
    public static final long PKCS5_PBKD2_HMAC_SHA1 = 0x00000001L;
    public static final long SLH_DSA_SHA2_128S = 0x00000001L;
    public static final long EXTENDED_PROVIDER = 0x00000002L;
    public static final long ML_DSA_65 = 0x00000002L;
    public static final long ML_KEM_768 = 0x00000002L;
    public static final long PKCS5_PBKD2_HMAC_GOSTR3411 = 0x00000002L;
    public static final long SLH_DSA_SHAKE_128S = 0x00000002L;
    public static final long AUTHENTICATION_TOKEN = 0x00000003L;
    public static final long ML_DSA_87 = 0x00000003L;
    public static final long ML_KEM_1024 = 0x00000003L;
    public static final long PKCS5_PBKD2_HMAC_SHA224 = 0x00000003L;
    public static final long SLH_DSA_SHA2_128F = 0x00000003L;
    public static final long PKCS5_PBKD2_HMAC_SHA256 = 0x00000004L;
    public static final long PUBLIC_CERTIFICATES_TOKEN = 0x00000004L;
    public static final long SLH_DSA_SHAKE_128F = 0x00000004L;
    public static final long COMPLETE_PROVIDER = 0x00000005L;
    public static final long PKCS5_PBKD2_HMAC_SHA384 = 0x00000005L;
    public static final long SLH_DSA_SHA2_192S = 0x00000005L;
    public static final long HKDF_TLS_TOKEN = 0x00000006L;
    public static final long PKCS5_PBKD2_HMAC_SHA512 = 0x00000006L;
    public static final long SLH_DSA_SHAKE_192S = 0x00000006L;
    public static final long PKCS5_PBKD2_HMAC_SHA512_224 = 0x00000007L;
    public static final long SLH_DSA_SHA2_192F = 0x00000007L;
    public static final long PKCS5_PBKD2_HMAC_SHA512_256 = 0x00000008L;
    public static final long SLH_DSA_SHAKE_192F = 0x00000008L;
    public static final long SLH_DSA_SHA2_256S = 0x00000009L;
    public static final long SLH_DSA_SHAKE_256S = 0x0000000AL;
    public static final long SLH_DSA_SHA2_256F = 0x0000000BL;
    public static final long SLH_DSA_SHAKE_256F = 0x0000000CL;
    public static final long VENDOR_DEFINED = 0x80000000L;

    private Ckp() {}
}
