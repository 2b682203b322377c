/// What programs did, told in sentences.
@NullMarked
package dev.tokki.trace.story;

import org.jspecify.annotations.NullMarked;
