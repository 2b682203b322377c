/// RSA.
@NullMarked
package dev.tokki.emulator.mechanism.rsa;

import org.jspecify.annotations.NullMarked;
