package dev.tokki.api.constant;

/// Notifications (`CK_NOTIFICATION`), PKCS#11 v3.2, section 3.1.
///
/// The specification's name of `Ckn.X` is `CKN_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Ckn {
    public static final long SURRENDER = 0x00000000L;
    public static final long OTP_CHANGED = 0x00000001L;

    private Ckn() {}
}
