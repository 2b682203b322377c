/// Conformance tests of the cryptographic chapters.
@NullMarked
package dev.tokki.conformance.suite.crypto;

import org.jspecify.annotations.NullMarked;
