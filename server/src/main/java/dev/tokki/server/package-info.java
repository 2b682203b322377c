/// The daemon: PKCS#11 programs load the module that [dev.tokki.server.elf] writes, and their calls are answered
/// here by any [dev.tokki.api.Cryptoki].
@NullMarked
package dev.tokki.server;

import org.jspecify.annotations.NullMarked;
