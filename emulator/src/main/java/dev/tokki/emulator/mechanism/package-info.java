/// Mechanisms: each is declared once; lists, checks and operations come from the declaration.
@NullMarked
package dev.tokki.emulator.mechanism;

import org.jspecify.annotations.NullMarked;
