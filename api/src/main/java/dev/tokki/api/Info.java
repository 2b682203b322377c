package dev.tokki.api;

import dev.tokki.api.call.Fixed;
import dev.tokki.api.parameter.Struct;

/// What C_GetInfo tells about a module (`CK_INFO`, section 3.1). Texts are without the blanks that pad them in C.
///
/// @param cryptokiVersion the version of PKCS#11 spoken
/// @param manufacturer at most 32 bytes of UTF-8
/// @param flags zero in this version
/// @param description at most 32 bytes of UTF-8
/// @param libraryVersion the module's own version
@Struct("CK_INFO")
public record Info(
        Version cryptokiVersion,
        @Fixed(32) String manufacturer,
        long flags,
        @Fixed(32) String description,
        Version libraryVersion) {}
