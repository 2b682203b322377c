/// Slots and the tokens in them, shared by all applications: initialisation, PINs and their tries, what a
/// token tells about itself.
@NullMarked
package dev.tokki.emulator.token;

import org.jspecify.annotations.NullMarked;
