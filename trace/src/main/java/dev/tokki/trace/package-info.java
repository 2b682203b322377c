/// Every call of a program written down: the spy around a module, and transcripts.
@NullMarked
package dev.tokki.trace;

import org.jspecify.annotations.NullMarked;
