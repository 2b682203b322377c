/// Work on messages (sections 5.9, 5.11, 5.18.6): what AEAD mechanisms have in common, their vectors and tags.
@NullMarked
package dev.tokki.emulator.mechanism.message;

import org.jspecify.annotations.NullMarked;
