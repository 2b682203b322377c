/// How a mechanism is declared: once, with its keys, its parameter, its uses and who computes them.
@NullMarked
package dev.tokki.emulator.mechanism.declare;

import org.jspecify.annotations.NullMarked;
