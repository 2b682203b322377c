package dev.tokki.api.constant;

/// Sources of parameters and salts, PKCS#11 v3.2, section 6.1.
///
/// The specification's name of `Ckz.X` is `CKZ_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Ckz {
    public static final long DATA_SPECIFIED = 0x00000001L;
    public static final long SALT_SPECIFIED = 0x00000001L;

    private Ckz() {}
}
