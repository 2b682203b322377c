package dev.tokki.api;

import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;

/// A return value (`CK_RV`), PKCS#11 v3.2, section 5.1. Open: a vendor's value passes through.
///
/// @param value the number, one of [Ckr] or a vendor's
public record Rv(long value) {
    /// `CKR_OK`.
    public static final Rv OK = new Rv(Ckr.OK);

    /// {@return whether this is `CKR_OK`}
    public boolean isOk() {
        return value == Ckr.OK;
    }

    /// {@return whether this is the given value of [Ckr]}
    public boolean is(long ckr) {
        return value == ckr;
    }

    /// {@return the specification's name, `CKR_…`}
    @Override
    public String toString() {
        return Names.CKR.of(value);
    }
}
