package dev.tokki.api.constant;

/// Mask generation functions and IV generators, PKCS#11 v3.2, section 6.1.
///
/// The specification's name of `Ckg.X` is `CKG_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Ckg {
    public static final long NO_GENERATE = 0x00000000L;
    public static final long GENERATE = 0x00000001L;
    public static final long MGF1_SHA1 = 0x00000001L;
    public static final long GENERATE_COUNTER = 0x00000002L;
    public static final long MGF1_SHA256 = 0x00000002L;
    public static final long GENERATE_RANDOM = 0x00000003L;
    public static final long MGF1_SHA384 = 0x00000003L;
    public static final long GENERATE_COUNTER_XOR = 0x00000004L;
    public static final long MGF1_SHA512 = 0x00000004L;
    public static final long MGF1_SHA224 = 0x00000005L;
    public static final long MGF1_SHA3_224 = 0x00000006L;
    public static final long MGF1_SHA3_256 = 0x00000007L;
    public static final long MGF1_SHA3_384 = 0x00000008L;
    public static final long MGF1_SHA3_512 = 0x00000009L;

    private Ckg() {}
}
