package dev.tokki.emulator.object;

import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyFacts;

/// An object in the making: what a default can depend on.
///
/// @param type the type of object
/// @param provenance how it comes to be
/// @param object its attributes so far
/// @param facts computes what follows from a key's value
/// @param validations tells whether what makes it is covered by the token's validations
record Making(ObjectType type, Provenance provenance, AttributeMap object, KeyFacts facts, Validations validations) {}
