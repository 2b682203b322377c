package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Parameter;

/// A key wrapped.
///
/// @param bytes the wrapped key
/// @param parameter the mechanism's parameter as the operation left it: itself, or with the
/// initialisation vector that was made (`CK_GCM_WRAP_PARAMS`)
public record Wrapped(Bytes bytes, Parameter parameter) {}
