/// Transcripts as text for people.
@NullMarked
package dev.tokki.trace.text;

import org.jspecify.annotations.NullMarked;
