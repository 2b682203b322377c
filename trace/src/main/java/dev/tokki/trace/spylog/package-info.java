/// Logs of OpenSC's pkcs11-spy, 0.23 and newer, read as transcripts.
@NullMarked
package dev.tokki.trace.spylog;

import org.jspecify.annotations.NullMarked;
