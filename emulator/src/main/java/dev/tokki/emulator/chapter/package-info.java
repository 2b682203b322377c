/// The chapters of section 5 as the specification tells them: sessions, keys and bytes; no pointers, no
/// lengths.
@NullMarked
package dev.tokki.emulator.chapter;

import org.jspecify.annotations.NullMarked;
