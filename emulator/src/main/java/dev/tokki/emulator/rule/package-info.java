/// Refusals: what the engine throws inside and turns into a reply at its edge.
@NullMarked
package dev.tokki.emulator.rule;

import org.jspecify.annotations.NullMarked;
