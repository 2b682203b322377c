/// Stream ciphers, and what authenticates with them.
@NullMarked
package dev.tokki.emulator.mechanism.stream;

import org.jspecify.annotations.NullMarked;
