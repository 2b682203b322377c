/// RC2, RC4 and RC5.
@NullMarked
package dev.tokki.emulator.mechanism.rivest;

import org.jspecify.annotations.NullMarked;
