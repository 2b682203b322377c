/// The mechanisms of Signal's protocol: extended triple Diffie-Hellman and the double ratchet.
@NullMarked
package dev.tokki.emulator.mechanism.ratchet;

import org.jspecify.annotations.NullMarked;
