@NullMarked
package dev.tokki.emulator.object;

import org.jspecify.annotations.NullMarked;
