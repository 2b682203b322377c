/// Calls of asynchronous sessions that run in background (section 5.21).
@NullMarked
package dev.tokki.emulator.background;

import org.jspecify.annotations.NullMarked;
