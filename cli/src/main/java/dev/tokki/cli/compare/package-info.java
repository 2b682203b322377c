/// `tokki compare`: runs the conformance suite on several modules and tells what it found.
@NullMarked
package dev.tokki.cli.compare;

import org.jspecify.annotations.NullMarked;
