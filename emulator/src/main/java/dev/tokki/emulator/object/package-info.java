/// Objects: the attribute rules of section 4 as tables, one generic code over them, and the objects an
/// application can see.
@NullMarked
package dev.tokki.emulator.object;

import org.jspecify.annotations.NullMarked;
