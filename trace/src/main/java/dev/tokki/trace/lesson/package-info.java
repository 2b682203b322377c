/// What a program did, in plain words: what failed, why, and what would have worked.
@NullMarked
package dev.tokki.trace.lesson;

import org.jspecify.annotations.NullMarked;
