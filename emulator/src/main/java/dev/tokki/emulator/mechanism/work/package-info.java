/// What a mechanism does once begun: encrypt, sign, digest …, and the usual ways to do it.
@NullMarked
package dev.tokki.emulator.mechanism.work;

import org.jspecify.annotations.NullMarked;
