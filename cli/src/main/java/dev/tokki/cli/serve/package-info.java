/// The native face: `tokki serve`, a daemon, and `tokki module`, the library that PKCS#11 programs load to reach it.
@NullMarked
package dev.tokki.cli.serve;

import org.jspecify.annotations.NullMarked;
