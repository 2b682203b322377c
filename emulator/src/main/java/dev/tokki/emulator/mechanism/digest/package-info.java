/// Digests.
@NullMarked
package dev.tokki.emulator.mechanism.digest;

import org.jspecify.annotations.NullMarked;
