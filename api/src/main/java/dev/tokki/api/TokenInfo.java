package dev.tokki.api;

import dev.tokki.api.call.Fixed;
import dev.tokki.api.parameter.Struct;

/// What C_GetTokenInfo tells (`CK_TOKEN_INFO`, section 3.2). Texts are without the blanks that pad them in C.
///
/// Counts may be [dev.tokki.api.constant.Ck#UNAVAILABLE_INFORMATION], and the maxima 0 for "effectively infinite".
///
/// @param label the label given by C_InitToken, at most 32 bytes of UTF-8
/// @param manufacturer at most 32 bytes of UTF-8
/// @param model at most 16 bytes of UTF-8
/// @param serialNumber at most 16 characters
/// @param flags `CKF_RNG`, `CKF_LOGIN_REQUIRED`, `CKF_USER_PIN_…`, …
/// @param maxSessionCount the most sessions one application may open
/// @param sessionCount sessions this application has open
/// @param maxRwSessionCount the most read/write sessions one application may open
/// @param rwSessionCount read/write sessions this application has open
/// @param maxPinLen longest PIN in bytes
/// @param minPinLen shortest PIN in bytes
/// @param totalPublicMemory bytes for public objects
/// @param freePublicMemory of these, unused
/// @param totalPrivateMemory bytes for private objects
/// @param freePrivateMemory of these, unused
/// @param hardwareVersion the token's hardware version
/// @param firmwareVersion the token's firmware version
/// @param utcTime `YYYYMMDDhhmmss00`, or empty for a token without a clock
@Struct("CK_TOKEN_INFO")
public record TokenInfo(
        @Fixed(32) String label,
        @Fixed(32) String manufacturer,
        @Fixed(16) String model,
        @Fixed(16) String serialNumber,
        long flags,
        long maxSessionCount,
        long sessionCount,
        long maxRwSessionCount,
        long rwSessionCount,
        long maxPinLen,
        long minPinLen,
        long totalPublicMemory,
        long freePublicMemory,
        long totalPrivateMemory,
        long freePrivateMemory,
        Version hardwareVersion,
        Version firmwareVersion,
        @Fixed(16) String utcTime) {}
