package dev.tokki.api.constant;

/// User types (`CK_USER_TYPE`), PKCS#11 v3.2, section 3.3.
///
/// The specification's name of `Cku.X` is `CKU_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Cku {
    public static final long SO = 0x00000000L;
    public static final long USER = 0x00000001L;
    public static final long CONTEXT_SPECIFIC = 0x00000002L;

    private Cku() {}
}
