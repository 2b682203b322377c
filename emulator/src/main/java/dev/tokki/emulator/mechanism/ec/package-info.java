/// Elliptic curves.
@NullMarked
package dev.tokki.emulator.mechanism.ec;

import org.jspecify.annotations.NullMarked;
