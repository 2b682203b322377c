/// The engine: [Emulator] and how to describe one.
///
/// Inside, a call goes from the edge (C's conventions) to a chapter of section 5 (what the function does),
/// which works with sessions, tokens, objects and mechanisms.
@NullMarked
package dev.tokki.emulator;

import org.jspecify.annotations.NullMarked;
