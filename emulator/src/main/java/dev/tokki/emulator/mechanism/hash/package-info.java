/// The table of hash functions, over which families of mechanisms range.
@NullMarked
package dev.tokki.emulator.mechanism.hash;

import org.jspecify.annotations.NullMarked;
