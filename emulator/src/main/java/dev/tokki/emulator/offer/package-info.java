/// What a token is told to offer of all that the engine can do.
@NullMarked
package dev.tokki.emulator.offer;

import org.jspecify.annotations.NullMarked;
