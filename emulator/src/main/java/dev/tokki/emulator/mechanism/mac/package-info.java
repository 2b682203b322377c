/// Message authentication codes.
@NullMarked
package dev.tokki.emulator.mechanism.mac;

import org.jspecify.annotations.NullMarked;
