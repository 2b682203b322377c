package dev.tokki.api;

import dev.tokki.api.call.Fixed;
import dev.tokki.api.parameter.Struct;

/// What C_GetSlotInfo tells (`CK_SLOT_INFO`, section 3.2). Texts are without the blanks that pad them in C.
///
/// @param description at most 64 bytes of UTF-8
/// @param manufacturer at most 32 bytes of UTF-8
/// @param flags `CKF_TOKEN_PRESENT`, `CKF_REMOVABLE_DEVICE`, `CKF_HW_SLOT`
/// @param hardwareVersion the slot's hardware version
/// @param firmwareVersion the slot's firmware version
@Struct("CK_SLOT_INFO")
public record SlotInfo(
        @Fixed(64) String description,
        @Fixed(32) String manufacturer,
        long flags,
        Version hardwareVersion,
        Version firmwareVersion) {}
