@NullMarked
package dev.tokki.emulator;

import org.jspecify.annotations.NullMarked;
