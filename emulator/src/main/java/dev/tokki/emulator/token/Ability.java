package dev.tokki.emulator.token;

import dev.tokki.emulator.mechanism.Mechanisms;
import dev.tokki.emulator.object.ObjectFactory;

/// What a token can do.
///
/// @param mechanisms its mechanisms
/// @param factory the rules its objects follow
public record Ability(Mechanisms mechanisms, ObjectFactory factory) {}
