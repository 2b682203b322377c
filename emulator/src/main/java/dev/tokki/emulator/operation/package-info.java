/// Operations in progress in a session: begun by a C_…Init, continued by parts, ended by the last output or
/// by an error.
@NullMarked
package dev.tokki.emulator.operation;

import org.jspecify.annotations.NullMarked;
