package dev.tokki.api.constant;

/// Certificate types (`CK_CERTIFICATE_TYPE`), PKCS#11 v3.2, section 4.7.
///
/// The specification's name of `Ckc.X` is `CKC_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Ckc {
    public static final long X_509 = 0x00000000L;
    public static final long X_509_ATTR_CERT = 0x00000001L;
    public static final long WTLS = 0x00000002L;
    public static final long VENDOR_DEFINED = 0x80000000L;

    private Ckc() {}
}
