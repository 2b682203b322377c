/// One-time passwords, sections 6.39 to 6.42.
@NullMarked
package dev.tokki.emulator.mechanism.otp;

import org.jspecify.annotations.NullMarked;
