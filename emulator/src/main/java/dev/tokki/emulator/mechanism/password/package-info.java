/// Keys out of passwords.
@NullMarked
package dev.tokki.emulator.mechanism.password;

import org.jspecify.annotations.NullMarked;
