package dev.tokki.api.constant;

/// Session states (`CK_STATE`), PKCS#11 v3.2, section 3.3.
///
/// The specification's name of `Cks.X` is `CKS_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Cks {
    public static final long RO_PUBLIC_SESSION = 0x00000000L;
    public static final long LAST_VALIDATION_OK = 0x00000001L;
    public static final long RO_USER_FUNCTIONS = 0x00000001L;
    public static final long RW_PUBLIC_SESSION = 0x00000002L;
    public static final long RW_USER_FUNCTIONS = 0x00000003L;
    public static final long RW_SO_FUNCTIONS = 0x00000004L;

    private Cks() {}
}
