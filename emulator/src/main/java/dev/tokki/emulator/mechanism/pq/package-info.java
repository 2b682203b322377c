/// Post-quantum algorithms.
@NullMarked
package dev.tokki.emulator.mechanism.pq;

import org.jspecify.annotations.NullMarked;
