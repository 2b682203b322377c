package dev.tokki.api;

import dev.tokki.api.parameter.Struct;

/// The result of an asynchronous call (`CK_ASYNC_DATA`, section 3.6).
///
/// @param version version of the structure
/// @param value the bytes, where the function makes any
/// @param length the length of the bytes
/// @param object handle of the object, where the function makes one
/// @param additionalObject handle of the second object, where the function makes two
@Struct("CK_ASYNC_DATA")
public record AsyncData(long version, Bytes value, long length, long object, long additionalObject) {}
