/// Block ciphers and their modes.
@NullMarked
package dev.tokki.emulator.mechanism.block;

import org.jspecify.annotations.NullMarked;
