/// Key derivation of protocols: SSL, TLS, WTLS, IKE.
@NullMarked
package dev.tokki.emulator.mechanism.protocol;

import org.jspecify.annotations.NullMarked;
