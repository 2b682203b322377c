package dev.tokki.api.constant;

/// Trust values, PKCS#11 v3.2, section 4.8.
///
/// The specification's name of `Ckt.X` is `CKT_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Ckt {
    public static final long TRUST_UNKNOWN = 0x00000000L;
    public static final long TRUSTED = 0x00000001L;
    public static final long TRUST_ANCHOR = 0x00000002L;
    public static final long NOT_TRUSTED = 0x00000003L;
    public static final long TRUST_MUST_VERIFY_TRUST = 0x00000004L;

    private Ckt() {}
}
