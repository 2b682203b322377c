/// Wrapping and unwrapping as encryption and decryption of what a key is made of.
@NullMarked
package dev.tokki.emulator.mechanism.wrap;

import org.jspecify.annotations.NullMarked;
