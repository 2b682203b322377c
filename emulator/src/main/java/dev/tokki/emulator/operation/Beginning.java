package dev.tokki.emulator.operation;

import dev.tokki.api.Mechanism;
import dev.tokki.emulator.attribute.KeyView;
import java.util.Optional;

/// With what an operation began.
///
/// @param mechanism the mechanism
/// @param key the key; nothing for a digest
public record Beginning(Mechanism mechanism, Optional<KeyView> key) {}
