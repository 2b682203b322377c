/// Transcripts as JSON lines: one call a line, its form derived from the records of calls.
@NullMarked
package dev.tokki.trace.json;

import org.jspecify.annotations.NullMarked;
