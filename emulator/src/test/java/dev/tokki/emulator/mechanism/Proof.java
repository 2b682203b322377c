package dev.tokki.emulator.mechanism;

import dev.tokki.emulator.mechanism.declare.Declaration;
import java.util.function.Consumer;

/// How flags of a mechanism are proven through the calls.
///
/// @param flags the flags, together
/// @param words what is done
/// @param run does it; throws what a test throws
record Proof(long flags, String words, Consumer<Declaration<?>> run) {}
