package dev.tokki.api.constant;

/// Object classes (`CK_OBJECT_CLASS`), PKCS#11 v3.2, section 4.2.
///
/// The specification's name of `Cko.X` is `CKO_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Cko {
    public static final long DATA = 0x00000000L;
    public static final long CERTIFICATE = 0x00000001L;
    public static final long PUBLIC_KEY = 0x00000002L;
    public static final long PRIVATE_KEY = 0x00000003L;
    public static final long SECRET_KEY = 0x00000004L;
    public static final long HW_FEATURE = 0x00000005L;
    public static final long DOMAIN_PARAMETERS = 0x00000006L;
    public static final long MECHANISM = 0x00000007L;
    public static final long OTP_KEY = 0x00000008L;
    public static final long PROFILE = 0x00000009L;
    public static final long VALIDATION = 0x0000000AL;
    public static final long TRUST = 0x0000000BL;
    public static final long VENDOR_DEFINED = 0x80000000L;

    private Cko() {}
}
