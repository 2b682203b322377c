/// Keys out of keys.
@NullMarked
package dev.tokki.emulator.mechanism.derive;

import org.jspecify.annotations.NullMarked;
