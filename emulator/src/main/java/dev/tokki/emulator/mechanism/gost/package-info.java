/// The Russian algorithms, sections 6.44 to 6.46.
@NullMarked
package dev.tokki.emulator.mechanism.gost;

import org.jspecify.annotations.NullMarked;
