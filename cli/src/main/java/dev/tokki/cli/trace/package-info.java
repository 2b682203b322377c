/// `tokki spy`, `show`, `replay`, `diff`: transcripts of the calls of any program on any module.
@NullMarked
package dev.tokki.cli.trace;

import org.jspecify.annotations.NullMarked;
