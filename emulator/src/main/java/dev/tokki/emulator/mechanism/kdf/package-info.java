/// Key derivation functions.
@NullMarked
package dev.tokki.emulator.mechanism.kdf;

import org.jspecify.annotations.NullMarked;
