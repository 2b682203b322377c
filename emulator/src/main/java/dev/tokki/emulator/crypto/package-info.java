/// The seam between what PKCS#11 says about an algorithm and who computes it.
@NullMarked
package dev.tokki.emulator.crypto;

import org.jspecify.annotations.NullMarked;
