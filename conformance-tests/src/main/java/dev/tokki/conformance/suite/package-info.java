/// The vocabulary in which conformance tests are written, and how they are found and run.
@NullMarked
package dev.tokki.conformance.suite;

import org.jspecify.annotations.NullMarked;
