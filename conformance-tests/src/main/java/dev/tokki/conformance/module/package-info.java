/// The modules that are compared: how each is prepared, isolated and what is known of it.
@NullMarked
package dev.tokki.conformance.module;

import org.jspecify.annotations.NullMarked;
