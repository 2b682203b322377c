/// Signatures whose keys are used up: HSS, XMSS, XMSS^MT.
@NullMarked
package dev.tokki.emulator.mechanism.stateful;

import org.jspecify.annotations.NullMarked;
