package dev.tokki.api;

import dev.tokki.api.parameter.Struct;

/// What C_GetMechanismInfo tells (`CK_MECHANISM_INFO`, section 3.5).
///
/// @param minKeySize smallest key, in the mechanism's own unit (bits or bytes)
/// @param maxKeySize largest key, in the same unit
/// @param flags `CKF_ENCRYPT`, `CKF_SIGN`, … what the mechanism can be used for
@Struct("CK_MECHANISM_INFO")
public record MechanismInfo(long minKeySize, long maxKeySize, long flags) {}
