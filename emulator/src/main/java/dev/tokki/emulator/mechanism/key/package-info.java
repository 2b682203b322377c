/// Keys, between their attributes and what computes with them.
@NullMarked
package dev.tokki.emulator.mechanism.key;

import org.jspecify.annotations.NullMarked;
