@NullMarked
package dev.tokki.conformance;

import org.jspecify.annotations.NullMarked;
