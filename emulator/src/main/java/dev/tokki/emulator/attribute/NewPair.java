package dev.tokki.emulator.attribute;

import dev.tokki.api.Attribute;
import java.util.List;

/// A pair of new keys: what the mechanism contributes to each.
///
/// @param publicKey attributes of the public key
/// @param privateKey attributes of the private key
public record NewPair(List<Attribute> publicKey, List<Attribute> privateKey) {}
