package dev.tokki.api.constant;

/// Hardware feature types and hedge types, PKCS#11 v3.2, section 4.4.
///
/// The specification's name of `Ckh.X` is `CKH_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Ckh {
    public static final long HEDGE_PREFERRED = 0x00000000L;
    public static final long HEDGE_REQUIRED = 0x00000001L;
    public static final long MONOTONIC_COUNTER = 0x00000001L;
    public static final long CLOCK = 0x00000002L;
    public static final long DETERMINISTIC_REQUIRED = 0x00000002L;
    public static final long USER_INTERFACE = 0x00000003L;
    public static final long VENDOR_DEFINED = 0x80000000L;

    private Ckh() {}
}
