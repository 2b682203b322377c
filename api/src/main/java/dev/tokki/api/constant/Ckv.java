package dev.tokki.api.constant;

/// Validation types and authorities, PKCS#11 v3.2, section 4.17.
///
/// The specification's name of `Ckv.X` is `CKV_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Ckv {
    public static final long AUTHORITY_TYPE_UNSPECIFIED = 0x00000000L;
    public static final long TYPE_UNSPECIFIED = 0x00000000L;
    public static final long AUTHORITY_TYPE_NIST_CMVP = 0x00000001L;
    public static final long TYPE_SOFTWARE = 0x00000001L;
    public static final long AUTHORITY_TYPE_COMMON_CRITERIA = 0x00000002L;
    public static final long TYPE_HARDWARE = 0x00000002L;
    public static final long TYPE_FIRMWARE = 0x00000003L;
    public static final long TYPE_HYBRID = 0x00000004L;

    private Ckv() {}
}
