/// Conformance tests of objects: creating, copying, finding, attributes, key generation templates.
@NullMarked
package dev.tokki.conformance.suite.object;

import org.jspecify.annotations.NullMarked;
