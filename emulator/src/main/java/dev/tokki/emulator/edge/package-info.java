/// The engine's edge, where a call comes in: C's conventions (NULL_PTR, length queries, buffers too small,
/// the order of checks, errors that end an operation), and refusals that become replies.
@NullMarked
package dev.tokki.emulator.edge;

import org.jspecify.annotations.NullMarked;
