/// Discrete logarithms modulo primes: DSA and Diffie-Hellman.
@NullMarked
package dev.tokki.emulator.mechanism.dl;

import org.jspecify.annotations.NullMarked;
