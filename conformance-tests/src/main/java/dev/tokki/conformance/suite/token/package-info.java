/// Conformance tests of the chapters from general-purpose functions to login.
@NullMarked
package dev.tokki.conformance.suite.token;

import org.jspecify.annotations.NullMarked;
