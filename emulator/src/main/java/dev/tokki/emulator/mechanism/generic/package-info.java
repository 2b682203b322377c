/// Generic secret keys.
@NullMarked
package dev.tokki.emulator.mechanism.generic;

import org.jspecify.annotations.NullMarked;
