/// AES.
@NullMarked
package dev.tokki.emulator.mechanism.aes;

import org.jspecify.annotations.NullMarked;
