/// Transcripts made to happen again on another module, and compared.
@NullMarked
package dev.tokki.trace.replay;

import org.jspecify.annotations.NullMarked;
