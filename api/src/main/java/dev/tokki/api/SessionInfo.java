package dev.tokki.api;

import dev.tokki.api.parameter.Struct;

/// What C_GetSessionInfo tells (`CK_SESSION_INFO`, section 3.3).
///
/// @param slot the slot
/// @param state one of [dev.tokki.api.constant.Cks]
/// @param flags `CKF_RW_SESSION`, `CKF_SERIAL_SESSION`, …
/// @param deviceError a device's own error code
@Struct("CK_SESSION_INFO")
public record SessionInfo(long slot, long state, long flags, long deviceError) {}
